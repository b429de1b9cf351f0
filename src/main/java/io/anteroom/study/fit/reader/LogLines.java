package io.anteroom.study.fit.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream, one at a time, in a buffer that is used again. A line that is longer than
 * {@value #LONGEST} bytes is cut, and says so. For one thread.
 */
final class LogLines {
  /** In bytes. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final byte[] block = new byte[1 << 16];
  private int at;
  private int end;
  private byte[] line = new byte[1024];
  private int length;
  private long number;
  private boolean cut;

  LogLines(InputStream in) {
    this.in = in;
  }

  /** Goes on to the next line; false: there is none. */
  boolean next() throws IOException {
    length = 0;
    cut = false;
    if (at == end && !fill()) {
      return false;
    }
    number++;
    do {
      int feed = at;
      while (feed < end && block[feed] != '\n') {
        feed++;
      }
      append(at, feed);
      boolean found = feed < end;
      at = found ? feed + 1 : feed;
      if (found) {
        break;
      }
    } while (fill());
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return true;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(in.read(block, 0, block.length), 0);
    return end > 0;
  }

  private void append(int from, int to) {
    int room = Math.min(to - from, LONGEST - length);
    cut |= room < to - from;
    if (length + room > line.length) {
      line = Arrays.copyOf(line, Math.min(Math.max(line.length * 2, length + room), LONGEST));
    }
    System.arraycopy(block, from, line, length, room);
    length += room;
  }

  /** The bytes of the line; those after its {@link #length} are rests of others. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** From 1. */
  long number() {
    return number;
  }

  /** Whether it was too long. */
  boolean cut() {
    return cut;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** A part of the line; what is not UTF-8 is replaced. */
  String text(int from, int to) {
    return new String(line, from, to - from, StandardCharsets.UTF_8);
  }

  /** The line; what is not UTF-8 is replaced. */
  String text() {
    return text(0, length);
  }
}
