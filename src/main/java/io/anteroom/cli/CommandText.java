package io.anteroom.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** A command as it was given, for a person to give it again to a POSIX shell. */
final class CommandText {
  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  private CommandText() {}

  /** The whole line. */
  static String of(CommandSpec command) {
    return text(command.root().commandLine().getParseResult().originalArgs());
  }

  /**
   * The line without an option that has a value: one that names a file, which exists the next time.
   */
  static String without(String option, CommandSpec command) {
    List<String> kept = new ArrayList<>();
    boolean value = false;
    for (String argument : command.root().commandLine().getParseResult().originalArgs()) {
      boolean dropped = value || argument.equals(option) || argument.startsWith(option + "=");
      value = !value && argument.equals(option);
      if (!dropped) {
        kept.add(argument);
      }
    }
    return text(kept);
  }

  private static String text(List<String> arguments) {
    return "anteroom "
        + arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
  }

  static String quoted(String argument) {
    return argument.matches(PLAIN) ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
