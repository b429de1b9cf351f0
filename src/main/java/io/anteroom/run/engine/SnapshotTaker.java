package io.anteroom.run.engine;

import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.modes.locking.Room;
import io.anteroom.run.engine.Snapshot.Counts;
import io.anteroom.run.engine.Snapshot.PoolNow;
import io.anteroom.run.engine.Snapshot.Processors;
import io.anteroom.run.engine.Snapshot.RoomGroup;
import io.anteroom.run.engine.Snapshot.State;
import io.anteroom.scenario.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a run for somebody who wants to see it move. It only reads what persons write anyway, on
 * the thread of whoever asks, and gives the last look again where a new one would cost more than a
 * hundredth of a processor. Where nobody asks it costs nothing. Confined to one thread.
 */
final class SnapshotTaker {
  private static final int SHARE = 100;
  private static final long CPU_NANOS = 1_000_000_000;

  private final Stage stage;
  private final Observer observer;
  private final Watchdog watchdog;
  private final Canary canary;
  private final int[] lines;

  private @Nullable Snapshot last;
  private long nextNanos;
  private long cpuAtNanos;
  private long cpuNanos;
  private double busy = -1;
  private CarriersNow carriers = CarriersNow.UNKNOWN;

  SnapshotTaker(Stage stage, Observer observer, Watchdog watchdog, Canary canary) {
    this.stage = stage;
    this.observer = observer;
    this.watchdog = watchdog;
    this.canary = canary;
    this.lines = new int[stage.scenario.facility().rooms()];
    this.cpuAtNanos = stage.now();
    this.cpuNanos = stage.host.processCpuNanos();
  }

  /** What there is to see now, with so many rooms in a group. */
  Snapshot look(int roomsInGroup) {
    long beginNanos = stage.now();
    Snapshot known = last;
    if (known != null && beginNanos < nextNanos) {
      return known;
    }
    Snapshot seen = seen(beginNanos, roomsInGroup);
    long endNanos = stage.now();
    nextNanos = endNanos + SHARE * (endNanos - beginNanos);
    last = seen;
    return seen;
  }

  private Snapshot seen(long nowNanos, int roomsInGroup) {
    JourneyStage journey = stage.journey;
    long present = stage.roster.present() - stage.census.thinking();
    countLines();
    List<RoomGroup> groups = new ArrayList<>();
    long persons = 0;
    long left = 0;
    List<Room> rooms = stage.rooms;
    for (int first = 0; first < rooms.size(); first += roomsInGroup) {
      RoomGroup group = group(first, Math.min(first + roomsInGroup, rooms.size()));
      groups.add(group);
      persons += group.persons();
      left += left(first, group);
    }
    return new Snapshot(
        stage.scenario,
        Math.min(nowNanos, stage.stopNanos()),
        new State(
            stage.schedule.warmupNanos(),
            watchdog.stillNanos(),
            stage.stopping() || stage.roster.allGone()),
        observer.latest(),
        journey == null
            ? counts(Math.max(present - persons, 0), Math.max(left, 0))
            : counts(journey.waiting(), Math.max(journey.over() - stage.census.abandoned(), 0)),
        groups,
        processors(nowNanos),
        journey == null ? List.of() : journey.pools.stream().map(SnapshotTaker::now).toList());
  }

  private static PoolNow now(PoolStage pool) {
    return new PoolNow(pool.pool.name(), pool.rooms().size(), pool.inside(), pool.waiting());
  }

  /** Counts the persons before each room where every room has its own line. */
  private void countLines() {
    if (stage.scenario.facility().line() != Line.PER_ROOM) {
      return;
    }
    Arrays.fill(lines, 0);
    stage.roster.forEach(
        person -> {
          Room room = person.waitsFor();
          if (room != null) {
            lines[room.index()]++;
          }
        });
  }

  private RoomGroup group(int from, int to) {
    int occupied = 0;
    int violated = 0;
    long persons = 0;
    long waiting = 0;
    for (Room room : stage.rooms.subList(from, to)) {
      int inside = room.persons();
      persons += inside;
      occupied += inside > 0 ? 1 : 0;
      violated += room.violated() ? 1 : 0;
      waiting += lines[room.index()];
    }
    return new RoomGroup(from + 1, to - from, occupied, violated, persons, waiting);
  }

  private long left(int from, RoomGroup group) {
    long entered = 0;
    for (Room room : stage.rooms.subList(from, from + group.rooms())) {
      entered += room.entries();
    }
    return entered - group.persons();
  }

  private Counts counts(long waiting, long left) {
    return new Counts(
        waiting,
        left,
        stage.census.abandoned(),
        stage.census.turnedAway(),
        stage.measured.refusals() + stage.unmeasured.refusals(),
        stage.census.violations());
  }

  private Processors processors(long nowNanos) {
    long sinceNanos = nowNanos - cpuAtNanos;
    if (sinceNanos >= CPU_NANOS) {
      long cpuNow = stage.host.processCpuNanos();
      busy = (double) (cpuNow - cpuNanos) / sinceNanos;
      cpuNanos = cpuNow;
      cpuAtNanos = nowNanos;
      carriers = stage.host.lookAtCarriers();
    }
    return new Processors(
        busy,
        stage.host.processors(),
        canary.lateNanos(),
        canary.worstNanos(),
        stage.flight == null ? null : stage.flight.pinsSoFar(),
        carriers);
  }
}
