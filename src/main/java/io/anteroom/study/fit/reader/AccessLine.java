package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the line of an access log that stands in the buffer of its lines, without making a text of
 * it. Remembers the second that it saw last; for one thread.
 */
final class AccessLine {
  private static final int STAMP = "30/Nov/2026:00:53:20 +0000".length();
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final byte[][] KEYS = {
    "request_time=".getBytes(StandardCharsets.US_ASCII), " rt=".getBytes(StandardCharsets.US_ASCII)
  };

  private final LogLines lines;
  private final ReadOptions options;
  private final RequestCollector requests;
  private final String file;
  private final byte[] lastStamp = new byte[STAMP];
  private long lastNanos;
  private boolean known;
  private boolean stampsAreEnds;
  private long wholeUnitNanos;

  AccessLine(LogLines lines, ReadOptions options, RequestCollector requests, String file) {
    this.lines = lines;
    this.options = options;
    this.requests = requests;
    this.file = file;
  }

  /** Hands the request of the line on. */
  void read() throws UnusableLineException {
    if (lines.cut()) {
      throw new UnusableLineException("longer than 1 MiB");
    }
    byte[] bytes = lines.bytes();
    int length = lines.length();
    int open = indexOf(bytes, 0, length, '[');
    if (open < 0 || open + STAMP + 1 >= length || bytes[open + STAMP + 1] != ']') {
      throw new UnusableLineException("no time in brackets");
    }
    long stamp = stamp(bytes, open + 1);
    long duration = duration(bytes, length);
    String label = label(bytes, open + STAMP, length);
    requests.stamped(stamp, duration, label, stampsAreEnds);
  }

  private long stamp(byte[] bytes, int at) throws UnusableLineException {
    if (!Arrays.equals(bytes, at, at + STAMP, lastStamp, 0, STAMP)) {
      lastNanos = parsed(new String(bytes, at, STAMP, StandardCharsets.US_ASCII));
      System.arraycopy(bytes, at, lastStamp, 0, STAMP);
    }
    return lastNanos;
  }

  private static long parsed(String text) throws UnusableLineException {
    try {
      LocalDateTime time =
          LocalDateTime.of(
              Integer.parseInt(text.substring(7, 11)),
              MONTHS.indexOf(text.substring(3, 6)) + 1,
              Integer.parseInt(text.substring(0, 2)),
              Integer.parseInt(text.substring(12, 14)),
              Integer.parseInt(text.substring(15, 17)),
              Integer.parseInt(text.substring(18, 20)));
      int zone = Integer.parseInt(text.substring(22));
      int minutes = zone / 100 * 60 + zone % 100;
      long seconds =
          time.toEpochSecond(ZoneOffset.UTC) - (text.charAt(21) == '-' ? -60L : 60L) * minutes;
      return Math.multiplyExact(seconds, 1_000_000_000L);
    } catch (DateTimeException | NumberFormatException | ArithmeticException notATime) {
      throw new UnusableLineException("no time in brackets");
    }
  }

  /** The request line without its query and its protocol. */
  private String label(byte[] bytes, int from, int length) {
    int quote = indexOf(bytes, from, length, '"');
    int end = quote < 0 ? -1 : indexOf(bytes, quote + 1, length, '"');
    if (end < 0) {
      return "";
    }
    int path = indexOf(bytes, quote + 1, end, ' ');
    int cut = end;
    for (int i = path + 1; path > 0 && i < end; i++) {
      if (bytes[i] == '?' || bytes[i] == ' ') {
        cut = i;
        break;
      }
    }
    return lines.text(quote + 1, cut);
  }

  private long duration(byte[] bytes, int length) throws UnusableLineException {
    int from = -1;
    for (byte[] key : KEYS) {
      int found = from < 0 ? indexOf(bytes, length, key) : -1;
      from = found < 0 ? from : found + key.length;
    }
    if (from < 0) {
      from = lastWord(bytes, length);
    }
    boolean quoted = from < length && bytes[from] == '"';
    int start = quoted ? from + 1 : from;
    int end = start;
    boolean point = false;
    while (end < length && (isDigit(bytes[end]) || bytes[end] == '.')) {
      point |= bytes[end] == '.';
      end++;
    }
    boolean whole = end == length || bytes[end] == ' ' || bytes[end] == '"' || bytes[end] == ',';
    if (end == start || !whole || !isDigit(bytes[start])) {
      throw new UnusableLineException("no request time at its end");
    }
    decide(point);
    return point
        ? DecimalText.scaled(lines.text(start, end), options.unitNanosOr(DurationUnit.SECOND))
        : DecimalText.scaled(lines.text(start, end), wholeUnitNanos);
  }

  /** The first request says how the log is written. */
  private void decide(boolean point) {
    if (known) {
      return;
    }
    known = true;
    stampsAreEnds = options.endsUnlessSaid(point);
    wholeUnitNanos = options.unitNanosOr(DurationUnit.MICROSECOND);
    String unit =
        point ? "seconds, as nginx writes them" : "microseconds, as Apache's %D writes them";
    requests.tell(
        "%s: request times are %s; the times in brackets are those of %s (--unit and --stamp say otherwise)"
            .formatted(
                file,
                options.unit() == null ? unit : options.unit().word(),
                stampsAreEnds ? "ends" : "starts"));
  }

  private static int lastWord(byte[] bytes, int length) {
    int end = length;
    while (end > 0 && bytes[end - 1] == ' ') {
      end--;
    }
    int from = end;
    while (from > 0 && bytes[from - 1] != ' ') {
      from--;
    }
    return from;
  }

  private static boolean isDigit(byte one) {
    return one >= '0' && one <= '9';
  }

  private static int indexOf(byte[] bytes, int from, int length, char wanted) {
    for (int i = from; i < length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(byte[] bytes, int length, byte[] wanted) {
    for (int i = length - wanted.length; i >= 0; i--) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
