package io.anteroom.cli;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import java.io.PrintWriter;
import java.util.List;
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
    List<Metric> metrics = Metrics.all();
    int width = metrics.stream().mapToInt(metric -> metric.name().length()).max().orElse(0);
    for (Metric metric : metrics) {
      String name = metric.name() + " ".repeat(width - metric.name().length());
      out.printf("%s  %-9s %s%n", name, metric.unit().description(), metric.meaning());
    }
  }
}
