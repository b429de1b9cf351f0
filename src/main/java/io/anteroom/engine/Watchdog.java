package io.anteroom.engine;

import com.sun.management.OperatingSystemMXBean;
import io.anteroom.locking.Room;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Finds runs that do not move: for the scenario's {@code stuck-after} nobody has arrived, entered,
 * left or given up, while a hold is overdue all that time or a room is free with persons waiting
 * for it. A long hold is no reason, and neither is a live-lock an excuse. Used by one thread.
 */
final class Watchdog {
  private static final long LOOK_NANOS = 50_000_000;

  private final Stage stage;
  private final Roster roster;
  private final int carriers;
  private final long stuckAfterNanos;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private long nextLookNanos;
  private long movements = -1;
  private long stillSinceNanos;
  private long cpuWhenStillNanos;
  private volatile @Nullable StuckReport report;

  Watchdog(Stage stage, Roster roster, int carriers) {
    this.stage = stage;
    this.roster = roster;
    this.carriers = carriers;
    this.stuckAfterNanos = stage.scenario.conduct().stuckAfter().toNanos() + longPauseNanos();
  }

  /**
   * Persons who sleep between attempts leave a free room alone for a while: that is no standstill.
   */
  private long longPauseNanos() {
    Distribution retry = stage.scenario.locking().retry();
    return retry == null ? 0 : (long) (10 * retry.meanNanos());
  }

  /** Looks at the run, now and then; where it is stuck, stops it. */
  void look(long nowNanos) {
    if (nowNanos < nextLookNanos || stage.stopping()) {
      return;
    }
    nextLookNanos = nowNanos + LOOK_NANOS;
    long movementsNow = stage.census.movements();
    if (movementsNow != movements || !somethingIsWrong(nowNanos)) {
      movements = movementsNow;
      stillSinceNanos = nowNanos;
      cpuWhenStillNanos = system.getProcessCpuTime();
    } else if (nowNanos - stillSinceNanos >= stuckAfterNanos) {
      report =
          new StuckReport(starved(nowNanos), overdueRoom(nowNanos), nowNanos - stillSinceNanos);
      stage.stop(StopCause.STUCK);
    }
  }

  /** What was found, if the run is stuck. Safe for any thread. */
  @Nullable StuckReport report() {
    return report;
  }

  private boolean somethingIsWrong(long nowNanos) {
    return overdueRoom(nowNanos) != null
        || (stage.census.waiting() > 0 && freeRoomIsWaitedFor(stage.premises.rooms()));
  }

  private @Nullable Room overdueRoom(long nowNanos) {
    return stage.premises.rooms().stream()
        .filter(room -> room.overdue(nowNanos))
        .findFirst()
        .orElse(null);
  }

  private boolean freeRoomIsWaitedFor(List<Room> rooms) {
    if (stage.scenario.facility().line() == Line.SHARED) {
      return rooms.stream().anyMatch(room -> !room.occupied());
    }
    AtomicBoolean found = new AtomicBoolean();
    roster.forEach(
        person -> {
          Room room = person.waitsFor();
          if (room != null && !room.occupied()) {
            found.setPlain(true);
          }
        });
    return found.getPlain();
  }

  /** Whether the carriers were busy, rather than idle, while nothing moved. */
  private boolean starved(long nowNanos) {
    double cpuNanos = system.getProcessCpuTime() - cpuWhenStillNanos;
    int usable = Math.min(carriers, Runtime.getRuntime().availableProcessors());
    return cpuNanos > 0.5 * usable * (nowNanos - stillSinceNanos);
  }

  /**
   * What the watchdog found.
   *
   * @param starved the carriers were busy all the time; else they were idle or held
   * @param overdue a room whose person should have left long ago, if there is one
   * @param stillNanos for how long nothing had moved
   */
  record StuckReport(boolean starved, @Nullable Room overdue, long stillNanos) {}
}
