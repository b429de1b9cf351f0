package io.anteroom.study.fit;

import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What measured data say, and the scenario that is made of them.
 *
 * @param schema version of this shape
 * @param findings what the data say, each with its test or reason
 * @param scenario the settings that are written, by key
 * @param assumptions what the scenario takes for granted
 */
@Json
public record Fit(
    int schema,
    FitSource source,
    ArrivalFit arrivals,
    HoldFit holds,
    Occupation inFlight,
    List<FitFinding> findings,
    Map<String, String> scenario,
    List<String> assumptions) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<Fit> JSON =
      new Document<>(
              Fit.class,
              "fit",
              SCHEMA,
              List.of(
                  "source", "arrivals", "holds", "inFlight", "findings", "scenario", "assumptions"))
          .onlyWhereKnown("interval", "intervals");

  public Fit {
    findings = List.copyOf(findings);
    scenario = Collections.unmodifiableMap(new LinkedHashMap<>(scenario));
    assumptions = List.copyOf(assumptions);
  }
}
