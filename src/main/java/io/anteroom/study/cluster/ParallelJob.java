package io.anteroom.study.cluster;

import io.anteroom.scenario.ShippedText;
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
  public String text(Sweep sweep, SweepFolder folder, String launcher) {
    return ShippedText.of(ParallelJob.class, fileName())
        .formatted(
            sweep.name(),
            sweep.cells().size(),
            folder.path().toAbsolutePath(),
            sweep.simulated()
                ? "Simulated cells run on all cores."
                : "Cells in real time run one at a time on a machine.",
            sweep.simulated() ? "100%" : "1",
            launcher);
  }

  @Override
  public String start(Path job) {
    return "sh " + job;
  }
}
