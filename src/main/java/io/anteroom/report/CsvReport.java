package io.anteroom.report;

import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.TheoryValues;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.statistics.Estimate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A table for other programs: the verdict, then one row a metric that the run has data for, with
 * its interval and what theory says of it, where these are known. Durations are in whole
 * nanoseconds, shares from 0 to 1, rates per second.
 */
public final class CsvReport implements ReportFormat {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String meaning() {
    return "every metric with interval and theory, one a line";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("metric,unit,value,low,high,theory\n");
    text.append("verdict,kind,").append(RunVerdict.of(run).kind().word()).append(",,,\n");
    Map<String, Double> theory = TheoryValues.of(run.scenario());
    for (Metric metric : PartMetrics.withWhole(run.scenario())) {
      OptionalDouble value = metric.measure(run);
      if (value.isPresent()) {
        Estimate estimate = run.result().interval(metric.name());
        text.append(metric.csvName()).append(',').append(unit(metric));
        text.append(',').append(metric.unit().plainText(value.getAsDouble()));
        text.append(',').append(estimate == null ? "" : plain(metric, Math.max(estimate.low(), 0)));
        text.append(',').append(estimate == null ? "" : plain(metric, estimate.high()));
        text.append(',').append(plain(metric, theory.get(metric.name()))).append('\n');
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(Metric metric, @Nullable Double value) {
    return value == null ? "" : metric.unit().plainText(value);
  }

  /** A unit as tables for other programs name it. */
  static String unit(Metric metric) {
    return switch (metric.unit()) {
      case DURATION -> "ns";
      case SHARE -> "share";
      case RATE -> "per second";
      case NUMBER -> "number";
    };
  }
}
