package io.anteroom.cli;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricGroup;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.ClockKind;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the metrics that expectations can name. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Lists the metrics that --expect can name, with their units.")
final class MetricsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    int width = Metrics.all().stream().mapToInt(metric -> metric.name().length()).max().orElse(0);
    for (MetricGroup group : MetricGroup.values()) {
      out.println(group.heading());
      Metrics.all().stream()
          .filter(metric -> metric.look().group() == group)
          .forEach(metric -> out.println(line(metric, width)));
      out.println();
    }
    out.println(Metrics.PERCENTILES);
    out.println("* In real time only.");
  }

  private static String line(Metric metric, int width) {
    return "  %s %s %-14s  %s"
        .formatted(
            metric.name() + " ".repeat(width - metric.name().length()),
            metric.source().on(ClockKind.SIMULATED) ? " " : "*",
            metric.unit().description(),
            metric.meaning());
  }
}
