package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.activity.Persons.Person;
import io.anteroom.modes.locking.Room;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every activity keeps. A new one is covered by being listed. */
final class RoomActivityContractTest {
  private static final long HOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Up to JDK 25 a thread that waits for a class initialiser says that it is runnable. */
  private static final Set<String> NEVER_BLOCKED = Set.of("cpu", "file", "class-init-wait");

  private static final long MOST_MILLIS = 10_000;

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.activity.Activities#names")
  void holdsAtLeastTheGivenTime(String activity) throws Exception {
    try (RoomActivity subject = Activities.create(activity)) {
      for (long holdNanos : new long[] {1, 300_000, HOLD_NANOS}) {
        assertThat(Persons.enter(subject, holdNanos).stayNanos()).isGreaterThanOrEqualTo(holdNanos);
      }
      long startNanos = System.nanoTime();
      subject.ofPool(0).perform(Room.occupiedForEver(), HOLD_NANOS);
      assertThat(System.nanoTime() - startNanos).isGreaterThanOrEqualTo(HOLD_NANOS);
      assertThat(subject.lost()).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.activity.Activities#names")
  void returnsAtOnceForNoTime(String activity) throws Exception {
    try (RoomActivity subject = Activities.create(activity)) {
      FutureTask<Boolean> work =
          new FutureTask<>(
              () -> {
                // Whatever could block would notice the interrupt.
                Thread.currentThread().interrupt();
                subject.perform(0);
                subject.perform(-1);
                return Thread.interrupted();
              });
      Persons.run(work);
      assertThat(work.get()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.activity.Activities#names")
  void noticesAnInterruptFromBefore(String activity) throws Exception {
    try (RoomActivity subject = Activities.create(activity)) {
      FutureTask<Boolean> work =
          new FutureTask<>(
              () -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> subject.perform(Persons.ENDLESS_NANOS))
                    .isInstanceOf(InterruptedException.class);
                return Thread.interrupted();
              });
      Persons.run(work);
      assertThat(work.get()).as("the flag is cleared").isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.activity.Activities#names")
  void endsByAnInterruptAndGoesOnServingOthers(String activity) throws Exception {
    try (RoomActivity subject = Activities.create(activity)) {
      for (int round = 0; round < 10; round++) {
        Person person = Persons.enter(subject, Persons.ENDLESS_NANOS);
        if (!NEVER_BLOCKED.contains(activity)) {
          person.awaitBlocked();
        }
        assertInterruptible(person);
        assertThat(Persons.enter(subject, 1000).stayNanos()).isGreaterThanOrEqualTo(1000);
      }
    }
  }

  /** More than there are carriers, so that some are interrupted before they begin. */
  @ParameterizedTest
  @MethodSource("io.anteroom.modes.activity.Activities#names")
  void freesACrowdByInterrupts(String activity) throws Exception {
    try (RoomActivity subject = Activities.create(activity)) {
      List<Person> crowd = Persons.enter(subject, 30, Persons.ENDLESS_NANOS);
      crowd.forEach(person -> person.thread().interrupt());
      for (Person person : crowd) {
        assertInterruptible(person);
      }
      assertThat(Persons.enter(subject, HOLD_NANOS).stayNanos()).isGreaterThanOrEqualTo(HOLD_NANOS);
    }
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.activity.Activities#names")
  void servesManyPersonsAtOnce(String activity) throws Exception {
    try (RoomActivity subject = Activities.create(activity)) {
      for (Person person : Persons.enter(subject, 50, HOLD_NANOS)) {
        assertThat(person.stayNanos()).isGreaterThanOrEqualTo(HOLD_NANOS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.activity.Activities#names")
  void leavesNoThreadBehind(String activity) throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (RoomActivity subject = Activities.create(activity)) {
      for (Person person : Persons.enter(subject, 10, 1000)) {
        person.stayNanos();
      }
    }
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    // The JDK keeps threads of its own: carriers, pollers. A pool is closed a little before its
    // threads end.
    left.removeIf(thread -> !thread.getName().startsWith("anteroom-"));
    for (Thread thread : left) {
      thread.join(MOST_MILLIS);
    }
    assertThat(left).filteredOn(Thread::isAlive).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.activity.Activities#names")
  void closesTwice(String activity) throws Exception {
    RoomActivity subject = Activities.create(activity);
    subject.close();
    subject.close();
  }

  private static void assertInterruptible(Person person) {
    person.thread().interrupt();
    assertThatThrownBy(person::stayNanos).hasCauseInstanceOf(InterruptedException.class);
  }
}
