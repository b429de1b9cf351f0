package io.anteroom.modes.locking;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The doors of a facility: one for all rooms where the line is shared, else one for each room. Safe
 * for use by any number of threads.
 */
interface Doors {
  /** The door that this visit tries, again and again if need be. */
  Door choose(Visit visit);

  /** Takes note that a visit has left the door that it chose. */
  default void left(Door door) {}

  /** The doors of the premises. */
  static Doors of(Premises premises) {
    if (premises.sharedLine()) {
      Door common = new CommonDoor(premises.rooms());
      return visit -> common;
    }
    return new DoorPerRoom(premises);
  }

  /** A semaphore before the list of free rooms. */
  final class CommonDoor implements Door {
    private final Semaphore permits;
    private final FreeRooms free;

    CommonDoor(List<Room> rooms) {
      this.permits = new Semaphore(rooms.size());
      this.free = new FreeRooms(rooms);
    }

    @Override
    public @Nullable Room tryOpen() {
      return permits.tryAcquire() ? free.take() : null;
    }

    @Override
    public @Nullable Room tryOpen(long nanos) throws InterruptedException {
      return permits.tryAcquire(nanos, TimeUnit.NANOSECONDS) ? free.take() : null;
    }

    @Override
    public void close(Room room) {
      free.giveBack(room);
      permits.release();
    }
  }

  /** A lock for each room. */
  final class DoorPerRoom implements Doors {
    private final RoomChoice choice;
    private final List<LockedDoor> doors;

    DoorPerRoom(Premises premises) {
      this.choice = RoomChoice.of(premises);
      this.doors = premises.rooms().stream().map(LockedDoor::new).toList();
    }

    @Override
    public Door choose(Visit visit) {
      return doors.get(choice.choose(visit).index());
    }

    @Override
    public void left(Door door) {
      choice.left(((LockedDoor) door).room());
    }
  }

  /** A room's own lock. */
  record LockedDoor(Room room, ReentrantLock lock) implements Door {
    LockedDoor(Room room) {
      this(room, new ReentrantLock());
    }

    @Override
    public @Nullable Room tryOpen() {
      return lock.tryLock() ? room : null;
    }

    @Override
    public @Nullable Room tryOpen(long nanos) throws InterruptedException {
      return lock.tryLock(nanos, TimeUnit.NANOSECONDS) ? room : null;
    }

    @Override
    public void close(Room opened) {
      lock.unlock();
    }
  }
}
