package io.anteroom.study.cluster;

import io.anteroom.scenario.DurationText;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.nio.file.Path;

/** An array job of Slurm: a task for each cell. */
final class SlurmJob implements JobFormat {
  @Override
  public String word() {
    return "slurm";
  }

  @Override
  public String fileName() {
    return "job.slurm";
  }

  @Override
  public String text(Sweep sweep, SweepFolder folder) {
    long minutes = DurationText.parse(sweep.cellTimeout()).toMinutes() + 2;
    return """
    #!/bin/sh
    # The sweep %1$s as an array job, one task a cell.
    # The folder must be on a disk that all nodes share.
    #SBATCH --job-name=anteroom-%1$s
    #SBATCH --array=1-%2$d
    #SBATCH --ntasks=1
    # A task may take so many minutes.
    #SBATCH --time=%3$d
    #SBATCH --output=%4$s/slurm-%%a.log
    %5$s
    # The launcher, if it is not on the PATH of the nodes.
    anteroom=${ANTEROOM:-anteroom}
    exec "$anteroom" cell '%4$s' "$SLURM_ARRAY_TASK_ID" --quiet
    """
        .formatted(
            sweep.name(),
            sweep.cells().size(),
            minutes,
            folder.path().toAbsolutePath(),
            sweep.simulated()
                ? "# Simulated cells need one core each.\n#SBATCH --cpus-per-task=1"
                : "# Cells in real time must not share a node.\n#SBATCH --exclusive");
  }

  @Override
  public String start(Path job) {
    return "sbatch --wait " + job;
  }
}
