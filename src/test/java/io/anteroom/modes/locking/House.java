package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import io.anteroom.scenario.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/** Rooms under a locking mode, and a count of what must not happen in them. */
final class House {
  private final ModeCase mode;
  private final Schedule schedule;
  private final List<Room> rooms;
  private final LockingMode locking;
  private final AtomicInteger violations = new AtomicInteger();

  House(ModeCase mode, ScenarioBuilder scenario) {
    Premises premises = Premises.of(scenario.build(), scenario.schedule(), new WallClock());
    this.mode = mode;
    this.schedule = premises.schedule();
    this.rooms = premises.rooms();
    this.locking = LockingModes.create(premises);
    Houses.opened(locking);
  }

  LockingMode locking() {
    return locking;
  }

  int violations() {
    return violations.get();
  }

  /** A visit that occupies its room while it stays. */
  TestVisit visit(int person, TestVisit.Stay stay) {
    return visit(person, false, stay);
  }

  /** A visit that occupies its room while it stays, with other readers if it reads. */
  TestVisit visit(int person, boolean reads, TestVisit.Stay stay) {
    return new TestVisit(person, schedule.newDraws(), room -> occupy(room, reads, stay))
        .reading(reads);
  }

  /** A visit that does nothing in its room. */
  TestVisit bareVisit(int person) {
    return new TestVisit(person, schedule.newDraws(), room -> {});
  }

  private void occupy(Room room, boolean reads, TestVisit.Stay stay) throws InterruptedException {
    if (room.enter(reads, 0)) {
      violations.incrementAndGet();
    }
    try {
      stay.in(room);
    } finally {
      room.leave(reads);
    }
  }

  /** A person of its own thread: a virtual one, where persons can share the carriers. */
  Person start(TestVisit visit) {
    return start(locking, visit);
  }

  /** A person that visits in its own way. */
  Person start(LockingMode way, TestVisit visit) {
    return Person.start(way, visit, threads());
  }

  /** A person that is interrupted already when it comes. */
  Person startInterrupted(TestVisit visit) {
    LockingMode interrupting =
        one -> {
          Thread.currentThread().interrupt();
          return locking.visit(one);
        };
    return start(interrupting, visit);
  }

  private Thread.Builder threads() {
    return mode.keepsCarrier() ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
  }

  /** A person who is in a room when this returns, and stays there until the latch opens. */
  Person startOccupant(CountDownLatch leave) throws InterruptedException {
    return startOccupant(0, false, leave);
  }

  Person startOccupant(int person, boolean reads, CountDownLatch leave)
      throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    Person occupant =
        start(
            visit(
                person,
                reads,
                room -> {
                  inside.countDown();
                  Await.opened(leave);
                }));
    Await.opened(inside);
    return occupant;
  }

  /** As many persons as there are rooms must be able to be inside at once, each alone. */
  void assertAllRoomsCanBeHad() throws Exception {
    int before = violations();
    Set<Room> had = ConcurrentHashMap.newKeySet();
    CyclicBarrier inside = new CyclicBarrier(rooms.size());
    List<Person> persons = new ArrayList<>();
    for (int person = 0; person < rooms.size(); person++) {
      persons.add(
          start(
              visit(
                  person,
                  room -> {
                    had.add(room);
                    Await.met(inside);
                  })));
    }
    for (Person person : persons) {
      assertThat(person.hadRoom()).isTrue();
    }
    assertThat(had).containsExactlyInAnyOrderElementsOf(rooms);
    assertThat(rooms).noneMatch(Room::occupied);
    assertThat(violations()).isEqualTo(before);
  }
}
