package io.anteroom.cli;

import io.anteroom.study.fit.reader.LogInput;
import io.anteroom.study.fit.reader.RequestCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far the reading of a file has come, in one line. */
final class FitProgress {
  private static final double MEBIBYTE = 1 << 20;

  private final LogInput input;
  private final RequestCollector requests;
  private final long size;
  private final long startNanos = System.nanoTime();

  private final double bytesBefore;
  private final double secondsBefore;
  private volatile double seconds;

  /**
   * @param before that of the input before; null: this is the first one
   */
  FitProgress(LogInput input, RequestCollector requests, @Nullable FitProgress before) {
    this.input = input;
    this.requests = requests;
    this.size = size(input.file());
    this.bytesBefore = before == null ? 0 : before.bytesBefore + before.input.bytesRead();
    this.secondsBefore = before == null ? 0 : before.secondsBefore + before.seconds;
  }

  /** The input is read. */
  void end() {
    seconds = (System.nanoTime() - startNanos) / 1e9;
  }

  /** How fast all inputs so far were read. */
  String rate() {
    double all = secondsBefore + seconds;
    double mebibytes = (bytesBefore + input.bytesRead()) / MEBIBYTE;
    return String.format(
        Locale.ROOT,
        "read %,d requests of %,.1f MiB in %.2f s, %,.0f MiB/s",
        requests.accepted(),
        mebibytes,
        all,
        mebibytes / Math.max(all, 1e-3));
  }

  private static long size(@Nullable Path file) {
    try {
      return file != null && Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException unknown) {
      return 0;
    }
  }

  String line() {
    double lasting = (System.nanoTime() - startNanos) / 1e9;
    double read = input.bytesRead() / MEBIBYTE;
    String share =
        size > 0 ? String.format(Locale.ROOT, "%3.0f%%  ", 100.0 * input.bytesRead() / size) : "";
    return String.format(
        Locale.ROOT,
        "%4.0f s  %s%,d requests  %,.0f MiB  %,.0f MiB/s  %s",
        lasting,
        share,
        requests.accepted(),
        read,
        read / Math.max(lasting, 1e-3),
        input.name());
  }
}
