package io.anteroom.study.plan;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricKind;
import io.anteroom.result.metric.MetricSource;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.study.replication.Samples;
import io.anteroom.theory.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Whether the replications agree with an exact value. It is asked of figures whose expected value
 * theory gives for a replication of any length, which is not true of all metrics: a percentile of
 * few visits lies beside that of many, so the share of the visits beyond it is looked at; a
 * standard deviation is too small, so the square of the distance from the exact mean is; a rate of
 * a burst is one over a chance time. Where so few visits decide, or tails are so heavy, that
 * Student's interval means nothing, they are taken to agree.
 *
 * @param objective whose metric may be known exactly
 * @param theory what is known of the scenario that was simulated
 * @param probes figures with known expected values
 */
record Agreement(Objective objective, TheoryFigures theory, List<Probe> probes) {
  /** How sure it has to be that they do not agree: a plan asks some ten times or more. */
  static final double LEVEL = 0.999;

  /** Histograms keep three digits. */
  private static final double RESOLUTION = 2e-3;

  /** And those at an edge, such as that of {@code waited}, may be on the other side of it. */
  private static final double EDGE = 1e-2;

  private static final double FEWEST_EVENTS = 10;

  /** Of a burst these are a sum over its length, which chance decides. */
  private static final List<Metric> OVER_WINDOW =
      List.of(Metrics.THROUGHPUT, Metrics.UTILISATION, Metrics.MEAN_LINE, Metrics.IN_SYSTEM);

  /** Of a replication's mean, for Student's interval to hold what it should. */
  private static final double MOST_SKEWNESS = 2;

  /**
   * A figure of each replication.
   *
   * @param least its expected value is not less
   * @param most its expected value is not more
   * @param scale what the edges of the window change a part of
   */
  private record Probe(Metric metric, double least, double most, double scale) {
    /**
     * Whether the replications exclude that.
     *
     * @param edge that part
     */
    boolean excludes(Samples samples, double edge) {
      double[] values = samples.of(metric);
      if (values.length < 2 || !Arrays.stream(values).allMatch(Double::isFinite)) {
        return false;
      }
      Estimate estimate = Estimates.student(values, LEVEL);
      return estimate.low() > most + edge * scale || estimate.high() < least - edge * scale;
    }
  }

  /** What there is to ask about an objective: nothing where nothing exact is known. */
  static Agreement of(Objective objective, TheoryFigures theory) {
    List<Probe> probes =
        theory.endless()
            ? List.of()
            : theory
                .of(objective)
                .filter(Known::exact)
                .map(known -> probes(objective, known.figure(), theory))
                .orElse(List.of());
    return new Agreement(objective, theory, probes);
  }

  /** The metrics to sample, besides the objective's own. */
  List<Metric> metrics() {
    return probes.stream().map(Probe::metric).toList();
  }

  /**
   * The simulation's interval where the exact value is not in it; null where they agree.
   *
   * @param visits of a replication that were measured
   */
  @Nullable Estimate excluding(double exact, Samples samples, double visits) {
    Scenario scenario = theory.scenario();
    // The window of a closed model may begin and end in the middle of everybody's round.
    double edge = scenario.demand().arrivals().open() ? 0 : scenario.demand().persons() / visits;
    double[] values = samples.of(objective.metric());
    if (values.length < 2
        || !enough(exact, visits)
        || probes.stream().noneMatch(probe -> probe.excludes(samples, edge))) {
      return null;
    }
    Estimate estimate = objective.metric().possible(Estimates.student(values, LEVEL));
    return exact < estimate.low() || exact > estimate.high() ? estimate : null;
  }

  private boolean enough(double exact, double visits) {
    Metric metric = objective.metric();
    if (metric.equals(Metrics.THROUGHPUT)) {
      return true;
    }
    boolean meanHold = metric.of(DurationKind.HOLD) && metric.kind() == MetricKind.MEAN;
    if (metric.equals(Metrics.UTILISATION) || meanHold) {
      return skewness(theory.scenario().stay().hold()) < MOST_SKEWNESS * Math.sqrt(visits);
    }
    if (metric.equals(Metrics.ABANDONED) || metric.equals(Metrics.TURNED_AWAY)) {
      return exact == 0 || exact * visits >= FEWEST_EVENTS;
    }
    if (metric.kind() == MetricKind.SERVED) {
      return light() && exact * visits >= FEWEST_EVENTS && (1 - exact) * visits >= FEWEST_EVENTS;
    }
    return light()
        && (metric.of(DurationKind.HOLD)
            || metric.quantile() != null
            || waiting(theory.prediction(), visits));
  }

  private boolean light() {
    Scenario scenario = theory.scenario();
    return light(scenario.stay().hold())
        && (!(scenario.demand().arrivals() instanceof Arrivals.Renewal renewal)
            || light(renewal.gap()));
  }

  /** Whether enough visits wait to know their mean, or none does. */
  private static boolean waiting(@Nullable Prediction prediction, double visits) {
    Double waited = prediction == null ? null : prediction.waited();
    return waited != null && (waited == 0 || waited * visits >= FEWEST_EVENTS);
  }

  /** Of holds; the mean of many is the nearer to a normal variate, the smaller it is. */
  private static double skewness(Distribution hold) {
    return hold instanceof Distribution.Lognormal lognormal
        ? lognormal.cv() * (lognormal.cv() * lognormal.cv() + 3)
        : light(hold) ? 0 : Double.POSITIVE_INFINITY;
  }

  /** Whether the mean square of some ten thousand of them is near to a normal variate. */
  private static boolean light(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Fixed fixed -> true;
      case Distribution.Exponential exponential -> true;
      case Distribution.Uniform uniform -> true;
      case Distribution.Erlang erlang -> true;
      case Distribution.Empirical empirical -> true;
      case Distribution.Hyperexponential hyper -> hyper.cv() <= 5;
      case Distribution.Lognormal lognormal -> lognormal.cv() <= 1;
      case Distribution.Pareto pareto -> false;
      case Distribution.Paired paired -> true;
      case Distribution.Mixture mixture ->
          mixture.parts().stream().allMatch(part -> light(part.distribution()))
              && Load.squaredVariation(mixture) <= 25;
      case Distribution.Law law -> law.light();
    };
  }

  private static List<Probe> probes(Objective objective, double exact, TheoryFigures theory) {
    Metric metric = objective.metric();
    DurationKind duration = metric.duration();
    Metric.Quantile quantile = metric.quantile();
    if (duration != null && quantile != null) {
      return shares(duration, quantile.percent(), exact);
    }
    if (duration != null && metric.kind() == MetricKind.DEVIATION) {
      return theory
          .of(Metrics.of(duration, "mean"))
          .filter(Known::exact)
          .map(mean -> List.of(square(duration, mean.figure(), exact)))
          .orElse(List.of());
    }
    boolean burst = theory.scenario().demand().arrivals() instanceof Arrivals.AtOnce;
    if (metric.source() == MetricSource.LINE_LENGTHS) {
      // A percentile of a few whole numbers: no replication has its exact value on average.
      return List.of();
    }
    if (burst && OVER_WINDOW.contains(metric)) {
      return List.of(overWindow(metric, exact, theory));
    }
    boolean edged = metric.equals(Metrics.WAITED) || metric.kind() == MetricKind.SERVED;
    double slack = exact * (edged ? EDGE : RESOLUTION);
    return List.of(probe(metric.name(), metric::measure, exact - slack, exact + slack, exact));
  }

  private static Probe probe(
      String name, Metric.Gauge gauge, double least, double most, double scale) {
    return new Probe(Metric.unlisted("probe " + name, gauge), least, most, scale);
  }

  /** At most so many visits lie above a percentile, and at least so many at it or above. */
  private static List<Probe> shares(DurationKind kind, double percentile, double exact) {
    double share = 1 - percentile / 100;
    long nanos = Math.round(exact);
    double slack = share * 1e-9;
    return List.of(
        probe(
            kind.word() + " above",
            read(kind, all -> from(all, all.nextNonEquivalentValue(nanos))),
            Double.NEGATIVE_INFINITY,
            share + slack,
            0),
        probe(
            kind.word() + " at",
            read(kind, all -> from(all, all.lowestEquivalentValue(nanos))),
            share - slack,
            Double.POSITIVE_INFINITY,
            0));
  }

  private static double from(Histogram all, long nanos) {
    long below = nanos <= 0 ? 0 : all.getCountBetweenValues(0, nanos - 1);
    return 1 - (double) below / all.getTotalCount();
  }

  private static Probe square(DurationKind kind, double mean, double exact) {
    double step = RESOLUTION * mean;
    double slack = exact * exact * 2 * RESOLUTION + step * step + 2 * step * exact;
    return probe(
        kind.word() + " square",
        read(
            kind,
            all -> {
              double off = all.getMean() - mean;
              return all.getStdDeviation() * all.getStdDeviation() + off * off;
            }),
        exact * exact - slack,
        exact * exact + slack,
        exact * exact);
  }

  /** Over the mean of the windows, rather than the mean over windows. */
  private static Probe overWindow(Metric metric, double exact, TheoryFigures theory) {
    Prediction known = Objects.requireNonNull(theory.prediction());
    double seconds = theory.scenario().demand().persons() / known.throughputPerSecond();
    double slack = RESOLUTION * seconds * 1e9;
    return probe(
        metric.name() + " over the window",
        run -> {
          OptionalDouble measured = metric.measure(run);
          return measured.isEmpty()
              ? measured
              : OptionalDouble.of((measured.getAsDouble() / exact - 1) * window(run));
        },
        -slack,
        slack,
        0);
  }

  private static double window(Run run) {
    return run.result().windowNanos();
  }

  private static Metric.Gauge read(DurationKind kind, ToDoubleFunction<Histogram> figure) {
    return run -> {
      Histogram all = run.histograms().of(kind);
      return all.getTotalCount() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(figure.applyAsDouble(all));
    };
  }
}
