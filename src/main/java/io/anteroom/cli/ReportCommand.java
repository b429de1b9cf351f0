package io.anteroom.cli;

import io.anteroom.report.IntervalLogReport;
import io.anteroom.report.ReportFormat;
import io.anteroom.report.ReportFormats;
import io.anteroom.report.StoredKind;
import io.anteroom.report.StoredKinds;
import io.anteroom.report.Style;
import io.anteroom.report.TextReport;
import io.anteroom.result.Run;
import io.anteroom.result.store.IntervalLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a report again from what a run left behind. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = {
      ReportCommand.SUMMARY,
      "Runs: each format of anteroom help formats.",
      "Comparisons, sweeps, plans and fits: text, json, html; all but sweeps markdown,",
      "all but fits svg, comparisons and sweeps csv.",
      "csv has a row a metric, with interval and theory; of comparisons one for each",
      "arm, of sweeps a row a cell; replications a row a replication: whole",
      "nanoseconds, shares from 0 to 1, rates per second.",
      "Logs and tables that other tools wrote with HdrHistogram (FILE.hlog,",
      "FILE.hgrm): text.",
      "",
      "  anteroom report results/examples/checkout-pool",
      "  anteroom report results/examples/checkout-pool --format svg > pool.svg",
      "  anteroom report results/FIRST results/SECOND --merge",
      "",
    })
final class ReportCommand implements Callable<Integer> {
  static final String SUMMARY = "Prints results folders again, in any format.";

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Results folders.")
  private List<Path> folders;

  @Option(
      names = "--merge",
      description =
          "Merge them into one results folder and print that: the same, whatever their order.")
  private boolean merge;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the merged results folder goes (default: results).")
  private @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print them (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--expected-interval",
      paramLabel = "TIME",
      description =
          "Of an interval log: also show it corrected for requests that its sender, which sent one"
              + " in such a time, left out while it waited.")
  private @Nullable String expectedInterval;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "Of an interval log: what its figures are (default: ns).")
  private @Nullable String unit;

  @Override
  public Integer call() throws IOException {
    ReportFormat chosen =
        ReportFormats.find(format)
            .orElseThrow(
                () ->
                    wrong(
                        "--format: there is no format \"%s\"; allowed: %s"
                            .formatted(
                                format,
                                ReportFormats.all().stream()
                                    .map(ReportFormat::name)
                                    .collect(Collectors.joining(", ")))));
    if (folders.stream().anyMatch(IntervalLog::isNamed)) {
      return printLogs();
    }
    if (expectedInterval != null || unit != null) {
      throw wrong(
          "--expected-interval and --unit: only for logs of other tools, such as FILE.hlog");
    }
    if (!merge && out != null) {
      throw wrong("--out: nothing is written without --merge");
    }
    if (merge) {
      List<Run> runs = StoredRuns.read(folders, spec);
      printMerged(MergedFolder.merge(runs, folders, spec), chosen);
      return ExitCode.DONE;
    }
    StoredKinds kinds = new StoredKinds(ScenarioOptions.storedParser(spec));
    // All are read before the first is printed.
    List<String> texts = new ArrayList<>();
    for (Path folder : folders) {
      Optional<StoredKind<?>> kind = kinds.in(folder);
      texts.add(
          kind.isPresent()
              ? text(kind.get(), folder)
              : text(StoredRuns.read(folder, spec), chosen));
    }
    texts.forEach(this::print);
    return ExitCode.DONE;
  }

  /** Logs that HdrHistogram wrote for other tools. */
  private int printLogs() {
    if (!format.equals("text") || !folders.stream().allMatch(IntervalLog::isNamed)) {
      throw wrong(
          "FILE.hlog, FILE.hgrm: logs of other tools are printed as text, and by themselves");
    }
    if (unit != null && folders.stream().anyMatch(IntervalLog::isTable)) {
      throw wrong("--unit: only for FILE.hlog; the figures of FILE.hgrm are milliseconds");
    }
    IntervalLogReport report =
        new IntervalLogReport(
            Duration.ofNanos(
                unit == null ? 1 : DurationOption.unit(spec, unit).nanos().longValueExact()),
            expectedInterval == null
                ? null
                : DurationOption.parse(
                    spec, "--expected-interval", expectedInterval, Duration.ofNanos(1)));
    List<IntervalLog> logs = folders.stream().map(IntervalLog::read).toList();
    List<String> texts = new ArrayList<>();
    if (merge) {
      texts.add(report.text(folders.size() + " logs", IntervalLog.merged(logs)));
    } else {
      for (int i = 0; i < logs.size(); i++) {
        texts.add(report.text(folders.get(i).toString(), logs.get(i)));
      }
    }
    texts.forEach(this::print);
    return ExitCode.DONE;
  }

  private String text(StoredKind<?> kind, Path folder) {
    try {
      return kind.print(folder, format)
          .orElseThrow(
              () ->
                  wrong(
                      "%s: a %s can't be printed as %s; allowed: %s"
                          .formatted(
                              folder, kind.word(), format, String.join(", ", kind.formats()))));
    } catch (IOException unreadable) {
      throw wrong(folder + ": can't be read, " + unreadable.getMessage());
    }
  }

  private void printMerged(Run merged, ReportFormat chosen) throws IOException {
    Path folder = MergedFolder.write(merged, out == null ? Path.of("results") : out);
    boolean text = chosen instanceof TextReport;
    print(text(merged, text ? new TextReport(Style.PLAIN, folder) : chosen));
    if (!text) {
      spec.commandLine().getErr().println("results  " + folder);
    }
  }

  private static String text(Run run, ReportFormat chosen) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    chosen.write(run, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void print(String text) {
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(text);
    printer.flush();
  }

  private ParameterException wrong(String message) {
    return Refusal.of(spec, message);
  }
}
