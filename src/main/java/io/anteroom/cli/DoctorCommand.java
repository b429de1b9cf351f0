package io.anteroom.cli;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.observe.doctor.Diagnosis;
import io.anteroom.observe.doctor.Doctor;
import io.anteroom.report.DoctorReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this JDK and this machine can and cannot show. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = {DoctorCommand.SUMMARY, "It measures for half a second and changes nothing."})
final class DoctorCommand implements Callable<Integer> {
  static final String SUMMARY = "Says what this machine and JDK can and cannot show, and why.";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Option(names = "--no-color", description = OutputOptions.NO_COLOURS)
  private boolean noColour;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Diagnosis diagnosis = new Doctor(new WallClock()).examine();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json
            ? Diagnosis.JSON.write(diagnosis)
            : new DoctorReport(terminal.style(!noColour)).text(diagnosis));
    out.flush();
    return ExitCode.DONE;
  }
}
