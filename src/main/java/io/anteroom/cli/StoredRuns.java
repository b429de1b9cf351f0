package io.anteroom.cli;

import io.anteroom.result.Run;
import io.anteroom.result.store.StoredRun;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The results folders that a command line names. */
final class StoredRuns {
  private StoredRuns() {}

  /**
   * The runs that they hold, in order.
   *
   * @throws ParameterException if one of them is no results folder
   */
  static List<Run> read(List<Path> folders, CommandSpec command) {
    return folders.stream().map(folder -> read(folder, command)).toList();
  }

  /** As {@link #read(List, CommandSpec)}, of one folder. */
  static Run read(Path folder, CommandSpec command) {
    try {
      return StoredRun.read(folder, ScenarioOptions.storedParser(command));
    } catch (NoSuchFileException missing) {
      throw wrong(
          command,
          folder
              + ": not a results folder, "
              + missing.getFile()
              + " is missing; name one of"
              + " those that anteroom run has written");
    } catch (IOException unreadable) {
      throw wrong(command, folder + ": can't be read, " + unreadable.getMessage());
    }
  }

  private static ParameterException wrong(CommandSpec command, String message) {
    return Refusal.of(command, message);
  }
}
