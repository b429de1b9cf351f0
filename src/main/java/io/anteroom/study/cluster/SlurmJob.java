package io.anteroom.study.cluster;

import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.ShippedText;
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
  public String text(Sweep sweep, SweepFolder folder, String launcher) {
    long minutes = DurationText.parse(sweep.cellTimeout()).toMinutes() + 2;
    return ShippedText.of(SlurmJob.class, fileName())
        .formatted(
            sweep.name(),
            sweep.cells().size(),
            minutes,
            folder.path().toAbsolutePath(),
            sweep.simulated()
                ? "# Simulated cells need one core each.\n#SBATCH --cpus-per-task=1"
                : "# Cells in real time must not share a node.\n#SBATCH --exclusive",
            launcher);
  }

  @Override
  public String start(Path job) {
    return "sbatch --wait " + job;
  }
}
