package io.anteroom.cli;

import io.anteroom.doctor.Examination;
import io.anteroom.doctor.Finding;
import io.avaje.jsonb.Jsonb;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what this machine and JDK can show. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = AnteroomCommand.Version.class,
    description = {
      "Tells what this machine, JDK and container can and cannot show, and why.",
      "It measures for less than two seconds."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int SUBJECT_COLUMNS = 16;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Examination examination = Examination.ofThisProcess();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Jsonb.builder().build().type(Examination.class).toJson(examination));
      return ExitCode.DONE;
    }
    print(out, "This machine", examination.machine());
    print(out, "This JVM", examination.jvm());
    print(out, "Its clock", examination.clock());
    print(out, "Its flight recordings", examination.flight());
    return ExitCode.DONE;
  }

  private void print(PrintWriter out, String title, List<Finding> findings) {
    out.println(title);
    int width = spec.commandLine().getUsageHelpWidth();
    TextTable table =
        TextTable.forColumns(
            spec.commandLine().getColorScheme(),
            new Column(SUBJECT_COLUMNS + 2, 2, Overflow.SPAN),
            new Column(width - SUBJECT_COLUMNS - 2, 1, Overflow.WRAP));
    for (Finding finding : findings) {
      String text = finding.finding() + " (" + finding.source() + ")";
      if (finding.subject().length() > SUBJECT_COLUMNS - 2) {
        table.addRowValues(finding.subject());
        table.addRowValues("", text);
      } else {
        table.addRowValues(finding.subject(), text);
      }
    }
    out.println(table);
  }
}
