package io.anteroom.compare;

import io.anteroom.cell.Jvm;
import io.anteroom.scenario.Scenario;
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
