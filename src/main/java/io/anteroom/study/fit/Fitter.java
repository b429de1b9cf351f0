package io.anteroom.study.fit;

import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.study.fit.reader.Reading;
import io.anteroom.study.fit.reader.Requests;
import io.anteroom.study.fit.reader.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a fit of what was read. */
public final class Fitter {
  private static final double NANOS_PER_SECOND = 1e9;

  private final String name;

  /**
   * @param name of the scenario to come
   */
  public Fitter(String name) {
    this.name = name;
  }

  /** What the data say. */
  public Fit fit(Reading reading) {
    Requests requests = reading.requests();
    long[] sorted = requests.durations();
    Arrays.sort(sorted);
    Occupation inFlight = Occupation.of(requests);
    long span = requests.spanNanos();
    return new Fit(
        FitSource.of(reading),
        span == 0 ? Double.NaN : (requests.size() - 1) / (span / NANOS_PER_SECOND),
        HoldFit.of(sorted),
        inFlight,
        settings(inFlight),
        assumptions(),
        warnings(reading));
  }

  private Map<String, String> settings(Occupation inFlight) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(ScenarioKey.NAME.word(), name);
    settings.put(ScenarioKey.ARRIVALS.word(), "trace:" + StoredFile.FITTED_ARRIVALS.fileName());
    settings.put(ScenarioKey.HOLD.word(), "empirical:" + StoredFile.FITTED_HOLDS.fileName());
    settings.put(ScenarioKey.ROOMS.word(), String.valueOf(inFlight.most()));
    return settings;
  }

  private static List<String> assumptions() {
    return List.of(
        "Durations are holds: nobody waited for a room while this was measured.",
        "Holds do not depend on each other, nor on when their persons arrive.",
        "There are as many rooms as requests were ever in flight at once.");
  }

  private static List<String> warnings(Reading reading) {
    List<String> warnings = new ArrayList<>();
    for (SourceFile file : reading.files()) {
      if (file.spread()) {
        warnings.add(
            "%s: its clock has steps of %s; arrivals are spread at random within each."
                .formatted(file.name(), stepText(file.resolutionNanos())));
      }
    }
    return warnings;
  }

  private static String stepText(long nanos) {
    return nanos >= 60_000_000_000L
        ? "a minute"
        : nanos >= 1_000_000_000L ? "a second" : nanos / 1_000_000 + "ms";
  }
}
