package io.anteroom.cli;

import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.activity.UnsupportedActivityException;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.report.live.Canvas;
import io.anteroom.report.live.LiveRun;
import io.anteroom.result.Run;
import io.anteroom.run.engine.Engine;
import io.anteroom.run.engine.Progress;
import io.anteroom.run.engine.Snapshot;
import io.anteroom.run.engine.Transcript;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a scenario on virtual threads, in real time. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = "anteroom run [FILE|NAME] [OPTIONS]",
    description = {
      RunCommand.SUMMARY,
      "",
      "  anteroom run --persons 2000 --rooms 64 --mode reentrant --hold fixed:20ms",
      "  anteroom run checkout-pool --duration 10s --expect 'wait.p99 < 50ms'",
      RunCommand.EXAMPLE,
      "",
    },
    optionListHeading = "%nOptions:%n")
final class RunCommand implements Callable<Integer> {
  static final String SUMMARY = "Runs a scenario on virtual threads and reports every wait.";

  static final String EXAMPLE = "  anteroom run --transcript scene-4-timeout";

  private static final int MOST_REFUSALS_SAID = 25;
  private static final int MOST_LINES_SAID = 1_000;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private final ScenarioChoice choice = new ScenarioChoice();

  @Option(
      names = "--transcript",
      order = 2,
      description = "Print what the persons say, in order, as far as it fits.")
  private boolean transcript;

  @Mixin private final ForkOptions forks = new ForkOptions();

  @Mixin private final SimulationOptions simulation = new SimulationOptions();

  @Mixin private final ReportOptions report = new ReportOptions();

  @Mixin private final ViewOptions view = new ViewOptions();

  private RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command, with an option for every key of a scenario. */
  static CommandLine create(Terminal terminal) {
    return ScenarioOptions.command(new RunCommand(terminal));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, UnsupportedActivityException {
    Scenario scenario = choice.read(spec, UnaryOperator.identity());
    if (scenario.conduct().clock() == ClockKind.SIMULATED) {
      if (transcript) {
        throw Refusal.of(spec, "--transcript: nobody speaks in simulated time; set clock to wall");
      }
      forks.requireNone(spec, "they belong to real time, and clock is simulated");
      return simulation.execute(scenario, report, view, spec, terminal);
    }
    simulation.requireNone(spec);
    return forks.given() ? runForked(scenario) : runForReal(scenario);
  }

  private int runForked(Scenario scenario) throws IOException, InterruptedException {
    if (transcript) {
      throw Refusal.of(spec, "--transcript: forks are not listened to; run without --fork");
    }
    ForkedRun forked = forks.forked(scenario, report.out(), spec);
    Follower follower = report.output().follower(forked::progress, null, spec, terminal);
    return report.execute(forked, scenario, follower, spec, terminal);
  }

  private int runForReal(Scenario scenario)
      throws IOException, InterruptedException, UnsupportedActivityException {
    Catalogue catalogue = PluginOption.catalogue(spec);
    try (RoomActivity activity = catalogue.activity(scenario)) {
      Transcript lines = transcript ? new Transcript(MOST_REFUSALS_SAID, MOST_LINES_SAID) : null;
      RealTime running =
          new RealTime(
              scenario, new Engine(scenario, activity, catalogue::mode, new WallClock(), lines));
      return report.execute(running, scenario, follower(running, lines), spec, terminal);
    }
  }

  private Follower follower(RealTime running, @Nullable Transcript lines) {
    OutputOptions output = report.output();
    Canvas canvas = lines == null ? view.canvas(output, terminal) : null;
    return canvas == null
        ? output.follower(running::progress, lines, spec, terminal)
        : new Follower(
            running.shownOn(canvas, new DrawnLines(spec.commandLine().getErr())),
            null,
            output.said(spec));
  }

  private record RealTime(Scenario scenario, Engine engine) implements ReportOptions.Running {
    @Override
    public Run run() throws InterruptedException {
      return engine.run();
    }

    @Override
    public void interrupt() {
      engine.interrupt();
    }

    Display shownOn(Canvas canvas, DrawnLines drawn) {
      LiveRun view = new LiveRun(canvas, scenario);
      return new ViewDisplay(
          () -> {
            Snapshot now = engine.look(view.roomsInGroup());
            return now == null ? null : view.lines(now);
          },
          drawn);
    }

    @Nullable String progress() {
      Progress progress = engine.progress();
      return progress == null ? null : ProgressLine.of(progress);
    }
  }
}
