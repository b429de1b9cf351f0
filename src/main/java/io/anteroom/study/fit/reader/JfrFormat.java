package io.anteroom.study.fit.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Flight recordings of the JDK: each event of a kind that lasts is a request. */
final class JfrFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "jfr",
          "flight recordings of the JDK; --event says which event",
          JfrFormat::recognises,
          JfrFormat::read);

  private static final String USUAL = "anteroom.Visit";

  private JfrFormat() {}

  private static boolean recognises(LogHead head) {
    return head.startsWith("FLR\0");
  }

  private static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    String wanted = options.event() == null ? USUAL : options.event();
    Path copy = Files.createTempFile("anteroom-", ".jfr");
    try {
      Files.copy(input.stream(), copy, StandardCopyOption.REPLACE_EXISTING);
      Map<String, Long> others = new TreeMap<>();
      long found = events(copy, wanted, requests, others);
      if (found == 0) {
        throw new InvalidLogException(
            "%s: no event %s in it; name one with --event: %s"
                .formatted(input.name(), wanted, listed(others)));
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static long events(
      Path recording, String wanted, RequestCollector requests, Map<String, Long> others) {
    long found = 0;
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        String name = event.getEventType().getName();
        Duration duration = event.getDuration();
        if (name.equals(wanted)) {
          found++;
          requests.began(nanos(event.getStartTime()), Math.max(duration.toNanos(), 0), "");
        } else if (!duration.isZero()) {
          others.merge(name, 1L, Long::sum);
        }
      }
    } catch (IOException | RuntimeException damaged) {
      // The JDK's reader throws all kinds of exceptions where a recording is cut or damaged.
      requests.skip("from here on damaged or cut", 0, String.valueOf(damaged.getMessage()));
    }
    return found;
  }

  private static String listed(Map<String, Long> events) {
    return events.isEmpty()
        ? "there is none that lasts"
        : String.join(", ", events.keySet().stream().limit(6).toList());
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
