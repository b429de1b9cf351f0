package io.anteroom.study.replication;

import io.anteroom.measure.Histograms;
import io.anteroom.result.PartResult;
import io.anteroom.result.PartResult.Flow;
import io.anteroom.result.RunResult.Fairness;
import io.anteroom.result.RunResult.VisitCounts;
import org.jspecify.annotations.Nullable;

/**
 * Merges one part of several runs, as {@link Merger} does the whole: what was recorded and counted
 * is added, what is an average over time is averaged. Mutable; confined to one thread.
 */
final class PartMerger {
  private final PartResult first;
  private final Histograms histograms = Histograms.empty();
  private VisitCounts visits = new VisitCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
  private double rates;
  private double fairnesses;
  private double throughput;
  private double achieved;
  private double utilisation;
  private double waiting;
  private double inside;
  private double jain;
  private long persons;

  /**
   * @param first says which part it is
   */
  PartMerger(PartResult first) {
    this.first = first;
  }

  /** Adds the part of the next run. */
  void add(PartResult part, @Nullable Histograms recorded, Merger.Weight weight) {
    if (recorded != null) {
      histograms.add(recorded);
    }
    visits = Merger.sum(visits, part.visits());
    Flow flow = part.flow();
    if (weight.rates() > 0) {
      rates += weight.rates();
      throughput += weight.rates() * flow.throughputPerSecond();
      achieved += weight.rates() * flow.achievedPerSecond();
      utilisation += weight.rates() * flow.utilisation();
      waiting += weight.rates() * flow.waiting();
      inside += weight.rates() * flow.inside();
    }
    if (weight.fairness() > 0 && part.fairness().persons() > 0) {
      fairnesses += weight.fairness();
      jain += weight.fairness() * part.fairness().jain();
    }
    persons += part.fairness().persons();
  }

  /** What was recorded. */
  Histograms histograms() {
    return histograms;
  }

  /** The part of all runs. */
  PartResult merged() {
    return new PartResult(
        first.pool(),
        first.personClass(),
        first.rooms(),
        PartResult.Durations.of(histograms),
        visits,
        new Flow(
            Merger.average(throughput, rates),
            Merger.average(achieved, rates),
            Merger.average(utilisation, rates),
            Merger.average(waiting, rates),
            Merger.average(inside, rates)),
        new Fairness(Merger.average(jain, fairnesses), persons));
  }
}
