package io.anteroom.cli;

import io.anteroom.report.Style;
import io.anteroom.run.engine.Transcript;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a command prints: the same for all that measure. */
final class OutputOptions {
  static final String NO_COLOURS = "No colours; NO_COLOR does the same.";

  @Option(
      names = "--json",
      order = 12,
      description = "Print the result as JSON on standard output, all else on standard error.")
  private boolean json;

  @Option(names = "--quiet", order = 13, description = "No progress.")
  private boolean quiet;

  @Option(names = "--no-color", order = 14, description = NO_COLOURS)
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

  /**
   * Does the work, and shows meanwhile how far it has come.
   *
   * @param progress one line; null: there is none yet
   */
  <T, E extends Exception> T follow(
      Supplier<@Nullable String> progress, CommandSpec command, Terminal terminal, Work<T, E> work)
      throws E, IOException, InterruptedException {
    return follower(progress, null, command, terminal).follow(work);
  }

  /** As {@link #follow}, but for work that is yet to begin, and what is said meanwhile. */
  Follower follower(
      Supplier<@Nullable String> progress,
      @Nullable Transcript transcript,
      CommandSpec command,
      Terminal terminal) {
    PrintWriter err = command.commandLine().getErr();
    return new Follower(new LineDisplay(progress, err, quiet, terminal), transcript, said(command));
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
