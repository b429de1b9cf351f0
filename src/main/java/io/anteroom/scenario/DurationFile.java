package io.anteroom.scenario;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of durations, one a line; blank lines and what follows a {@code #} are skipped. It is read
 * line by line, so that no file of any size can exhaust the memory.
 */
final class DurationFile {
  private static final int MOST_LINES = 10_000_000;
  private static final int MOST_BYTES_A_LINE = 1000;

  /** Whether the durations have to ascend. */
  enum Order {
    ANY,
    ASCENDING
  }

  private final InputFile file;
  private final int mostLines;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long[] nanos = new long[64];
  private int size;
  private int line;

  DurationFile(InputFile file, int mostLines) {
    this.file = file;
    this.mostLines = mostLines;
  }

  /** The file of that name, seen from the folder of the setting that names it. */
  static DurationFile named(String name, Setting setting) {
    try {
      Path path = setting.folder().resolve(name);
      String origin = setting.origin() + ": " + QuotedText.tail(path.toString());
      return new DurationFile(new InputFile(path, origin), MOST_LINES);
    } catch (InvalidPathException notPath) {
      throw new IllegalArgumentException("allowed: the path of a file", notPath);
    }
  }

  /** Reads it. Call once. */
  DurationList read(Order order) {
    try (InputStream in = new BufferedInputStream(file.open())) {
      for (byte[] next = nextLine(in); next != null; next = nextLine(in)) {
        String text = file.decode(next, line);
        String content = text.contains("#") ? text.substring(0, text.indexOf('#')) : text;
        if (!content.isBlank()) {
          add(content.strip(), order);
        }
      }
    } catch (IOException failure) {
      throw file.unreadable(failure);
    }
    if (size == 0) {
      throw file.refused("no durations in it; write one a line, such as 1.5s");
    }
    return new DurationList(Arrays.copyOf(nanos, size));
  }

  private void add(String content, Order order) {
    long duration = parse(content);
    if (order == Order.ASCENDING && size > 0 && duration < nanos[size - 1]) {
      throw refused(QuotedText.of(content) + " is less than the time before it; sort the file");
    }
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, size * 2);
    }
    nanos[size++] = duration;
  }

  private long parse(String content) {
    try {
      return DurationText.parse(content).toNanos();
    } catch (IllegalArgumentException notDuration) {
      throw refused(QuotedText.of(content) + " is no duration; " + notDuration.getMessage());
    }
  }

  private byte @Nullable [] nextLine(InputStream in) throws IOException {
    line++;
    bytes.reset();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    if (line > mostLines) {
      throw file.refused(
          String.format(Locale.ROOT, "more than %,d lines; shorten the file", mostLines));
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (bytes.size() == MOST_BYTES_A_LINE) {
        throw refused("longer than 1000 bytes; write one duration a line, such as 1.5s");
      }
      bytes.write(next);
    }
    return bytes.toByteArray();
  }

  private InvalidScenarioException refused(String problem) {
    return new InvalidScenarioException(file.origin() + ":" + line, problem);
  }
}
