package io.anteroom.run.engine;

import io.anteroom.modes.locking.Room;
import io.anteroom.result.Deadlock;
import io.anteroom.run.engine.Stage.Glance;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Scenario.Locking;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Finds runs that do not move: for the scenario's {@code stuck-after} nobody has arrived, entered,
 * left or given up, while a hold is overdue all that time or a room is free with persons waiting
 * for it. A long hold is not stuck; a live-lock is. It also ends a run whose persons have lost what
 * they call. Used by one thread.
 */
final class Watchdog {
  private static final long LOOK_NANOS = 50_000_000;

  private final Stage stage;
  private final long stuckAfterNanos;
  private final @Nullable CircularWaits circularWaits;

  private long lastLookNanos;
  private long movements = -1;
  private volatile long stillNanos;
  private long refusalsWhenStill;
  private volatile @Nullable StuckReport report;
  private volatile @Nullable String lost;
  private volatile @Nullable Deadlock deadlock;

  Watchdog(Stage stage) {
    this.stage = stage;
    this.circularWaits = stage.journey == null ? null : new CircularWaits(stage, stage.journey);
    this.stuckAfterNanos = stage.scenario.conduct().stuckAfter().toNanos() + longPauseNanos();
  }

  /**
   * Persons who sleep between attempts leave a free room alone for a while: that is no standstill.
   */
  private long longPauseNanos() {
    JourneyStage journey = stage.journey;
    return journey == null
        ? longPauseNanos(stage.scenario.locking())
        : journey.pools.stream()
            .mapToLong(pool -> longPauseNanos(pool.pool.locking()))
            .max()
            .orElse(0);
  }

  private static long longPauseNanos(Locking locking) {
    Distribution retry = locking.retry();
    return retry == null ? 0 : (long) (10 * retry.meanNanos());
  }

  /** Looks at the run, now and then; where it is stuck, stops it. */
  void look(long nowNanos, Glance rooms) {
    long sinceNanos = nowNanos - lastLookNanos;
    if (sinceNanos < LOOK_NANOS || stage.stopping()) {
      return;
    }
    lastLookNanos = nowNanos;
    String why = stage.activity.lost();
    if (why != null) {
      lost = why;
      stage.stop(StopCause.SERVER_LOST);
      return;
    }
    if (circularWaits != null) {
      Deadlock found = circularWaits.look(nowNanos);
      if (found != null) {
        deadlock = found;
        stage.stop(StopCause.STUCK);
        return;
      }
    }
    long movementsNow = movements(rooms);
    if (movementsNow != movements || !somethingIsWrong(nowNanos)) {
      movements = movementsNow;
      stillNanos = 0;
      return;
    }
    long stillSoFar = stillNanos;
    if (stillSoFar == 0) {
      refusalsWhenStill = refusals();
    }
    // While the watchdog itself got no processor, nobody else may have had one either.
    long still = stillSoFar + Math.min(sinceNanos, 2 * LOOK_NANOS);
    stillNanos = still;
    if (stillSoFar < stuckAfterNanos / 2 && still >= stuckAfterNanos / 2) {
      stage.host.lookAtCarriers();
    }
    if (still >= stuckAfterNanos) {
      boolean starved = refusals() > refusalsWhenStill;
      StuckCarriers carriers = StuckCarriers.of(stage.host.lookAtCarriers(), stage.roster);
      report = new StuckReport(starved, overdueRoom(nowNanos), still, carriers);
      stage.stop(StopCause.STUCK);
    }
  }

  /** Changes whenever a person arrives, enters, leaves, gives up or is turned away. */
  private long movements(Glance rooms) {
    return stage.roster.letIn()
        + rooms.entered()
        + rooms.left()
        + stage.census.abandoned()
        + stage.census.turnedAway();
  }

  /** Attempts in vain that the persons present have made in their present visits. */
  private long refusals() {
    LongAdder sum = new LongAdder();
    stage.roster.forEach(person -> sum.add(person.refusals()));
    return sum.sum();
  }

  /** For how long nothing has moved that should; 0 while all goes well. Safe for any thread. */
  long stillNanos() {
    return stillNanos;
  }

  /** What was found, if the run is stuck. Safe for any thread. */
  @Nullable StuckReport report() {
    return report;
  }

  /** Why what the persons call is lost, if it is. Safe for any thread. */
  @Nullable String lost() {
    return lost;
  }

  /** Persons who wait for each other for ever, if that was found. Safe for any thread. */
  @Nullable Deadlock deadlock() {
    return deadlock;
  }

  /** Such as patience has ended, if any were seen; for when the run is over. */
  @Nullable Deadlock deadlockEndedByPatience() {
    return circularWaits == null ? null : circularWaits.firstPassed();
  }

  private long waiting() {
    return stage.roster.present() - stage.census.thinking() - stage.lookIntoRooms().persons();
  }

  private boolean somethingIsWrong(long nowNanos) {
    return overdueRoom(nowNanos) != null || freeRoomIsWaitedFor();
  }

  private @Nullable Room overdueRoom(long nowNanos) {
    return stage.rooms.stream().filter(room -> room.overdue(nowNanos)).findFirst().orElse(null);
  }

  private boolean freeRoomIsWaitedFor() {
    JourneyStage journey = stage.journey;
    return journey == null
        ? waiting() > 0 && freeRoomIsWaitedFor(stage.rooms)
        : journey.pools.stream().anyMatch(PoolStage::freeRoomIsWaitedFor)
            || (!journey.pools.stream().allMatch(PoolStage::sharedLine) && freeRoomOfOwnLine());
  }

  private boolean freeRoomIsWaitedFor(List<Room> rooms) {
    if (stage.scenario.facility().line() == Line.SHARED) {
      return rooms.stream().filter(Room::occupied).count() < stage.openRooms();
    }
    return freeRoomOfOwnLine();
  }

  private boolean freeRoomOfOwnLine() {
    AtomicBoolean found = new AtomicBoolean();
    stage.roster.forEach(
        person -> {
          Room room = person.waitsFor();
          if (room != null && !room.occupied()) {
            found.setPlain(true);
          }
        });
    return found.getPlain();
  }

  /**
   * What the watchdog found.
   *
   * @param starved persons kept trying in vain; else they all waited
   * @param overdue a room whose person should have left long ago, if there is one
   * @param stillNanos for how long nothing had moved
   */
  record StuckReport(
      boolean starved, @Nullable Room overdue, long stillNanos, StuckCarriers carriers) {}
}
