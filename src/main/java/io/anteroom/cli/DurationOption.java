package io.anteroom.cli;

import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.DurationUnit;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads durations that options name. */
final class DurationOption {
  private DurationOption() {}

  /** The unit that the option {@code --unit} names. */
  static DurationUnit unit(CommandSpec command, String text) {
    return DurationUnit.of(text)
        .orElseThrow(
            () ->
                Refusal.of(
                    command, "--unit: can't be \"" + text + "\"; allowed: " + DurationUnit.LISTED));
  }

  /**
   * The duration that an option names.
   *
   * @param least the shortest one that is allowed
   */
  static Duration parse(CommandSpec command, String option, String text, Duration least) {
    try {
      Duration given = DurationText.parse(text);
      if (given.compareTo(least) >= 0) {
        return given;
      }
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command.commandLine(),
          option + ": can't be \"" + text + "\"; " + wrong.getMessage(),
          wrong);
    }
    throw Refusal.of(
        command,
        option + ": can't be " + text + "; allowed: at least " + DurationText.format(least));
  }
}
