package io.anteroom.run.engine;

import io.anteroom.measure.SpreadCount;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.result.JourneyParts;
import io.anteroom.result.PartFigures;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.JourneySchedule;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.PlannedStep;
import io.anteroom.scenario.schedule.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** What all persons of a run of journeys share. Safe for any number of threads. */
final class JourneyStage implements JourneyParts.Cells {
  final Journey journey;
  final JourneySchedule schedule;
  final List<PlannedStep> steps;

  /** Whether a step can come more than once in a journey. */
  final boolean repeats;

  final List<PoolStage> pools = new ArrayList<>();

  /** Of the journeys of each class. */
  final List<PartRecorder> recorders = new ArrayList<>();

  /** How often a person who gave up comes again at most. */
  final int mostReturns;

  /** Arrivals of persons who come again, as far as they belong to the measured ones. */
  final LongAdder returned = new LongAdder();

  private final SpreadCount over = new SpreadCount();

  /**
   * Opens the modes of all pools; where that fails, those that are open are closed again.
   *
   * @param activity what persons do in the rooms of each pool
   */
  JourneyStage(
      Scenario scenario,
      Journey journey,
      JourneySchedule schedule,
      RoomActivity activity,
      Function<Premises, LockingMode> modes,
      NanoClock clock) {
    this.journey = journey;
    this.schedule = schedule;
    this.steps = schedule.steps();
    this.repeats = schedule.repeats();
    this.mostReturns = journey.comeBack() == null ? 0 : journey.comeBack().times();
    int classes = Math.max(journey.classes().size(), 1);
    for (int each = 0; each < classes; each++) {
      recorders.add(new PartRecorder());
    }
    try {
      for (NamedPool pool : journey.pools()) {
        int place = pools.size();
        RoomActivity own = activity.ofPool(place);
        Premises premises = premises(scenario.ofPool(pool), own, clock);
        pools.add(new PoolStage(place, pool, premises, modes.apply(premises), own, classes));
      }
    } catch (RuntimeException failure) {
      closeAfter(failure);
      throw failure;
    }
  }

  private static Premises premises(Scenario ofPool, RoomActivity activity, NanoClock clock) {
    Schedule own = new Schedule(ofPool);
    Connections connections = activity.connections();
    return connections == null
        ? Premises.of(ofPool, own, clock)
        : Premises.of(ofPool, own, clock, connections);
  }

  private void closeAfter(RuntimeException failure) {
    for (PoolStage pool : pools) {
      try {
        pool.mode.close();
      } catch (IOException | RuntimeException another) {
        failure.addSuppressed(another);
      }
    }
  }

  /** The rooms of all pools, one pool after the other. */
  List<Room> rooms() {
    return pools.stream().flatMap(pool -> pool.rooms().stream()).toList();
  }

  /** A journey has come to its end, or was given up. */
  void ends(int person) {
    over.add(person, 1);
  }

  /** Journeys that have come to their end, or were given up. */
  long over() {
    return over.sum();
  }

  /** The time that persons were present. */
  double presentNanos() {
    return recorders.stream().mapToDouble(PartRecorder::allInsideNanos).sum();
  }

  /** Persons who wait for any pool at this moment. */
  long waiting() {
    long waiting = 0;
    for (PoolStage pool : pools) {
      waiting += pool.waiting();
    }
    return waiting;
  }

  /** The time in rooms within the measured part, added up. */
  double occupiedNanos() {
    return pools.stream()
        .flatMap(pool -> pool.recorders.stream())
        .mapToDouble(PartRecorder::insideNanos)
        .sum();
  }

  /** A room by its number and the name of its pool. */
  String name(Room room) {
    for (PoolStage pool : pools) {
      if (pool.rooms().contains(room)) {
        return "room %d of %s".formatted(room.index() + 1, pool.pool.name());
      }
    }
    return "a room";
  }

  /** The parts of the run, when it is over. */
  JourneyParts parts(MeasuredWindow window) {
    return new JourneyParts(journey, this, window.endNanos() - window.nanos(), window.endNanos());
  }

  @Override
  public PartFigures of(int pool, int personClass) {
    return pools.get(pool).recorders.get(personClass).figures();
  }

  @Override
  public PartFigures journeysOf(int personClass) {
    return recorders.get(personClass).figures();
  }
}
