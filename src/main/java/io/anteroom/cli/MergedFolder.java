package io.anteroom.cli;

import io.anteroom.report.ReportTitle;
import io.anteroom.report.RunFiles;
import io.anteroom.result.Run;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.ResultsFolderException;
import io.anteroom.study.replication.MergedRuns;
import io.anteroom.study.replication.UnmergeableRunsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Results folders, merged into one. */
final class MergedFolder {
  private MergedFolder() {}

  /**
   * The runs of these folders as one run.
   *
   * @throws ParameterException if they can't be merged
   */
  static Run merge(List<Run> runs, List<Path> folders, CommandSpec command) {
    try {
      return MergedRuns.of(runs);
    } catch (UnmergeableRunsException wrong) {
      throw new ParameterException(
          command.commandLine(),
          "%s and %s can't be merged: %s"
              .formatted(folders.get(wrong.one()), folders.get(wrong.other()), wrong.getMessage()),
          wrong);
    }
  }

  /** Writes a merged run; its folder is named after the time of the earliest run. */
  static Path write(Run merged, Path out) throws ResultsFolderException {
    OffsetDateTime startedAt = OffsetDateTime.parse(merged.result().environment().startedAt());
    Clock clock = Clock.fixed(startedAt.toInstant(), startedAt.getOffset());
    String name = ReportTitle.folder(merged.scenario()) + "-merged";
    return ResultsFolder.write(out, name, clock, new RunFiles(merged, true));
  }
}
