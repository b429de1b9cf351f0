package io.anteroom.result.metric;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.PartLabel;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.JourneyTheory;
import io.anteroom.theory.JourneyTheory.Part;
import io.anteroom.theory.Prediction;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What closed formulas say of a scenario with a journey, metric by metric: of the whole, and of
 * pools and classes by the metrics' labels. Immutable.
 */
public record JourneyFigures(JourneyTheory theory) {
  private static final PartLabel WHOLE = new PartLabel(null, null);

  /** Those of a scenario, which has a journey. */
  public static JourneyFigures of(Scenario scenario) {
    return new JourneyFigures(JourneyTheory.of(scenario));
  }

  /** The figure in the metric's unit; empty where no formula is known. */
  public OptionalDouble figure(Metric metric) {
    TheoryGauge gauge = metric.theory();
    Optional<Part> part = part(metric);
    if (gauge == null || part.isEmpty()) {
      return OptionalDouble.empty();
    }
    Distribution hold = part.get().hold();
    if (hold != null) {
      return gauge.figure(hold, part.get().prediction());
    }
    boolean ofHolds = metric.of(DurationKind.HOLD) || metric.of(DurationKind.RESPONSE);
    boolean needsMore =
        (ofHolds && metric.kind() != MetricKind.MEAN) || metric.kind() == MetricKind.SERVED;
    return needsMore
        ? OptionalDouble.empty()
        : gauge.figure(meanOnly(part.get().meanHoldNanos()), part.get().prediction());
  }

  /** The prediction that a metric's figure is read from. */
  public Optional<Prediction> prediction(Metric metric) {
    return part(metric).map(Part::prediction);
  }

  private Optional<Part> part(Metric metric) {
    PartLabel label =
        metric.theory() instanceof PartTheoryGauge(PartLabel part, TheoryGauge of) ? part : WHOLE;
    return Optional.ofNullable(theory.part(label.pool(), label.personClass()));
  }

  private static Distribution meanOnly(double nanos) {
    return new Distribution.Fixed(Duration.ofNanos(Math.round(nanos)));
  }
}
