package io.anteroom.cli;

import io.anteroom.report.Style;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a command prints: the same for all that measure. */
final class OutputOptions {
  @Option(
      names = "--json",
      order = 12,
      description = "Print the result as JSON on standard output, all else on standard error.")
  private boolean json;

  @Option(names = "--quiet", order = 13, description = "No progress.")
  private boolean quiet;

  @Option(names = "--no-color", order = 14, description = "No colours; NO_COLOR does the same.")
  private boolean noColour;

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  Style style(Terminal terminal) {
    return terminal.style(!noColour);
  }

  /** Prints what is for persons, at once. */
  void say(CommandSpec command, String text) {
    PrintWriter said = said(command);
    said.print(text);
    said.flush();
  }

  /** Prints the result on standard output if it is wanted as JSON. */
  void printJson(CommandSpec command, Supplier<String> result) {
    if (json) {
      PrintWriter standardOut = command.commandLine().getOut();
      standardOut.print(result.get());
      standardOut.flush();
    }
  }

  /** Where what is for persons is printed. */
  PrintWriter said(CommandSpec command) {
    return json ? command.commandLine().getErr() : command.commandLine().getOut();
  }
}
