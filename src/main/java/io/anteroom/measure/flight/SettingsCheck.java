package io.anteroom.measure.flight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.SettingDescriptor;

/**
 * Compares settings with the event types of this JVM, since the JDK does not: it accepts misspelt
 * events and settings, and values that it then ignores. Confined to one thread.
 */
final class SettingsCheck {
  private final String origin;
  private final Map<String, Set<String>> settingsByEvent = new TreeMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, String> accepted = new LinkedHashMap<>();
  private final Set<String> missing = new TreeSet<>();

  /** Starts the recorder's infrastructure if nothing has yet. */
  SettingsCheck(String origin) {
    this.origin = origin;
    OwnEvent.register();
    for (EventType type : FlightRecorder.getFlightRecorder().getEventTypes()) {
      Set<String> settings = new TreeSet<>();
      for (SettingDescriptor setting : type.getSettingDescriptors()) {
        settings.add(setting.getName());
      }
      settingsByEvent.put(type.getName(), settings);
    }
  }

  FlightSettings check(String name, List<SettingsDocument.Line> lines) {
    for (SettingsDocument.Line line : lines) {
      check(line);
    }
    return new FlightSettings(name, accepted, new ArrayList<>(missing));
  }

  private void check(SettingsDocument.Line line) {
    SettingValue.fault(line.setting(), line.value())
        .ifPresent(
            fault -> {
              throw invalid(line, fault);
            });
    Integer before = seen.putIfAbsent(line.key(), line.line());
    if (before != null) {
      throw invalid(line, "was set in line %d already; remove one.".formatted(before));
    }
    if (isHere(line)) {
      accepted.put(line.key(), line.value());
    }
  }

  /** False where another JDK has what this one lacks; an unknown name is an error. */
  private boolean isHere(SettingsDocument.Line line) {
    Set<String> settings = settingsByEvent.get(line.event());
    if (settings == null) {
      return missingHere(line.event(), line.eventLine(), unknownEvent(line));
    }
    return settings.contains(line.setting())
        || missingHere(line.key(), line.line(), unknownSetting(line, settings));
  }

  private boolean missingHere(String name, int line, String problem) {
    if (!Elsewhere.knows(name)) {
      throw new InvalidFlightSettingsException(origin, line, problem);
    }
    missing.add(name);
    return false;
  }

  private String unknownEvent(SettingsDocument.Line line) {
    Set<String> names = new TreeSet<>(settingsByEvent.keySet());
    names.addAll(Elsewhere.RELEASES.keySet().stream().filter(n -> !n.contains("#")).toList());
    return "unknown event '%s'.%s \"jfr metadata\" lists the JDK's events."
        .formatted(line.event(), NearestName.hint(line.event(), names));
  }

  private static String unknownSetting(SettingsDocument.Line line, Set<String> settings) {
    return "%s has no setting '%s'.%s It has: %s."
        .formatted(
            line.event(),
            line.setting(),
            NearestName.hint(line.setting(), settings),
            String.join(", ", settings));
  }

  private InvalidFlightSettingsException invalid(SettingsDocument.Line line, String fault) {
    return new InvalidFlightSettingsException(
        origin, line.line(), "'%s' of %s %s".formatted(line.setting(), line.event(), fault));
  }
}
