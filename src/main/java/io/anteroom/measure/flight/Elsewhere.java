package io.anteroom.measure.flight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names that some JDK knows and another does not, from the metadata of JDK 21 and JDK 25: event
 * types ({@code jdk.JavaMonitorNotify}) and settings of event types that both have ({@code
 * jdk.FileRead#throttle}). Immutable.
 */
final class Elsewhere {
  private static final String TABLE = "elsewhere.txt";

  private final Map<String, Integer> features;

  private Elsewhere(Map<String, Integer> features) {
    this.features = features;
  }

  static Elsewhere table() {
    try (InputStream stream = Elsewhere.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException(TABLE + " is missing from the class path");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new Elsewhere(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" ", -1))
              .collect(
                  Collectors.toMap(
                      columns -> columns[0],
                      columns -> Integer.valueOf(columns[1]),
                      (first, second) -> first,
                      TreeMap::new)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether a JDK other than this one is known to have the event, or the setting of it. */
  boolean knows(String name) {
    return features.containsKey(name);
  }

  /** Name of an event or {@code event#setting} to the feature number of the JDK that has it. */
  Map<String, Integer> features() {
    return Map.copyOf(features);
  }
}
