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

  /** What was seen of one run. */
  static View of(Observation seen) {
    return new View(seen.jdk(), seen.feature(), List.of(seen));
  }

  /** A figure by the label of its run and its name, or by its name alone; NaN: there is none. */
  double figure(String reference) {
    Optional<Observation> run = run(reference);
    String name = name(reference);
    return name.equals(Figures.STUCK)
        ? stuck(run.map(Observation::outcome).orElse(CellOutcome.FAILED))
        : run.map(seen -> seen.figures().get(name)).orElse(Double.NaN);
  }

  private static double stuck(CellOutcome outcome) {
    return outcome == CellOutcome.STUCK
        ? 1
        : outcome.lost() || outcome == CellOutcome.INTERRUPTED ? Double.NaN : 0;
  }

  /** What a run found out in words; empty where it did not. */
  String words(String reference) {
    return run(reference).map(seen -> seen.words().get(name(reference))).orElse("");
  }

  private static String name(String reference) {
    return reference.substring(reference.lastIndexOf(' ') + 1);
  }

  private Optional<Observation> run(String reference) {
    int label = reference.indexOf(" | ");
    return observations.stream()
        .filter(seen -> label < 0 || seen.run().equals(reference.substring(0, label)))
        .findFirst();
  }

  /** What sentences call it. */
  String place() {
    return jdk.isEmpty() ? "In simulated time" : "On JDK " + jdk;
  }
}
