package io.anteroom.cli;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricGroup;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.ClockKind;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the metrics that expectations can name. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = MetricsCommand.SUMMARY)
final class MetricsCommand implements Runnable {
  static final String SUMMARY = "Lists the metrics that --expect can name, with their units.";

  private static final String ANY = ".STATISTIC";
  private static final int NAMES = 30;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (MetricGroup group : MetricGroup.values()) {
      Listing listing = new Listing(spec, 2, NAMES);
      rows(group).forEach(listing::add);
      out.println(group.heading());
      out.println(listing);
    }
    out.println("STATISTIC is mean, stddev, max or a percentile.");
    out.println(Metrics.PERCENTILES);
    out.println(Metrics.SERVED);
    out.println("* In real time only.");
  }

  /** The meaning by the name; the statistics of the same durations are one row. */
  private static Map<String, String> rows(MetricGroup group) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Metric metric : Metrics.all()) {
      DurationKind durations = metric.duration();
      if (metric.look().group() == group) {
        String name = durations == null ? metric.name() : durations.word() + ANY;
        String meaning = durations == null ? metric.meaning() : durations.meaning();
        boolean always = metric.source().on(ClockKind.SIMULATED);
        rows.put(always ? name : name + " *", meaning + " (" + metric.unit().description() + ")");
      }
    }
    return rows;
  }
}
