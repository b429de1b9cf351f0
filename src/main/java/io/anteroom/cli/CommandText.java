package io.anteroom.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** A command as it was given, for a person to give it again to a POSIX shell. */
final class CommandText {
  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  private CommandText() {}

  /** The whole line. */
  static String of(CommandSpec command) {
    return "anteroom "
        + command.root().commandLine().getParseResult().originalArgs().stream()
            .map(CommandText::quoted)
            .collect(Collectors.joining(" "));
  }

  static String quoted(String argument) {
    return argument.matches(PLAIN) ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
