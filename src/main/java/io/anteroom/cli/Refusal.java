package io.anteroom.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses what a command line asks for. */
final class Refusal {
  private Refusal() {}

  /**
   * What picocli prints in one line, with exit code 2.
   *
   * @param why what is wrong, what is allowed, and the remedy
   */
  static ParameterException of(CommandSpec command, String why) {
    return new ParameterException(command.commandLine(), why);
  }

  /**
   * The same of a text that can't be the name of a file here.
   *
   * @param what was to name the file, such as an option
   */
  static ParameterException ofFileName(CommandSpec command, String what) {
    return of(command, what + ": this machine has no such file names; check the locale");
  }
}
