package io.anteroom.cli;

import io.anteroom.study.fit.reader.LogInput;
import io.anteroom.study.fit.reader.RequestCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How far the reading of a file has come, in one line. */
final class FitProgress {
  private static final double MEBIBYTE = 1 << 20;

  private final LogInput input;
  private final RequestCollector requests;
  private final long size;
  private final long startNanos = System.nanoTime();

  FitProgress(LogInput input, RequestCollector requests) {
    this.input = input;
    this.requests = requests;
    this.size = size(input.file());
  }

  private static long size(@org.jspecify.annotations.Nullable Path file) {
    try {
      return file != null && Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException unknown) {
      return 0;
    }
  }

  String line() {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    double read = input.bytesRead() / MEBIBYTE;
    String share =
        size > 0 ? String.format(Locale.ROOT, "%3.0f%%  ", 100.0 * input.bytesRead() / size) : "";
    return String.format(
        Locale.ROOT,
        "%4.0f s  %s%,d requests  %,.0f MiB  %,.0f MiB/s  %s",
        seconds,
        share,
        requests.accepted(),
        read,
        read / Math.max(seconds, 1e-3),
        input.name());
  }
}
