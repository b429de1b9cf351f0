package io.anteroom.scenario;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of figures: blank lines and what follows a {@code #} are skipped. It is read
 * line by line, so that no file of any size can exhaust the memory. Mutable; confined to one
 * thread.
 */
final class FileLines implements AutoCloseable {
  /** No more lines are read. */
  static final int MOST_LINES = 10_000_000;

  private static final int MOST_BYTES_A_LINE = 1000;

  private final InputFile file;
  private final int mostLines;
  private final InputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int line;

  FileLines(InputFile file, int mostLines) {
    this.file = file;
    this.mostLines = mostLines;
    this.in = new BufferedInputStream(file.open());
  }

  /** The file of that name, seen from the folder of the setting that names it. */
  static InputFile file(String name, Setting setting) {
    try {
      Path path = setting.folder().resolve(name);
      return new InputFile(path, setting.origin() + ": " + QuotedText.tail(path.toString()));
    } catch (InvalidPathException notPath) {
      throw new IllegalArgumentException("allowed: the path of a file", notPath);
    }
  }

  /** The content of the next line that has some; null at the end. */
  @Nullable String next() throws IOException {
    for (byte[] next = nextBytes(); next != null; next = nextBytes()) {
      String text = file.decode(next, line);
      String content = text.contains("#") ? text.substring(0, text.indexOf('#')) : text;
      if (!content.isBlank()) {
        return content.strip();
      }
    }
    return null;
  }

  private byte @Nullable [] nextBytes() throws IOException {
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

  /** A duration on the line that was read last. */
  long nanos(String content) {
    try {
      return DurationText.parse(content).toNanos();
    } catch (IllegalArgumentException notDuration) {
      throw refused(QuotedText.of(content) + " is no duration; " + notDuration.getMessage());
    }
  }

  /** That something is wrong with the line that was read last. */
  InvalidScenarioException refused(String problem) {
    return new InvalidScenarioException(file.origin() + ":" + line, problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
