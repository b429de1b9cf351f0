package io.anteroom.report.facts;

import io.anteroom.report.facts.RunData.Curve;
import io.anteroom.report.facts.RunData.Quantile;
import io.anteroom.theory.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/** Distributions as points on HdrHistogram's axis: the next nine comes as far on as the last. */
public final class Curves {
  private static final int TICKS_PER_HALF_DISTANCE = 5;

  /** Points of a theoretical curve for each tenth of what remains. */
  private static final int POINTS_PER_DECADE = 8;

  private static final double MOST_OF_THEORY = 1e6;

  private Curves() {}

  /** As measured; the longest one stands where one of so many does. */
  public static Curve of(String name, Histogram histogram) {
    List<Quantile> points = new ArrayList<>();
    double last = Math.max(1, histogram.getTotalCount());
    for (HistogramIterationValue value : histogram.percentiles(TICKS_PER_HALF_DISTANCE)) {
      double x = 100 / (100 - value.getPercentileLevelIteratedTo());
      points.add(new Quantile(Math.min(x, last), value.getValueIteratedTo()));
    }
    return new Curve(name, points);
  }

  /**
   * As a formula has it.
   *
   * @param count how many visits there are to compare with
   */
  public static @Nullable Curve of(Prediction prediction, long count) {
    List<Quantile> points = new ArrayList<>();
    double most = Math.min((double) count, MOST_OF_THEORY);
    for (int step = 1; ; step++) {
      double x = Math.pow(10, (double) step / POINTS_PER_DECADE);
      if (x > most) {
        break;
      }
      OptionalDouble nanos = prediction.waitQuantileNanos(100 - 100 / x);
      if (nanos.isEmpty() || !Double.isFinite(nanos.getAsDouble())) {
        break;
      }
      points.add(new Quantile(x, Math.round(nanos.getAsDouble())));
    }
    return points.isEmpty() ? null : new Curve(prediction.model() + " (theory)", points);
  }
}
