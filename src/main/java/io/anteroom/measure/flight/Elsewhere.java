package io.anteroom.measure.flight;

import io.anteroom.scenario.ShippedText;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names that some JDK knows and another does not, from the metadata of JDK 21, 25, 26, 27 and
 * 28-ea: event types ({@code jdk.JavaMonitorNotify}) and settings of event types that all have
 * ({@code jdk.FileRead#throttle}).
 */
final class Elsewhere {
  /** Each name with the releases that have it: {@code 25+} is 25 and all later ones. */
  static final Map<String, String> RELEASES =
      ShippedText.of(Elsewhere.class, "elsewhere.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1]));

  private Elsewhere() {}

  /** Whether a JDK other than this one is known to have the event, or the setting of it. */
  static boolean knows(String name) {
    return RELEASES.containsKey(name);
  }
}
