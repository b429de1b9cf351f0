package io.anteroom.study.plan;

import io.anteroom.result.FigureText;
import io.anteroom.result.Outcome;
import io.anteroom.result.metric.Expectation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A candidate of a plan that ran for real, on virtual threads. */
public interface RanForReal {
  /** Holds that much longer than they should be explain longer waits. */
  double LATE = 1.02;

  /** Of that run, in a word. */
  String outcome();

  /** Those that were measured. */
  long visits();

  /** For real, which is longer than it should be where the machine is late. */
  double meanHoldNanos();

  /** Of the same visits, as the scenario has them. */
  double simulatedHoldNanos();

  /** What there is to say of its end; null: nothing. */
  @Nullable String ended();

  /** Whether nothing moved any more. */
  default boolean stuck() {
    return outcome().equals(Outcome.STUCK.word());
  }

  /** What its end falls short of, as words that go on after a comma. */
  default String failure() {
    return stuck() ? "the run got stuck" : "the run was " + outcome();
  }

  /** One an objective. */
  List<Verification.Figure> figures();

  /** Whether the machine was late, so that all took longer than it should. */
  default boolean late() {
    return meanHoldNanos() > LATE * simulatedHoldNanos();
  }

  /** Whether the figures can't be used, since they contradict each other. */
  default boolean invalid() {
    return outcome().equals(Outcome.INVALID.word());
  }

  /**
   * Why objectives are not judged, and the remedy, in words; empty where all are. A run that did
   * not end as it should judges none, and its end says why.
   */
  default String notJudged() {
    List<String> metrics =
        figures().stream()
            .filter(figure -> !figure.judged())
            .map(figure -> new Objective(Expectation.parse(figure.objective())).metricName())
            .toList();
    boolean ended =
        outcome().equals(Outcome.COMPLETED.word()) || outcome().equals(Outcome.SATURATED.word());
    return metrics.isEmpty() || !ended
        ? ""
        : "%s visits give no %s; run for longer (--verify-duration)"
            .formatted(FigureText.count(visits()), String.join(" and no ", metrics));
  }

  /** Whether every objective is met for real, by figures that can be used. */
  default boolean met() {
    return outcome().equals(Outcome.COMPLETED.word())
        && figures().stream().allMatch(Verification.Figure::met);
  }
}
