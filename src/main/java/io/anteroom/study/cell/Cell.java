package io.anteroom.study.cell;

import io.anteroom.scenario.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One point of an experiment: a scenario, its seed included, and the JVM that it runs in.
 *
 * @param name unique in its experiment, and the name of its folder: letters, digits, {@code .},
 *     {@code _} and {@code -}
 * @param point where it lies in the experiment: what is varied, and its value here, in order
 */
public record Cell(String name, Map<String, String> point, Scenario scenario, Jvm jvm) {
  public Cell {
    point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
  }
}
