package io.anteroom.run.engine;

import io.anteroom.measure.SpreadCount;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.NamedPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * What all persons of a run of journeys share of one pool. Safe for any number of threads.
 *
 * <p>Its counters of persons are kept apart from the recorders, so that the two can be held against
 * each other.
 */
final class PoolStage {
  final int place;
  final NamedPool pool;
  final Premises premises;
  final LockingMode mode;
  final RoomActivity activity;

  /** Of the visits of each class. */
  final List<PartRecorder> recorders = new ArrayList<>();

  /** How many rooms are open, or shall be when those who are to leave have left. */
  private volatile int openRooms;

  private final SpreadCount waiting = new SpreadCount();
  private final LongAdder violations = new LongAdder();

  PoolStage(
      int place,
      NamedPool pool,
      Premises premises,
      LockingMode mode,
      RoomActivity activity,
      int classes) {
    this.place = place;
    this.pool = pool;
    this.premises = premises;
    this.mode = mode;
    this.activity = activity;
    this.openRooms = pool.facility().roomsAtFirst();
    for (int each = 0; each < classes; each++) {
      recorders.add(new PartRecorder());
    }
  }

  /** A person comes and may have to wait. */
  void comes(int person) {
    waiting.add(person, 1);
  }

  /** A person waits no more. */
  void hasWaited(int person) {
    waiting.add(person, -1);
  }

  /** A person enters a room that is occupied. */
  void violates() {
    violations.increment();
  }

  /** Persons who wait at this moment. */
  long waiting() {
    return waiting.sum();
  }

  long violations() {
    return violations.sum();
  }

  /** What all visits waited, those included that are not measured. */
  double waitNanos() {
    return recorders.stream().mapToDouble(PartRecorder::allWaitNanos).sum();
  }

  /** The same of their holds. */
  double holdNanos() {
    return recorders.stream().mapToDouble(PartRecorder::allInsideNanos).sum();
  }

  /** Opens so many rooms from now on, and closes those beyond as soon as they are empty. */
  void openRooms(int count) {
    mode.openRooms(count);
    openRooms = count;
  }

  int openRooms() {
    return openRooms;
  }

  List<Room> rooms() {
    return premises.rooms();
  }

  /** Persons in its rooms at this moment. */
  long inside() {
    long persons = 0;
    for (Room room : premises.rooms()) {
      persons += room.persons();
    }
    return persons;
  }

  /** How often its rooms were entered so far. */
  long entered() {
    long entered = 0;
    for (Room room : premises.rooms()) {
      entered += room.entries();
    }
    return entered;
  }

  /** Whether all wait in one line. */
  boolean sharedLine() {
    return pool.facility().line() == Line.SHARED;
  }

  /** Whether an open room that nobody is in has persons waiting in the line for all rooms. */
  boolean freeRoomIsWaitedFor() {
    return sharedLine()
        && waiting() > 0
        && rooms().stream().filter(Room::occupied).count() < openRooms;
  }
}
