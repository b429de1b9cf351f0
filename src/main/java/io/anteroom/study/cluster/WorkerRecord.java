package io.anteroom.study.cluster;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker of a cluster, as it last said.
 *
 * @param worker its name
 * @param version of Anteroom
 * @param jdks the feature releases that it has
 * @param plugins the checksum of its plugins; null: it has none
 * @param load of its machine, the average of a minute; null: not observable
 * @param running the cells that it runs
 * @param secondsSinceSeen since it last said so
 */
@Json
public record WorkerRecord(
    String worker,
    String version,
    int cores,
    List<String> jdks,
    @Nullable String plugins,
    @Nullable Double load,
    List<String> running,
    double secondsSinceSeen) {
  /** A worker says every ten seconds that it is there. */
  private static final double LOST_AFTER_SECONDS = 40;

  public WorkerRecord {
    jdks = List.copyOf(jdks);
    running = List.copyOf(running);
  }

  /** Whether it has been silent for so long that it may be gone. */
  public boolean silent() {
    return secondsSinceSeen > LOST_AFTER_SECONDS;
  }
}
