package io.anteroom.study.fit.reader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** How an input begins, after it was unpacked. Immutable. */
public final class LogHead {
  private final byte[] bytes;
  private final List<String> lines;
  private final boolean utf16;

  LogHead(byte[] bytes, int length) {
    this.bytes = Arrays.copyOf(bytes, length);
    this.utf16 =
        length > 1 && ((bytes[0] == -2 && bytes[1] == -1) || (bytes[0] == -1 && bytes[1] == -2));
    String text = new String(this.bytes, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    this.lines =
        text.lines()
            .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
            .filter(line -> !line.isBlank())
            .limit(20)
            .toList();
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Whether it begins with these characters, blanks apart. */
  boolean startsWith(String text) {
    return !lines.isEmpty() && lines.getFirst().stripLeading().startsWith(text);
  }

  /** Up to twenty lines that are not blank; the last one may be cut. */
  List<String> lines() {
    return lines;
  }

  /** The first line that is not blank; empty if there is none. */
  String firstLine() {
    return lines.isEmpty() ? "" : lines.getFirst();
  }

  /** Whether a byte of zero is in it: no text has one, but for UTF-16. */
  boolean binary() {
    for (byte one : bytes) {
      if (one == 0 && !utf16) {
        return true;
      }
    }
    return false;
  }
}
