package io.anteroom.cli;

import io.anteroom.result.LocalTime;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.ResultsFolderException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command leaves its results. */
final class FolderOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      order = 11,
      defaultValue = "results",
      description = "Where the results folder goes (default: ${DEFAULT-VALUE}).")
  private Path out;

  /** The folder that results folders are made in. */
  Path path() {
    return out;
  }

  /** Prepares a results folder of that name, and of this moment. */
  ResultsFolder prepare(String name) throws ResultsFolderException {
    return ResultsFolder.prepare(out, name, LocalTime.clock());
  }

  /** Writes a results folder of that name, and of this moment. */
  Path write(String name, ResultsFolder.Contents contents) throws ResultsFolderException {
    return ResultsFolder.write(out, name, LocalTime.clock(), contents);
  }

  /** Makes a results folder of that name, and of this moment. */
  Path create(String name) throws IOException {
    return ResultsFolder.create(out, name, LocalTime.clock());
  }
}
