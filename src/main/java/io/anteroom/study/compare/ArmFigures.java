package io.anteroom.study.compare;

import io.anteroom.statistics.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of an arm.
 *
 * @param settings its scenario's effective settings
 * @param outcomes how often its cells ended how
 * @param counted how many of its forks have figures that mean something; of old documents, by their
 *     outcomes
 * @param uncounted why the others do not count, such as {@code got stuck}, and how many of them
 * @param problems what became of the cells that have no figures, each reason once
 * @param checksums of the schedules that it met, in the order of the forks
 * @param noisy cells during which others took much of the machine
 * @param metrics over the forks that count: the mean, and Student's interval for it; geometric and
 *     of the logarithms, where all of them measured more than 0 (of old documents, never)
 */
public record ArmFigures(
    String label,
    String jdk,
    Map<String, Object> settings,
    Map<String, Integer> outcomes,
    int counted,
    Map<String, Integer> uncounted,
    List<String> problems,
    List<String> checksums,
    int noisy,
    Map<String, Estimate> metrics) {
  public ArmFigures {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    counted = missing(uncounted) ? measured(outcomes) : counted;
    uncounted =
        missing(uncounted) ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(uncounted));
    problems = List.copyOf(problems);
    checksums = List.copyOf(checksums);
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** Documents of the beginning of version 1 do not have the key. */
  private static boolean missing(@Nullable Map<String, Integer> uncounted) {
    return uncounted == null;
  }

  private static int measured(Map<String, Integer> outcomes) {
    return outcomes.entrySet().stream()
        .filter(one -> one.getKey().equals("completed") || one.getKey().equals("saturated"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
