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
 * Names that some JDK knows and another does not, from the metadata of JDK 21, 25, 26, 27 and
 * 28-ea: event types ({@code jdk.JavaMonitorNotify}) and settings of event types that all have
 * ({@code jdk.FileRead#throttle}). Immutable.
 */
final class Elsewhere {
  private static final String TABLE = "elsewhere.txt";

  private final Map<String, Releases> releases;

  /**
   * Which of them have a name.
   *
   * @param first the first one
   * @param andLater whether those after it have it too
   */
  record Releases(int first, boolean andLater) {
    static Releases of(String text) {
      boolean andLater = text.endsWith("+");
      return new Releases(Integer.parseInt(text.replace("+", "")), andLater);
    }

    boolean have(int feature) {
      return andLater ? feature >= first : feature == first;
    }
  }

  private Elsewhere(Map<String, Releases> releases) {
    this.releases = releases;
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
                      columns -> Releases.of(columns[1]),
                      (first, second) -> first,
                      TreeMap::new)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether a JDK other than this one is known to have the event, or the setting of it. */
  boolean knows(String name) {
    return releases.containsKey(name);
  }

  /** Name of an event or {@code event#setting} to the releases that have it. */
  Map<String, Releases> releases() {
    return Map.copyOf(releases);
  }
}
