package io.anteroom.scenario;

import java.io.IOException;
import java.util.Arrays;

/** A file of durations, one a line. */
final class DurationFile {
  static final String EMPTY = "no durations in it; write one a line, such as 1.5s";

  private final InputFile file;
  private final int mostLines;

  DurationFile(InputFile file, int mostLines) {
    this.file = file;
    this.mostLines = mostLines;
  }

  /** The file of that name, seen from the folder of the setting that names it. */
  static DurationFile named(String name, Setting setting) {
    return new DurationFile(FileLines.file(name, setting), FileLines.MOST_LINES);
  }

  /** Reads it. */
  DurationList read() {
    if (HistogramFile.isNamed(file.path().toString())) {
      return new HistogramFile(file).read();
    }
    long[] nanos = new long[64];
    int size = 0;
    try (FileLines lines = new FileLines(file, mostLines)) {
      for (String content = lines.next(); content != null; content = lines.next()) {
        if (size == nanos.length) {
          nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = lines.nanos(content);
      }
    } catch (IOException failure) {
      throw file.unreadable(failure);
    }
    if (size == 0) {
      throw file.refused(EMPTY);
    }
    return new DurationList(Arrays.copyOf(nanos, size));
  }
}
