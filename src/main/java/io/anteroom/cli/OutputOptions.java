package io.anteroom.cli;

import io.anteroom.report.Style;
import java.io.PrintWriter;
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

  /** Where what is for persons is printed. */
  PrintWriter said(CommandSpec command) {
    return json ? command.commandLine().getErr() : command.commandLine().getOut();
  }
}
