package io.anteroom.study.cluster;

import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.nio.file.Path;

/** A script that has GNU parallel run the cells. */
final class ParallelJob implements JobFormat {
  @Override
  public String word() {
    return "parallel";
  }

  @Override
  public String fileName() {
    return "job.sh";
  }

  @Override
  public String text(Sweep sweep, SweepFolder folder) {
    return """
    #!/bin/sh
    # The sweep %1$s by GNU parallel. More options of it may follow, such as
    # --sshlogin a,b for other machines, which need the same folder and launcher.
    # %4$s
    anteroom=${ANTEROOM:-anteroom}
    seq 1 %2$d | exec parallel --jobs %5$s --joblog '%3$s/parallel.log' "$@" \\
      "$anteroom" cell "'%3$s'" {} --quiet
    """
        .formatted(
            sweep.name(),
            sweep.cells().size(),
            folder.path().toAbsolutePath(),
            sweep.simulated()
                ? "Simulated cells run on all cores."
                : "Cells in real time run one at a time on a machine.",
            sweep.simulated() ? "100%" : "1");
  }

  @Override
  public String start(Path job) {
    return "sh " + job;
  }
}
