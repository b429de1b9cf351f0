package io.anteroom.measure.flight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a stream records: the settings of a {@code .jfc} file, checked against the event types of
 * this JVM. Immutable.
 *
 * @param name how the user named them: a shipped configuration, or a file
 * @param settings {@code event#setting} to its value, for {@code RecordingStream.setSettings}; only
 *     what this JDK has
 * @param missingOnThisJdk events ({@code jdk.JavaMonitorNotify}) and settings ({@code
 *     jdk.FileRead#throttle}) in the file that another JDK has and this one lacks
 */
public record FlightSettings(
    String name, Map<String, String> settings, List<String> missingOnThisJdk) {
  /** The name of the configuration that records nothing. */
  public static final String OFF = "off";

  /** The configurations that ship, from nothing to everything. */
  public static final List<String> SHIPPED = List.of(OFF, "pinning", "contention", "full");

  private static final String SUFFIX = ".jfc";

  /** The JDK's own limit (jdk.jfr.internal.jfc.JFCParser). */
  private static final int MOST_BYTES = 1024 * 1024;

  public FlightSettings {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    missingOnThisJdk = List.copyOf(missingOnThisJdk);
  }

  /** Nothing is recorded. Does not touch the JDK's recorder, so it costs nothing. */
  public static FlightSettings off() {
    return new FlightSettings(OFF, Map.of(), List.of());
  }

  /**
   * The shipped configuration of that name or, where the text ends in {@code .jfc} or has a slash,
   * the file.
   *
   * @throws InvalidFlightSettingsException if there is no such configuration, or it is not allowed
   */
  public static FlightSettings of(String nameOrFile) {
    if (nameOrFile.equals(OFF)) {
      return off();
    }
    if (nameOrFile.endsWith(SUFFIX) || nameOrFile.contains("/") || nameOrFile.contains("\\")) {
      return read(Path.of(nameOrFile));
    }
    if (!SHIPPED.contains(nameOrFile)) {
      throw new InvalidFlightSettingsException(
          "jfr",
          "no configuration '%s'.%s Use %s, or the path of a .jfc file."
              .formatted(
                  nameOrFile, NearestName.hint(nameOrFile, SHIPPED), String.join(", ", SHIPPED)));
    }
    return parse(nameOrFile, nameOrFile + SUFFIX, shippedContent(nameOrFile));
  }

  /**
   * Reads and checks a {@code .jfc} file.
   *
   * @throws InvalidFlightSettingsException if it can't be read or is not allowed
   */
  public static FlightSettings read(Path file) {
    String origin = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new InvalidFlightSettingsException(file.toString(), "no such file.");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] content = stream.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new InvalidFlightSettingsException(
            origin, "larger than 1 MiB, which is the most that the JDK reads.");
      }
      return parse(file.toString(), origin, content);
    } catch (IOException broken) {
      throw new InvalidFlightSettingsException(
          file.toString(), "can't be read: " + broken.getMessage());
    }
  }

  private static FlightSettings parse(String name, String origin, byte[] content) {
    return new SettingsCheck(origin).check(name, new SettingsDocument(origin, content).read());
  }

  /**
   * The text of a shipped configuration, to be written to a file for {@code jcmd JFR.start}.
   *
   * @throws IllegalArgumentException if none of that name ships
   */
  public static byte[] shippedContent(String name) {
    String resource = "/jfr-configs/" + name + SUFFIX;
    try (InputStream stream = FlightSettings.class.getResourceAsStream(resource)) {
      if (stream == null || !SHIPPED.contains(name)) {
        throw new IllegalArgumentException("no shipped configuration: " + name);
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether nothing is recorded. */
  public boolean isOff() {
    return enabledEvents().isEmpty();
  }

  /** The names of the events that are recorded, in order. */
  public Set<String> enabledEvents() {
    Set<String> enabled = new TreeSet<>();
    settings.forEach(
        (key, value) -> {
          if (key.endsWith("#enabled") && value.equals("true")) {
            enabled.add(key.substring(0, key.indexOf('#')));
          }
        });
    return enabled;
  }

  /** The shortest duration of the event that is recorded; zero where none is set. */
  public Duration threshold(String event) {
    return SettingValue.duration(settings.getOrDefault(event + "#threshold", "0 ns"));
  }
}
