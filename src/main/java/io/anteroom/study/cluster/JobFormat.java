package io.anteroom.study.cluster;

import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.nio.file.Path;

/**
 * A scheduler that a cluster has already: the job that has it run a sweep, each cell by {@code
 * anteroom cell FOLDER N}.
 */
public interface JobFormat {
  /** What it is called on the command line. */
  String word();

  /** The job's file, in the sweep's folder. */
  String fileName();

  /**
   * The job, for a person to read and to change.
   *
   * @param launcher what it calls Anteroom by, as a word of a shell
   */
  String text(Sweep sweep, SweepFolder folder, String launcher);

  /** The command that starts it. */
  String start(Path job);
}
