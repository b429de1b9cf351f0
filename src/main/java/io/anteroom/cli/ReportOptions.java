package io.anteroom.cli;

import io.anteroom.report.JUnitReport;
import io.anteroom.report.JsonReport;
import io.anteroom.report.ReportTitle;
import io.anteroom.report.RunFiles;
import io.anteroom.report.TextReport;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.ResultsFolderException;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a run's result goes and what is printed of it: the same for every command that runs. */
final class ReportOptions {
  @Mixin private final FolderOption out = new FolderOption();

  @Option(
      names = "--no-page",
      order = 11,
      description = "Write no report.html; anteroom report --format html makes it at any time.")
  private boolean noPage;

  @Mixin private final JUnitOption junit = new JUnitOption();

  @Mixin private final OutputOptions output = new OutputOptions();

  /** Something that runs, and can be told to end early. */
  interface Running {
    Run run() throws IOException, InterruptedException;

    void interrupt();
  }

  /** How it is printed. */
  OutputOptions output() {
    return output;
  }

  /** The folder of all results. */
  Path out() {
    return out.path();
  }

  /**
   * Runs a scenario, follows it, holds it against its expectations and reports it.
   *
   * @return the exit code
   */
  int execute(
      Running running, Scenario scenario, Follower follower, CommandSpec command, Terminal terminal)
      throws IOException, InterruptedException {
    // A wrong one is known before the work is done.
    Expectation.of(scenario);
    junit.prepare();
    try {
      ResultsFolder folder = out.prepare(ReportTitle.folder(scenario));
      return execute(running, follower, folder, command, terminal);
    } finally {
      junit.discard();
    }
  }

  private int execute(
      Running running,
      Follower follower,
      ResultsFolder folder,
      CommandSpec command,
      Terminal terminal)
      throws IOException, InterruptedException {
    try {
      return CtrlC.during(
          running::interrupt,
          () -> {
            Run run = follower.follow(running::run);
            report(run, folder, command, terminal);
            return ExitCode.of(RunVerdict.of(run).kind());
          });
    } finally {
      folder.discard();
    }
  }

  /** Prints the summary even where the results can't be written. */
  private void report(Run run, ResultsFolder folder, CommandSpec command, Terminal terminal)
      throws IOException {
    @Nullable Path written = null;
    @Nullable ResultsFolderException failure = null;
    try {
      written = folder.write(new RunFiles(run, !noPage));
    } catch (ResultsFolderException full) {
      failure = full;
    }
    output.say(command, new TextReport(output.style(terminal), written).text(run));
    output.printJson(command, () -> JsonReport.text(run));
    junit.write(stream -> new JUnitReport().write(run, stream));
    if (failure != null) {
      throw failure;
    }
  }
}
