package io.anteroom.study.plan;

import io.anteroom.result.Outcome;
import io.anteroom.result.metric.Expectation;
import io.anteroom.statistics.Estimate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that ran for real, on virtual threads.
 *
 * @param outcome of that run, in a word
 * @param visits that were measured
 * @param meanHoldNanos for real, which is longer than it should be where the machine is late
 * @param simulatedHoldNanos of the same visits, as the scenario has them
 * @param figures one an objective
 * @param ended what there is to say of its end, or of a deadlock that patience ended; null: nothing
 */
public record Verification(
    BigDecimal value,
    String outcome,
    long visits,
    double meanHoldNanos,
    double simulatedHoldNanos,
    List<Figure> figures,
    @Nullable String ended)
    implements RanForReal {
  public Verification {
    figures = List.copyOf(figures);
  }

  /**
   * What it fell short of, as words that go on after a comma; empty where it did not.
   *
   * @param endless whether the line grows without end, so that the rooms can't serve all who come
   */
  String failure(boolean endless) {
    if (outcome.equals(Outcome.INTERRUPTED.word())) {
      return "";
    }
    List<String> failures = new ArrayList<>();
    boolean expected =
        outcome.equals(Outcome.COMPLETED.word())
            || (endless && outcome.equals(Outcome.SATURATED.word()));
    if (!expected) {
      failures.add(failure());
    }
    figures.stream()
        .filter(Figure::missed)
        .map(one -> one.failure(new Objective(Expectation.parse(one.objective()))))
        .forEach(failures::add);
    return String.join(" and ", failures);
  }

  /**
   * A metric three times; in its unit.
   *
   * @param theory in the steady state; null where no formula is known
   * @param simulated the same, over the replications
   * @param sameVisits the very visits that ran for real, simulated: the same arrivals and holds
   * @param real null where the run has no data for it
   * @param met whether the real figure meets the objective
   */
  public record Figure(
      String objective,
      @Nullable Double theory,
      @Nullable Estimate simulated,
      @Nullable Double sameVisits,
      @Nullable Double real,
      boolean met) {
    /** Whether the run has data for it. */
    public boolean judged() {
      return real != null;
    }

    /** Whether the run has data for it, and they miss the objective. */
    boolean missed() {
      return judged() && !met;
    }

    /** What a figure that missed its objective was, in words. */
    String failure(Objective missed) {
      return missed.metricName() + " was " + missed.text(Objects.requireNonNull(real));
    }
  }
}
