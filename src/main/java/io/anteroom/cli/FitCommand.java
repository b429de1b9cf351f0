package io.anteroom.cli;

import io.anteroom.report.FitFacts;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.StoredFile;
import io.anteroom.study.fit.Fit;
import io.anteroom.study.fit.FitFolder;
import io.anteroom.study.fit.Fitter;
import io.anteroom.study.fit.reader.LogFormat;
import io.anteroom.study.fit.reader.LogFormats;
import io.anteroom.study.fit.reader.LogInput;
import io.anteroom.study.fit.reader.LogReading;
import io.anteroom.study.fit.reader.RequestCollector;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a scenario from measured data. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = "anteroom fit FILE... [OPTIONS]",
    description = {
      FitCommand.SUMMARY,
      "",
      "  anteroom fit requests.csv",
      "  anteroom fit access.log --rooms 10",
      "  anteroom plan results/...-fit-requests --slo 'response.p99 < 300ms'",
      "",
    },
    optionListHeading = "%nOptions:%n")
final class FitCommand implements Callable<Integer> {
  static final String SUMMARY =
      "Makes a scenario from measured data, and says what it takes for granted.";

  private static final String STANDARD_INPUT = "-";
  private static final int LONGEST_NAME = 40;

  private final Terminal terminal;
  private final Supplier<InputStream> standardInput;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Measured data, gzip too; several are read as one; - is standard input.")
  private List<String> files;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 1,
      description = "The layout of the files (default: as they look).")
  private @Nullable String format;

  @Mixin private final FitOptions options = new FitOptions();
  @Mixin private final FolderOption folder = new FolderOption();
  @Mixin private final OutputOptions output = new OutputOptions();

  private volatile @Nullable FitProgress progress;

  /** The command, with the layouts that it knows in its help. */
  static CommandLine create(Terminal terminal, Supplier<InputStream> standardInput) {
    CommandLine command = new CommandLine(new FitCommand(terminal, standardInput));
    List<String> lines = new ArrayList<>(List.of("", "Layouts:"));
    for (LogFormat layout : LogFormats.all()) {
      lines.add(String.format(Locale.ROOT, "  %-12s %s", layout.name(), layout.summary()));
    }
    lines.addAll(
        List.of(
            "",
            "Times in a table are dates (2026-11-30T00:53:20.5Z), numbers since 1970 in s,",
            "ms, us or ns, told apart by their size, or seconds since whenever."));
    command.getCommandSpec().usageMessage().footer(lines.toArray(String[]::new));
    return command;
  }

  private FitCommand(Terminal terminal, Supplier<InputStream> standardInput) {
    this.terminal = terminal;
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.require(spec);
    LogFormat chosen = chosenFormat();
    ResultsFolder results = folder.prepare("fit-" + name());
    try {
      Fitter fitter = new Fitter(options.question("fit-" + name(), spec));
      Fitter.Fitted fitted =
          output.follow(this::progressLine, spec, terminal, () -> fitter.fit(read(chosen)));
      Fit fit = fitted.fit();
      Path written =
          results.write(
              into -> {
                new FitFolder(into).write(fitted);
                try (OutputStream page = Files.newOutputStream(StoredFile.PAGE.in(into))) {
                  new PageShell(FitFacts.page(fit, CommandText.of(spec))).write(page);
                }
              });
      FitProgress read = progress;
      if (read != null && !output.quiet()) {
        spec.commandLine().getErr().println(read.rate());
      }
      output.say(spec, FitFacts.text(fit, output.style(terminal), written));
      output.printJson(spec, () -> Fit.JSON.write(fit));
      return ExitCode.DONE;
    } finally {
      results.discard();
    }
  }

  private @Nullable LogFormat chosenFormat() {
    if (format == null) {
      return null;
    }
    return LogFormats.find(format)
        .orElseThrow(
            () ->
                Refusal.of(
                    spec,
                    "--format: there is no layout \"%s\"; allowed: %s"
                        .formatted(format, LogFormats.words())));
  }

  private LogReading read(@Nullable LogFormat chosen) throws IOException {
    RequestCollector requests = options.collector(spec);
    for (String file : files) {
      try (LogInput input = open(file)) {
        FitProgress now = new FitProgress(input, requests, progress);
        progress = now;
        LogFormat effective = chosen == null ? LogFormats.of(input) : chosen;
        requests.read(input, effective, options.reading(spec));
        now.end();
      }
    }
    return requests.finish();
  }

  private LogInput open(String file) {
    if (file.equals(STANDARD_INPUT)) {
      return LogInput.of(standardInput.get());
    }
    try {
      return LogInput.open(Path.of(file));
    } catch (InvalidPathException notAPath) {
      throw Refusal.ofFileName(spec, "FILE");
    }
  }

  private @Nullable String progressLine() {
    FitProgress now = progress;
    return now == null ? null : now.line();
  }

  /** That of the first file, of letters that a scenario may have in its name. */
  private String name() {
    String file = files.getFirst().equals(STANDARD_INPUT) ? "stdin" : files.getFirst();
    List<String> parts = new ArrayList<>(List.of(file.split("[/\\\\]", -1)));
    String plain =
        parts
            .getLast()
            .replaceFirst("(\\.[A-Za-z]{1,5})?(\\.gz)?$", "")
            .replaceAll("[^A-Za-z0-9._-]", "-");
    String name = plain.isEmpty() || !plain.matches("[A-Za-z0-9].*") ? "data" : plain;
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }
}
