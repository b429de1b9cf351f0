package io.anteroom.scenario;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of arrival times, one a line, each perhaps with the hold of the person that arrives then:
 * {@code 1.5s} or {@code 1.5s,20ms}. A heading before them is skipped.
 */
final class TraceFile {
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;\\t]\\s*");

  private final InputFile file;
  private long[] times = new long[64];
  private long[] holds = new long[64];
  private int size;
  private boolean paired;

  private TraceFile(InputFile file) {
    this.file = file;
  }

  /**
   * What is in a file.
   *
   * @param holds in the order of the times; null: there are none
   */
  record Rows(DurationList times, @Nullable DurationList holds) {}

  /** The file of that name, seen from the folder of the setting that names it. */
  static TraceFile named(String name, Setting setting) {
    return new TraceFile(FileLines.file(name, setting));
  }

  /** Reads it. Call once. */
  Rows read() {
    try (FileLines lines = new FileLines(file, FileLines.MOST_LINES)) {
      for (String content = lines.next(); content != null; content = lines.next()) {
        if (!heading(content)) {
          add(content, lines);
        }
      }
    } catch (IOException failure) {
      throw file.unreadable(failure);
    }
    if (size == 0) {
      throw file.refused(DurationFile.EMPTY);
    }
    return new Rows(
        new DurationList(Arrays.copyOf(times, size)),
        paired ? new DurationList(Arrays.copyOf(holds, size)) : null);
  }

  private boolean heading(String content) {
    return size == 0 && Character.isLetter(content.charAt(0)) && content.contains(",");
  }

  private void add(String content, FileLines lines) {
    String[] fields = BETWEEN.split(content, -1);
    if (size == 0) {
      paired = fields.length == 2;
    }
    if (fields.length != (paired ? 2 : 1)) {
      throw lines.refused(
          QuotedText.of(content)
              + " is not as the first line; write a time on each line,"
              + " or a time and a hold on each, such as 1.5s,20ms");
    }
    long time = lines.nanos(fields[0]);
    if (size > 0 && time < times[size - 1]) {
      throw lines.refused(
          QuotedText.of(fields[0]) + " is less than the time before it; sort the file");
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      holds = Arrays.copyOf(holds, size * 2);
    }
    holds[size] = paired ? lines.nanos(fields[1]) : 0;
    times[size++] = time;
  }
}
