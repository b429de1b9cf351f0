package io.anteroom.teach;

import io.anteroom.study.cell.CellOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What was seen on one JDK, or in simulated time.
 *
 * @param jdk its version; empty: simulated time
 * @param observations of its runs
 */
record View(String jdk, int feature, List<Observation> observations) {
  View {
    observations = List.copyOf(observations);
  }

  /** A run's figure; NaN where there is none. */
  double figure(String run, String name) {
    return run(run).map(seen -> seen.figures().get(name)).orElse(Double.NaN);
  }

  /** The same for a person to read. */
  String text(String run, String name) {
    return Figures.text(name, figure(run, name));
  }

  /** A figure as a multiple of another one of its run; NaN where one is missing. */
  double ratio(String run, String name, String base) {
    return figure(run, name) / figure(run, base);
  }

  /** What a run found out in words; empty where it did not. */
  String words(String run, String name) {
    return run(run).map(seen -> seen.words().get(name)).orElse("");
  }

  /** 1 where a run got stuck, 0 where it completed, NaN where neither is known. */
  double stuck(String run) {
    CellOutcome outcome = run(run).map(Observation::outcome).orElse(CellOutcome.FAILED);
    return outcome == CellOutcome.STUCK
        ? 1
        : outcome.lost() || outcome == CellOutcome.INTERRUPTED ? Double.NaN : 0;
  }

  /** A sentence on the places that held carriers; empty where none did. */
  String pins(String run) {
    String places = words(run, Figures.PINS);
    return places.isEmpty() ? "" : " What held carriers was something else: " + places + ".";
  }

  /** How many holds a run lasted from the first arrival to the end of the last visit. */
  double rounds(String run) {
    return ratio(run, Figures.WINDOW, "hold.mean");
  }

  private Optional<Observation> run(String run) {
    return observations.stream().filter(seen -> seen.run().equals(run)).findFirst();
  }

  /** What sentences call it. */
  String place() {
    return jdk.isEmpty() ? "In simulated time" : "On JDK " + jdk;
  }
}
