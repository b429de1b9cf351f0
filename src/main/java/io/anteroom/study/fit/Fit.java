package io.anteroom.study.fit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What measured data say, and the scenario that is made of them.
 *
 * @param perSecond arrivals a second, over the whole time
 * @param scenario the settings that are written, by key
 * @param assumptions what the scenario takes for granted
 * @param warnings what may be wrong with the data
 */
public record Fit(
    FitSource source,
    double perSecond,
    HoldFit holds,
    Occupation inFlight,
    Map<String, String> scenario,
    List<String> assumptions,
    List<String> warnings) {
  public Fit {
    scenario = Collections.unmodifiableMap(new LinkedHashMap<>(scenario));
    assumptions = List.copyOf(assumptions);
    warnings = List.copyOf(warnings);
  }
}
