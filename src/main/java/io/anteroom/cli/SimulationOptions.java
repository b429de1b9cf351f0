package io.anteroom.cli;

import io.anteroom.report.live.Canvas;
import io.anteroom.result.metric.PartNames;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.replication.Precision;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What only a simulation is told, and how one is run. */
final class SimulationOptions {
  private static final String PRECISION = "--precision";

  @Option(
      names = PRECISION,
      paramLabel = "METRIC+-SHARE",
      order = 3,
      description =
          "In simulated time: add replications until the metric's 95%% interval is that narrow,"
              + " such as wait.p99+-2%%.")
  private @Nullable String precision;

  /** Refuses the options, which mean nothing in real time. */
  void requireNone(CommandSpec command) {
    if (precision != null) {
      throw Refusal.of(
          command, PRECISION + ": it belongs to simulated time; set clock to simulated");
    }
  }

  /**
   * Simulates a scenario and reports it.
   *
   * @return the exit code
   */
  int execute(
      Scenario scenario,
      ReportOptions report,
      ViewOptions view,
      CommandSpec command,
      Terminal terminal)
      throws IOException, InterruptedException {
    Simulation simulation = new Simulation(scenario, parsed(scenario, command));
    OutputOptions output = report.output();
    Canvas canvas = view.canvas(output, terminal);
    Follower follower =
        canvas == null
            ? output.follower(simulation::progress, null, command, terminal)
            : new Follower(
                simulation.shownOn(canvas, new DrawnLines(command.commandLine().getErr())),
                null,
                output.said(command));
    return report.execute(simulation, scenario, follower, command, terminal);
  }

  private @Nullable Precision parsed(Scenario scenario, CommandSpec command) {
    if (precision == null) {
      return null;
    }
    try {
      return Precision.parse(precision, PartNames.of(scenario));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command.commandLine(), PRECISION + ": " + wrong.getMessage(), wrong);
    }
  }
}
