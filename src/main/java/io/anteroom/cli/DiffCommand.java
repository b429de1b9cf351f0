package io.anteroom.cli;

import io.anteroom.report.DiffFacts;
import io.anteroom.report.JUnitReport;
import io.anteroom.report.LogDifference;
import io.anteroom.report.SweepDiffFacts;
import io.anteroom.result.metric.ChangeLimit;
import io.anteroom.result.store.IntervalLog;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.diff.RunDiff;
import io.anteroom.study.diff.RunDiff.Labelled;
import io.anteroom.study.diff.SweepDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = "anteroom diff A B [OPTIONS]",
    description = {
      DiffCommand.SUMMARY,
      "",
      "Two logs or tables of HdrHistogram that other tools wrote (FILE.hlog, FILE.hgrm)",
      "are put side by side, in nanoseconds.",
      "",
      "Replications, and repeated runs that were merged, say how far a figure scatters;",
      "of a single run its intervals do, if it is long enough.",
      "",
      "  anteroom diff results/BEFORE results/AFTER",
      "  anteroom diff results/BEFORE results/AFTER --fail-on 'wait.p99 +10%%'",
      "  anteroom diff results/BEFORE results/AFTER --fail-on 'wait.p99 +5%%' --strict",
      "",
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "A change that could not be judged, because a run is too short or invalid, is not",
      "checked: the first line says so, and with --strict it is a regression. A second",
      "run that is stuck or saturated, where the first was not, is a regression anyway.",
      "",
      "Exit codes: 0 done, 2 wrong usage or input, 4 a regression found, or with --strict",
      "one that could not be judged.",
    })
final class DiffCommand implements Callable<Integer> {
  static final String SUMMARY =
      "Says in what two results folders differ, and what of it is more than chance.";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "The results folder before.")
  private Path before;

  @Parameters(index = "1", paramLabel = "B", description = "The results folder after.")
  private Path after;

  @Option(
      names = "--fail-on",
      paramLabel = "CHANGE",
      order = 1,
      description =
          "Exit with 4 if the metric changed at least so far, beyond chance, such as"
              + " 'wait.p99 +10%%', 'throughput -5%%' or 'wait.p50 +2ms'; may be repeated.")
  private List<String> failOn = List.of();

  @Option(
      names = "--strict",
      order = 2,
      description = "Exit with 4 if a change of --fail-on could not be judged, too.")
  private boolean strict;

  @Mixin private final PageOption page = new PageOption();

  @Mixin private final JUnitOption junit = new JUnitOption();

  @Mixin private final OutputOptions output = new OutputOptions();

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<ChangeLimit> limits = failOn.stream().map(ChangeLimit::parse).toList();
    if (strict && limits.isEmpty()) {
      throw Refusal.of(
          spec, "--strict: there is nothing to judge; add --fail-on, such as 'wait.p99 +10%'");
    }
    if (StoredSweep.is(before) != StoredSweep.is(after)) {
      throw Refusal.of(
          spec,
          (StoredSweep.is(before) ? before : after)
              + ": a sweep, and the other one is not; name two sweeps, or two runs: a sweep's are"
              + " in its folder cells");
    }
    if (IntervalLog.isNamed(before) || IntervalLog.isNamed(after)) {
      return diffLogs(limits);
    }
    junit.prepare();
    try {
      page.prepare(spec);
      if (StoredSweep.is(before)) {
        return diffSweeps(limits);
      }
      RunDiff judged = RunDiff.of(read(before), read(after), limits);
      RunDiff diff = strict ? judged.strictly() : judged;
      print(DiffFacts.text(diff, output.style(terminal)), RunDiff.JSON.write(diff));
      page.write(command -> DiffFacts.page(diff, command), spec);
      junit.write(out -> new JUnitReport().write(diff, out));
      return diff.regressed() ? ExitCode.REGRESSION : ExitCode.DONE;
    } finally {
      page.discard();
      junit.discard();
    }
  }

  /** Logs that HdrHistogram wrote for other tools. */
  private int diffLogs(List<ChangeLimit> limits) {
    if (!IntervalLog.isNamed(before) || !IntervalLog.isNamed(after)) {
      throw wrong("FILE.hlog, FILE.hgrm: a log of another tool is compared with another log only");
    }
    if (!limits.isEmpty() || output.json() || junit.asked() || page.asked()) {
      throw wrong("FILE.hlog, FILE.hgrm: of logs the difference is printed as text, not judged");
    }
    LogDifference difference = new LogDifference(IntervalLog.read(before), IntervalLog.read(after));
    output.say(spec, difference.text(before.toString(), after.toString()));
    return ExitCode.DONE;
  }

  private ParameterException wrong(String message) {
    return Refusal.of(spec, message);
  }

  private int diffSweeps(List<ChangeLimit> limits) throws IOException {
    ScenarioParser parser = ScenarioOptions.storedParser(spec);
    SweepDiff judged =
        SweepDiff.of(StoredSweep.read(before, parser), StoredSweep.read(after, parser), limits);
    SweepDiff diff = strict ? judged.strictly() : judged;
    if (diff.cells().isEmpty()) {
      throw Refusal.of(
          spec,
          before + " and " + after + ": they have no cell in common; vary the same keys in both");
    }
    print(SweepDiffFacts.text(diff, output.style(terminal)), SweepDiff.JSON.write(diff));
    page.write(command -> SweepDiffFacts.page(diff, command), spec);
    junit.write(out -> new JUnitReport().write(diff, out));
    return diff.regressed() ? ExitCode.REGRESSION : ExitCode.DONE;
  }

  private Labelled read(Path folder) {
    return new Labelled(folder.toString(), StoredRuns.read(folder, spec));
  }

  private void print(String text, String asJson) {
    output.say(spec, text);
    output.printJson(spec, () -> asJson);
  }
}
