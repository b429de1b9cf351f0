package io.anteroom.run.engine;

import io.anteroom.measure.flight.Tally;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a run from outside, at nearly one moment, since persons move meanwhile.
 *
 * @param elapsedNanos since the start of the run, up to its end
 * @param progress the last full second
 * @param rooms all rooms in order, several in one group where so many were asked for
 * @param pools the pools of a journey; empty where there is one pool
 */
public record Snapshot(
    Scenario scenario,
    long elapsedNanos,
    State state,
    Progress progress,
    Counts counts,
    List<RoomGroup> rooms,
    Processors processors,
    List<PoolNow> pools) {
  public Snapshot {
    rooms = List.copyOf(rooms);
    pools = List.copyOf(pools);
  }

  /** What can be seen of a run with one pool. */
  public Snapshot(
      Scenario scenario,
      long elapsedNanos,
      State state,
      Progress progress,
      Counts counts,
      List<RoomGroup> rooms,
      Processors processors) {
    this(scenario, elapsedNanos, state, progress, counts, rooms, processors, List.of());
  }

  /**
   * A pool of a journey.
   *
   * @param taken persons in its rooms
   * @param waiting persons who wait for one of them
   */
  public record PoolNow(String name, int rooms, long taken, long waiting) {}

  /**
   * Where the run stands.
   *
   * @param warmupNanos when its warm-up ends
   * @param stillNanos for how long nothing has moved that should
   * @param over nobody is present any more, or the run is being stopped
   */
  public record State(long warmupNanos, long stillNanos, boolean over) {}

  /**
   * What has happened since the start of the run.
   *
   * @param waiting persons who wait at this moment
   * @param completed visits that had their room and left it
   * @param refusals attempts in vain of the visits that are over
   */
  public record Counts(
      long waiting,
      long completed,
      long abandoned,
      long turnedAway,
      long refusals,
      long violations) {
    /** Visits that are over. */
    public long done() {
      return completed + abandoned;
    }
  }

  /**
   * Rooms next to each other.
   *
   * @param first the number of the first one, from 1
   * @param rooms how many there are
   * @param occupied rooms with somebody inside
   * @param violated rooms with several persons inside who can't share it
   * @param persons inside
   * @param waiting persons in the lines of these rooms; 0 where all rooms share one line
   */
  public record RoomGroup(
      int first, int rooms, int occupied, int violated, long persons, long waiting) {}

  /**
   * What the run does to the machine.
   *
   * @param busy processors that the process has kept busy over the last second; -1: not yet known
   * @param canaryNanos how late an unrelated virtual thread is at this moment
   * @param canaryMaxNanos how late it has been at most
   * @param pins carriers held by persons, as far as the recording has told; null: not recorded
   * @param carriers what was seen of them in the last second
   */
  public record Processors(
      double busy,
      int count,
      long canaryNanos,
      long canaryMaxNanos,
      @Nullable Tally pins,
      CarriersNow carriers) {
    private static final long SINCE_LAST_LOOK_NANOS = 500_000_000;

    /** How many carriers there are; 0: not yet known. */
    public int carrierCount() {
      return carriers.carriers();
    }

    /** Carriers whose virtual thread has waited on them since the look before. */
    public int held() {
      return carriers.heldFor(SINCE_LAST_LOOK_NANOS).size();
    }
  }
}
