package io.anteroom.cli;

import io.anteroom.locking.LockingModes;
import io.anteroom.report.ReportFormat;
import io.anteroom.report.ReportFormats;
import io.anteroom.result.Run;
import io.anteroom.result.StoredRun;
import io.anteroom.scenario.ScenarioParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    versionProvider = AnteroomCommand.Version.class,
    description = {
      "Prints results folders again, in any format:",
      "text, json, hgrm, hlog, csv or html.",
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Results folders.")
  private List<Path> folders;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print them (default: ${DEFAULT-VALUE}).")
  private String format;

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
    List<Run> runs = folders.stream().map(this::read).toList();
    PrintWriter out = spec.commandLine().getOut();
    for (Run run : runs) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      chosen.write(run, bytes);
      out.print(bytes.toString(StandardCharsets.UTF_8));
      out.flush();
    }
    return ExitCode.DONE;
  }

  private Run read(Path folder) {
    int processors = Runtime.getRuntime().availableProcessors();
    try {
      return StoredRun.read(folder, new ScenarioParser(LockingModes.traits(), processors));
    } catch (NoSuchFileException missing) {
      throw wrong(
          folder
              + ": not a results folder, "
              + missing.getFile()
              + " is missing; name one of"
              + " those that anteroom run has written");
    } catch (IOException unreadable) {
      throw wrong(folder + ": can't be read, " + unreadable.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
