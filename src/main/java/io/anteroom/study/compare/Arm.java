package io.anteroom.study.compare;

import io.anteroom.scenario.Scenario;
import io.anteroom.study.cell.Jvm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of the things that are compared.
 *
 * @param label unique in its comparison, such as {@code reentrant}
 * @param point what it has of what is varied
 */
public record Arm(String label, Map<String, String> point, Scenario scenario, Jvm jvm) {
  public Arm {
    point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
  }
}
