package io.anteroom.cli;

import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a scenario in simulated time: {@code run --clock simulated} in a word. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = "anteroom simulate [FILE|NAME] [OPTIONS]",
    description = {
      SimulateCommand.SUMMARY,
      "The arrivals and holds are those that virtual threads would meet; it is many",
      "thousand times faster, and done again and again, to say how sure it is.",
      "",
      "  anteroom simulate checkout-pool --warmup auto",
      "  anteroom simulate --arrivals poisson:300/s --hold exponential:20ms \\",
      "    --rooms 8 --mode semaphore-fair --duration 10m",
      "  anteroom simulate checkout-pool --precision 'wait.p99 +-2%%'",
      "",
    },
    optionListHeading = "%nOptions:%n")
final class SimulateCommand implements Callable<Integer> {
  static final String SUMMARY = "Calculates what a scenario does, in simulated time.";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private final ScenarioChoice choice = new ScenarioChoice();

  @Mixin private final SimulationOptions simulation = new SimulationOptions();

  @Mixin private final ReportOptions report = new ReportOptions();

  @Mixin private final ViewOptions view = new ViewOptions();

  private SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command, with an option for every key of a scenario. */
  static CommandLine create(Terminal terminal) {
    return ScenarioOptions.command(new SimulateCommand(terminal));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Scenario scenario =
        choice.read(
            spec,
            settings ->
                settings.with(ScenarioKey.CLOCK, ClockKind.SIMULATED.word(), "anteroom simulate"));
    return simulation.execute(scenario, report, view, spec, terminal);
  }
}
