package io.anteroom.study.diff;

import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Prominence;
import io.anteroom.statistics.Moments;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How metrics changed from one run to another.
 *
 * @param same whether both are the same result: then nothing changed
 * @param level of the changes' intervals
 */
record Changes(Run a, Run b, boolean same, double level) {
  /** Of the usual metrics those that at least one of the runs has data for. */
  List<Change> usual() {
    return Metrics.all(Prominence.USUAL).stream()
        .map(this::of)
        .filter(change -> change.a() != null || change.b() != null)
        .toList();
  }

  Change of(Metric metric) {
    Double before = figure(metric.measure(a));
    Double after = figure(metric.measure(b));
    if (same && before != null) {
      Double none = before == 0 ? null : Double.valueOf(0);
      return new Change(metric.name(), before, after, none, null, Contrast.NONE_SHOWN, "");
    }
    Evidence ofA = Evidence.of(a, metric);
    Evidence ofB = Evidence.of(b, metric);
    Moments samplesOfA = ofA.samples();
    Moments samplesOfB = ofB.samples();
    Double relative = relative(before, after);
    if (before == null || after == null || samplesOfA == null || samplesOfB == null) {
      return new Change(
          metric.name(), before, after, relative, null, Contrast.NOT_JUDGED, reason(ofA, ofB));
    }
    Welch welch = new Welch(before, samplesOfA, after, samplesOfB, level);
    return new Change(metric.name(), before, after, relative, welch.bounds(), welch.contrast(), "");
  }

  private static @Nullable Double figure(OptionalDouble measured) {
    return measured.isPresent() ? measured.getAsDouble() : null;
  }

  private static @Nullable Double relative(@Nullable Double before, @Nullable Double after) {
    return before == null || after == null || before == 0
        ? null
        : Double.valueOf(FigureText.roundedTo(10, after / before - 1));
  }

  private static String reason(Evidence ofA, Evidence ofB) {
    if (ofA.reason().equals(ofB.reason())) {
      return ofA.reason();
    }
    return ofA.reason().isEmpty() ? "B: " + ofB.reason() : "A: " + ofA.reason();
  }
}
