package io.anteroom.study.cluster;

import io.anteroom.scenario.ShippedText;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.nio.file.Path;
import java.util.Locale;

/** An indexed job of Kubernetes: a pod for each cell. */
final class KubernetesJob implements JobFormat {
  private static final int LONGEST_NAME = 50;

  @Override
  public String word() {
    return "kubernetes";
  }

  @Override
  public String fileName() {
    return "job.yaml";
  }

  @Override
  public String text(Sweep sweep, SweepFolder folder, String launcher) {
    return ShippedText.of(KubernetesJob.class, fileName())
        .formatted(
            sweep.name(),
            folder.path().getFileName(),
            name(sweep.name()),
            sweep.cells().size(),
            sweep.simulated()
                ? "So many pods at once."
                : "Cells in real time must not share a machine: see pod anti-affinity for more.",
            sweep.simulated() ? Math.min(sweep.cells().size(), 10) : 1,
            sweep.anteroom(),
            sweep.simulated() ? "1" : "2");
  }

  /** Names of Kubernetes have small letters, digits and hyphens. */
  private static String name(String sweep) {
    String name = sweep.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("^-|-$", "");
  }

  @Override
  public String start(Path job) {
    return "kubectl apply -f " + job;
  }
}
