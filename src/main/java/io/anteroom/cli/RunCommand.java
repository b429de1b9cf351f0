package io.anteroom.cli;

import io.anteroom.activity.RoomActivities;
import io.anteroom.activity.RoomActivity;
import io.anteroom.activity.UnsupportedActivityException;
import io.anteroom.clock.WallClock;
import io.anteroom.engine.Engine;
import io.anteroom.engine.Transcript;
import io.anteroom.expectation.Expectation;
import io.anteroom.expectation.Verdict;
import io.anteroom.report.JsonReport;
import io.anteroom.report.ResultsFolder;
import io.anteroom.report.ResultsFolderException;
import io.anteroom.report.TextReport;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario on virtual threads, in real time. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = AnteroomCommand.Version.class,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = "anteroom run [FILE|NAME] [OPTIONS]",
    description = {
      "Runs a scenario on virtual threads and reports every wait.",
      "",
    },
    optionListHeading = "%nOptions:%n")
final class RunCommand implements Callable<Integer> {
  private static final int MOST_REFUSALS_SAID = 25;
  private static final int MOST_LINES_SAID = 1_000;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|NAME",
      description = "A scenario file, or a shipped scenario (see anteroom scenario).")
  private @Nullable String name;

  @Option(
      names = "--scale",
      paramLabel = "N",
      order = 1,
      description = "Run the same scenario with N persons, and rooms in proportion.")
  private @Nullable Integer scale;

  @Option(
      names = "--transcript",
      order = 2,
      description = "Print what the persons say, in order, as far as it fits.")
  private boolean transcript;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      order = 3,
      defaultValue = "results",
      description = "Where the results folder goes (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--json",
      order = 4,
      description = "Print the result as JSON on standard output, all else on standard error.")
  private boolean json;

  @Option(names = "--quiet", order = 5, description = "No progress.")
  private boolean quiet;

  @Option(names = "--no-color", order = 6, description = "No colours; NO_COLOR does the same.")
  private boolean noColour;

  private RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command, with an option for every key of a scenario. */
  static CommandLine create(Terminal terminal) {
    CommandLine command = new CommandLine(new RunCommand(terminal));
    ScenarioOptions.addTo(command.getCommandSpec());
    return command;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, UnsupportedActivityException {
    Scenario scenario = ScenarioOptions.read(spec, name, scale);
    List<Expectation> expectations =
        scenario.conduct().expectations().stream().map(Expectation::parse).toList();
    ResultsFolder folder =
        ResultsFolder.prepare(out, scenario.name(), Clock.system(ZoneId.systemDefault()));
    try (RoomActivity activity = RoomActivities.create(scenario.stay().activity())) {
      Transcript lines = transcript ? new Transcript(MOST_REFUSALS_SAID, MOST_LINES_SAID) : null;
      Engine engine = new Engine(scenario, activity, new WallClock(), lines);
      CtrlC ctrlC = new CtrlC(engine::interrupt);
      try {
        Run run = run(engine, lines);
        List<Verdict> verdicts =
            expectations.stream().map(expectation -> expectation.evaluate(run)).toList();
        report(run, verdicts, folder);
        return ExitCode.of(run.result().outcome(), verdicts.stream().allMatch(Verdict::met));
      } finally {
        ctrlC.release();
      }
    } finally {
      folder.discard();
    }
  }

  private Run run(Engine engine, @Nullable Transcript lines) throws InterruptedException {
    PrintWriter said = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    Follower follower =
        new Follower(engine, lines, said, spec.commandLine().getErr(), quiet, terminal);
    try {
      return engine.run();
    } finally {
      follower.stop();
    }
  }

  /** Prints the summary even where the results can't be written. */
  private void report(Run run, List<Verdict> verdicts, ResultsFolder folder) throws IOException {
    Path written = null;
    ResultsFolderException failure = null;
    try {
      written = folder.write(run, ScenarioText::writeInto);
    } catch (ResultsFolderException full) {
      failure = full;
    }
    PrintWriter standardOut = spec.commandLine().getOut();
    PrintWriter summary = json ? spec.commandLine().getErr() : standardOut;
    summary.print(new TextReport(terminal.style(!noColour), verdicts, written).text(run));
    summary.flush();
    if (json) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new JsonReport().write(run, bytes);
      standardOut.print(bytes.toString(StandardCharsets.UTF_8));
      standardOut.flush();
    }
    if (failure != null) {
      throw failure;
    }
  }
}
