package io.anteroom.study.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them, but for their line feeds. Reads any line ends. */
public final class Csv {
  private Csv() {}

  /** One row, ending in a line feed. */
  public static String row(Collection<String> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\n"));
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * One line's fields, without the white space around those that are not quoted.
   *
   * @throws IllegalArgumentException if a quotation does not end, or something follows it
   */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      int start = at;
      while (start < line.length() && line.charAt(start) == ' ') {
        start++;
      }
      if (start < line.length() && line.charAt(start) == '"') {
        int end = endOfQuotation(line, start);
        fields.add(line.substring(start + 1, end).replace("\"\"", "\""));
        at = endOfField(line, end + 1);
        if (!line.substring(end + 1, at).isBlank()) {
          throw new IllegalArgumentException("text follows a quotation");
        }
      } else {
        at = endOfField(line, start);
        fields.add(line.substring(start, at).strip());
      }
      at++;
    }
    return fields;
  }

  private static int endOfField(String line, int from) {
    int comma = line.indexOf(',', from);
    return comma < 0 ? line.length() : comma;
  }

  private static int endOfQuotation(String line, int start) {
    int end = line.indexOf('"', start + 1);
    while (end >= 0 && end + 1 < line.length() && line.charAt(end + 1) == '"') {
      end = line.indexOf('"', end + 2);
    }
    if (end < 0) {
      throw new IllegalArgumentException("a quotation does not end");
    }
    return end;
  }
}
