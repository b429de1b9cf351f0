package io.anteroom.study.fit.reader;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Access logs of nginx, Apache and whoever writes like them: the common or combined format with the
 * time that a request took at the end of the line, or after {@code rt=} or {@code request_time=}. A
 * time with a point is in seconds, as nginx writes it, which stamps the ends of requests; a whole
 * number is in microseconds, as Apache writes it by {@code %D}, which stamps their starts.
 */
final class AccessLogFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "access-log",
          "access logs of nginx or Apache with the request time last",
          AccessLogFormat::recognises,
          AccessLogFormat::read);

  private static final Pattern LINE =
      Pattern.compile(".*\\[\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}].*\".*");

  private AccessLogFormat() {}

  private static boolean recognises(LogHead head) {
    List<String> lines = head.lines();
    return lines.stream().anyMatch(line -> LINE.matcher(line).matches());
  }

  private static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    LogLines lines = new LogLines(input.stream());
    AccessLine parser = new AccessLine(lines, options, requests, input.shortName());
    while (lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      try {
        parser.read();
      } catch (UnusableLineException unusable) {
        requests.skip(
            unusable.reason(), lines.number(), lines.text(0, Math.min(lines.length(), 200)));
      }
    }
  }
}
