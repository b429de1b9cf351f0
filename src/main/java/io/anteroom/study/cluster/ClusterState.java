package io.anteroom.study.cluster;

import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A cluster at one moment.
 *
 * @param workers by their names
 * @param sweeps the oldest first
 */
@Json
public record ClusterState(int schema, List<WorkerRecord> workers, List<SweepRecord> sweeps) {
  static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<ClusterState> JSON =
      new Document<>(ClusterState.class, "cluster", SCHEMA, List.of("workers", "sweeps"))
          .onlyWhereKnown("plugins");

  public ClusterState {
    workers = List.copyOf(workers);
    sweeps = List.copyOf(sweeps);
  }
}
