package io.anteroom.study.diff;

import io.anteroom.result.Environment;
import io.anteroom.result.FigureText;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What two runs were given. */
final class SettingDifferences {
  private SettingDifferences() {}

  /** Where they took place: what differs and what does not. */
  static List<Difference> environment(Environment a, Environment b) {
    List<Difference> all = new ArrayList<>();
    all.addAll(
        List.of(
            new Difference("jdk", a.jdk(), b.jdk()),
            new Difference("carriers", number(a.carriers()), number(b.carriers())),
            new Difference("processors", number(a.processors()), number(b.processors())),
            new Difference("flags", flags(a), flags(b)),
            new Difference("collector", a.collector(), b.collector()),
            new Difference("heapBytes", number(a.heapBytes()), number(b.heapBytes())),
            new Difference("vm", a.vm(), b.vm()),
            new Difference("os", a.os(), b.os()),
            new Difference("anteroom", a.anteroom(), b.anteroom())));
    if (a.busyWaiting() != null && b.busyWaiting() != null) {
      all.add(new Difference("busyWaiting", word(a.busyWaiting()), word(b.busyWaiting())));
    }
    return all;
  }

  private static String word(boolean reckonedWith) {
    return reckonedWith ? "yes" : "no";
  }

  private static String number(long number) {
    return FigureText.count(number);
  }

  private static String flags(Environment environment) {
    String flags = environment.flagsThatMatter();
    return flags.isEmpty() ? "none" : flags;
  }

  /** The keys of the scenarios that differ. */
  static List<Difference> scenario(Scenario a, Scenario b) {
    Map<String, Object> ofA = ScenarioText.settings(a);
    Map<String, Object> ofB = ScenarioText.settings(b);
    Set<String> keys = new LinkedHashSet<>(ofA.keySet());
    keys.addAll(ofB.keySet());
    return keys.stream()
        .map(key -> new Difference(key, text(ofA.get(key)), text(ofB.get(key))))
        .filter(Difference::differs)
        .toList();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "not given" : value.toString();
  }
}
