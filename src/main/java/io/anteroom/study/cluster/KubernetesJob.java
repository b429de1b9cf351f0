package io.anteroom.study.cluster;

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
  public String text(Sweep sweep, SweepFolder folder) {
    return """
    # The sweep %1$s as an indexed job, a pod for each cell. Before you apply it:
    # 1. Name an image that has a JDK and this version of Anteroom.
    # 2. Copy the sweep's folder to the volume, as /sweeps/%2$s.
    # 3. Name the claim of that volume, which all pods can write to.
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: anteroom-%3$s
    spec:
      completionMode: Indexed
      completions: %4$d
      # %5$s
      parallelism: %6$d
      backoffLimit: 10
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: cell
              image: example.org/anteroom:%7$s
              command: [sh, -c]
              # Indexes begin at 0, cells at 1.
              args:
                - exec anteroom cell /sweeps/%2$s $((JOB_COMPLETION_INDEX + 1)) --quiet
              resources:
                requests: {cpu: "%8$s", memory: 2Gi}
                limits: {cpu: "%8$s", memory: 4Gi}
              volumeMounts:
                - {name: sweeps, mountPath: /sweeps}
          volumes:
            - name: sweeps
              persistentVolumeClaim:
                claimName: sweeps
    """
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
