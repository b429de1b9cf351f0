package io.anteroom.modes.locking;

import io.anteroom.scenario.schedule.Schedule;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** Picks the room whose line a visit joins. Safe for use by any number of threads. */
public interface RoomChoice {
  /** The room that this visit goes to; the visit is told. */
  Room choose(Visit visit);

  /** Takes note that a visit that chose the room has left it, or its line. */
  default void left(Room room) {}

  /** The choice that the scenario wants. */
  static RoomChoice of(Premises premises) {
    List<Room> rooms = premises.rooms();
    Schedule schedule = premises.schedule();
    RoomChoice choice =
        switch (premises.scenario().facility().choice()) {
          case STICKY -> visit -> rooms.get(visit.person() % rooms.size());
          case ROUND_ROBIN -> roundRobin(rooms);
          case RANDOM ->
              visit ->
                  rooms.get(schedule.randomRoom(visit.draws(), visit.person(), visit.number()));
          case SHORTEST -> new Shortest(rooms);
        };
    return new Telling(choice);
  }

  private static RoomChoice roundRobin(List<Room> rooms) {
    AtomicLong visits = new AtomicLong();
    return visit -> rooms.get((int) (visits.getAndIncrement() % rooms.size()));
  }

  /** Lets the visit know what it waits for. */
  record Telling(RoomChoice choice) implements RoomChoice {
    @Override
    public Room choose(Visit visit) {
      Room room = choice.choose(visit);
      visit.waitsFor(room);
      return room;
    }

    @Override
    public void left(Room room) {
      choice.left(room);
    }
  }

  /**
   * Counts the persons in and before each room; a visit whose room was taken meanwhile looks again.
   */
  final class Shortest implements RoomChoice {
    private final List<Room> rooms;
    private final AtomicIntegerArray present;

    Shortest(List<Room> rooms) {
      this.rooms = rooms;
      this.present = new AtomicIntegerArray(rooms.size());
    }

    @Override
    public Room choose(Visit visit) {
      while (true) {
        int shortest = 0;
        int fewest = present.get(0);
        for (int room = 1; room < rooms.size() && fewest > 0; room++) {
          int persons = present.get(room);
          if (persons < fewest) {
            shortest = room;
            fewest = persons;
          }
        }
        if (present.compareAndSet(shortest, fewest, fewest + 1)) {
          return rooms.get(shortest);
        }
      }
    }

    @Override
    public void left(Room room) {
      present.decrementAndGet(room.index());
    }
  }
}
