package io.anteroom.observe.watch;

import io.anteroom.measure.flight.CarrierHolds;
import io.anteroom.measure.flight.FlightSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.EventType;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * A recording that some JVM made, in production for example, read as a watch of that JVM would have
 * been. What the recording left out is told by the settings that it carries. Confined to one
 * thread.
 */
public final class StoredRecording {
  private static final Pattern FEATURE = Pattern.compile("\\((\\d{2})[.+\\-)]");
  private static final String JVM = "jdk.JVMInformation";
  private static final String SETTING = "jdk.ActiveSetting";

  private final Path file;
  private final Map<Long, String> names = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private Target target = new Target(0, 0, "?", "?", "");
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  private StoredRecording(Path file) {
    this.file = file;
  }

  /**
   * Sums the file up.
   *
   * @throws WatchException if it is not a flight recording that can be read
   */
  public static WatchResult read(Path file) throws WatchException {
    if (!Files.isRegularFile(file)) {
      throw WatchException.user("%s: no such file".formatted(file));
    }
    try {
      return new StoredRecording(file).sumUp();
    } catch (IOException | RuntimeException broken) {
      throw WatchException.user(
          "%s: not a flight recording that can be read: %s"
              .formatted(file, WatchException.reason(broken)));
    }
  }

  private WatchResult sumUp() throws IOException {
    List<EventType> types;
    try (RecordingFile recording = new RecordingFile(file)) {
      types = recording.readEventTypes();
    }
    types.forEach(type -> names.put(type.getId(), type.getName()));
    readHeaders();
    CarrierHolds holds = CarrierHolds.ofRecording(types);
    int feature = target.feature();
    FlightSettings asMade = new FlightSettings(file.toString(), settings, List.of());
    WatchTally tally = new WatchTally(withoutThresholds(asMade), holds);
    try (EventStream stream = EventStream.openFile(file)) {
      tally.attach(stream);
      stream.start();
    }
    if (!tally.fault().isEmpty()) {
      throw new IOException(tally.fault());
    }
    WatchFigures seen = tally.seen();
    WatchGaps gaps = WatchGaps.of(asMade, feature, WatchEnding.RECORDED, seen);
    List<String> pinning = new ArrayList<>(gaps.pinning());
    pinning.add("who held a carrier when the recording ended is not in it");
    return new WatchResult(
        WatchResult.SCHEMA,
        WatchEnding.RECORDED,
        new WatchResult.Session(
            first.toString(), Duration.between(first, last).toNanos(), file.toString(), target),
        null,
        seen,
        pinning,
        gaps.contention(),
        WatchResult.NotObservable.ofJdk(feature),
        List.of(),
        List.of(),
        List.of());
  }

  /** Events of a part with a lower threshold count, too. */
  private static FlightSettings withoutThresholds(FlightSettings settings) {
    Map<String, String> enabled = new HashMap<>(settings.settings());
    enabled.keySet().removeIf(key -> key.endsWith("#threshold"));
    return new FlightSettings(settings.name(), enabled, List.of());
  }

  private void readHeaders() throws IOException {
    try (EventStream stream = EventStream.openFile(file)) {
      stream.setReuse(true);
      stream.setOrdered(false);
      stream.onEvent(this::readTime);
      stream.onEvent(SETTING, this::readSetting);
      stream.onEvent(JVM, this::readJvm);
      stream.start();
    }
    if (target.feature() < Target.OLDEST) {
      throw new IOException(
          target.feature() == 0
              ? "it does not say which JVM made it (no jdk.JVMInformation)"
              : "JDK %d made it; only those of JDK %d and later can be read"
                  .formatted(target.feature(), Target.OLDEST));
    }
  }

  private void readTime(RecordedEvent event) {
    Instant end = event.getEndTime();
    if (!event.getEventType().getName().equals(JVM)) {
      first = event.getStartTime().isBefore(first) ? event.getStartTime() : first;
    }
    last = end.isAfter(last) ? end : last;
  }

  /** Of the thresholds that an event had one after the other, the longest tells what may lack. */
  private void readSetting(RecordedEvent event) {
    String type = names.get(event.getLong("id"));
    String name = event.getString("name");
    String value = event.getString("value");
    if (type == null || name == null || value == null) {
      return;
    }
    String key = type + "#" + name;
    switch (name) {
      case "enabled" -> settings.merge(key, value, (one, other) -> isTrue(one, other));
      case "threshold" -> settings.merge(key, value, StoredRecording::longer);
      default -> {}
    }
  }

  private static String isTrue(String one, String other) {
    return one.equals("true") ? one : other;
  }

  private static String longer(String one, String other) {
    Duration first = threshold(one);
    return threshold(other).compareTo(first) > 0 ? other : one;
  }

  private static Duration threshold(String value) {
    return new FlightSettings("", Map.of("a#threshold", value), List.of()).threshold("a");
  }

  private void readJvm(RecordedEvent event) {
    String version = String.valueOf(event.getString("jvmVersion"));
    Matcher feature = FEATURE.matcher(version);
    int bracket = version.indexOf('(');
    target =
        new Target(
            event.getLong("pid"),
            feature.find() ? Integer.parseInt(feature.group(1)) : 0,
            bracket < 0 ? version : version.substring(bracket + 1, version.indexOf(')', bracket)),
            String.valueOf(event.getString("jvmName")),
            Target.printable(String.valueOf(event.getString("javaArguments"))));
  }
}
