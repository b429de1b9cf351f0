package io.anteroom.study.cluster;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * A sweep, comparison or run that a cluster works on.
 *
 * @param sweep what it is called here: unique
 * @param name that of its scenario
 * @param version of Anteroom: workers of this version run it
 * @param clock {@code wall} or {@code simulated}
 * @param cells how many it has in all
 * @param batches those that are not gathered yet
 * @param failure why one of them failed; null: none has
 */
@Json
public record SweepRecord(
    String sweep,
    String name,
    String version,
    String clock,
    int cells,
    Batches batches,
    @Nullable String failure) {
  /**
   * How many batches are where.
   *
   * @param waiting that no worker has taken yet
   * @param running that a worker has
   * @param finished with results that wait to be gathered
   * @param failed that no worker could run
   */
  @Json
  public record Batches(int waiting, int running, int finished, int failed) {
    static Batches of(int all, int finished, int failed, int running) {
      return new Batches(Math.max(all - finished - failed - running, 0), running, finished, failed);
    }
  }
}
