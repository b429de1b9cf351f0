package io.anteroom.run.simulate;

import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.Schedule;

/**
 * Knows who is in which rooms. A door leads to all rooms where the line is shared, else to one.
 * Mutable; confined to one thread.
 */
final class Occupancies {
  private static final int WRITER = -1;

  private final Schedule schedule;
  private final Draws draws;
  private final Choice choice;
  private int capacity;
  private final int doors;

  /** Persons inside each door; {@link #WRITER}: one who shares with nobody, where readers exist. */
  private final int[] inside;

  /** Persons inside each door or before it. */
  private final int[] present;

  private long chosen;

  Occupancies(Scenario scenario, Schedule schedule) {
    boolean shared = scenario.facility().line() == Line.SHARED;
    this.schedule = schedule;
    this.draws = schedule.newDraws();
    this.choice = scenario.facility().choice();
    this.doors = shared ? 1 : scenario.facility().rooms();
    this.capacity = shared ? scenario.facility().rooms() : 1;
    this.inside = new int[doors];
    this.present = new int[doors];
  }

  /** So many persons may be inside from now on; those who are inside stay. */
  void resize(int rooms) {
    capacity = rooms;
  }

  int doors() {
    return doors;
  }

  /** The door that the visit goes to; it is present there until {@link #goes}. */
  int choose(int person, long visit) {
    int door = doors == 1 ? 0 : chosenDoor(person, visit);
    present[door]++;
    return door;
  }

  private int chosenDoor(int person, long visit) {
    return switch (choice) {
      case STICKY -> person % doors;
      case ROUND_ROBIN -> (int) (chosen++ % doors);
      case RANDOM -> schedule.randomRoom(draws, person, visit);
      case SHORTEST -> shortest();
    };
  }

  private int shortest() {
    int shortest = 0;
    for (int door = 1; door < doors && present[shortest] > 0; door++) {
      if (present[door] < present[shortest]) {
        shortest = door;
      }
    }
    return shortest;
  }

  /** The visit has left the door and what lies behind it. */
  void goes(int door) {
    present[door]--;
  }

  /** Whether nobody at all is inside. */
  boolean empty(int door) {
    return inside[door] == 0;
  }

  /** Whether there is a room for one who shares with nobody, where there are no readers. */
  boolean free(int door) {
    return inside[door] < capacity;
  }

  void enter(int door) {
    inside[door]++;
  }

  void leave(int door) {
    inside[door]--;
  }

  /** As {@link #free} where readers share a room. */
  boolean free(int door, boolean reads) {
    return reads ? inside[door] >= 0 : inside[door] == 0;
  }

  /** As {@link #enter(int)} where readers share a room. */
  void enter(int door, boolean reads) {
    inside[door] = reads ? inside[door] + 1 : WRITER;
  }

  /** As {@link #leave(int)} where readers share a room. */
  void leave(int door, boolean reads) {
    inside[door] = reads ? inside[door] - 1 : 0;
  }
}
