package io.anteroom.compare;

import io.anteroom.result.RunResult.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of an arm.
 *
 * @param settings its scenario's effective settings
 * @param outcomes how often its cells ended how
 * @param problems what became of the cells that have no figures, each reason once
 * @param checksums of the schedules that it met, in the order of the forks
 * @param noisy cells during which others took much of the machine
 * @param metrics over the forks: the mean, and Student's interval for it
 */
public record ArmFigures(
    String label,
    String jdk,
    Map<String, Object> settings,
    Map<String, Integer> outcomes,
    List<String> problems,
    List<String> checksums,
    int noisy,
    Map<String, Estimate> metrics) {
  public ArmFigures {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    problems = List.copyOf(problems);
    checksums = List.copyOf(checksums);
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
