package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every locking mode promises to persons that are interrupted: nothing is held afterwards. */
@ExtendWith(Houses.class)
@Timeout(60)
final class InterruptionContractTest {
  private static final String ALL = "io.anteroom.modes.locking.ModeCase#all";
  private static final String PATIENT = "io.anteroom.modes.locking.ModeCase#patient";

  @ParameterizedTest
  @MethodSource(ALL)
  void anInterruptBeforeEnteringIsNotLost(ModeCase mode) throws Exception {
    House house = mode.house(2);
    AtomicBoolean noticed = new AtomicBoolean();
    TestVisit visit = house.visit(0, room -> noticed.set(Thread.interrupted()));
    try {
      Thread.currentThread().interrupt();
      boolean unused = house.locking().visit(visit);
    } catch (InterruptedException e) {
      noticed.set(true);
    }
    assertThat(noticed).isTrue();
    assertThat(Thread.interrupted()).isFalse();
    house.assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource(PATIENT)
  void whoComesInterruptedDoesNotWait(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    Person person = house.startInterrupted(house.visit(1, room -> {}));
    assertThat(person.failure()).isInstanceOf(InterruptedException.class);
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
    house.assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource(PATIENT)
  void anInterruptEndsTheWait(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    AtomicBoolean stayed = new AtomicBoolean();
    Person waiting = house.start(house.visit(1, room -> stayed.set(true))).awaitWaiting();
    Person behind = house.start(house.visit(2, room -> {})).awaitWaiting();
    waiting.interrupt();
    assertThat(waiting.failure()).isInstanceOf(InterruptedException.class);
    assertThat(stayed).isFalse();
    assertThat(occupant.task().isDone()).isFalse();
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
    assertThat(behind.hadRoom()).as("who waited behind it").isTrue();
    house.assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#unyielding")
  void whereAWaitCanNotBeInterruptedTheInterruptIsMetInTheRoom(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    AtomicBoolean noticed = new AtomicBoolean();
    Person waiting =
        house.start(house.visit(1, room -> noticed.set(Thread.interrupted()))).awaitWaiting();
    waiting.interrupt();
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
    assertThat(waiting.hadRoom()).isTrue();
    assertThat(noticed).isTrue();
    house.assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anInterruptInTheRoomGivesItBack(ModeCase mode) throws Exception {
    House house = mode.house(2);
    CountDownLatch never = new CountDownLatch(1);
    Person occupant = house.startOccupant(never);
    occupant.interrupt();
    assertThat(occupant.failure()).isInstanceOf(InterruptedException.class);
    house.assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource(PATIENT)
  void anInterruptAndAFreeRoomAtOnceLoseNeither(ModeCase mode) throws Exception {
    for (int round = 0; round < 50; round++) {
      House house = mode.house(1);
      CountDownLatch leave = new CountDownLatch(1);
      Person occupant = house.startOccupant(leave);
      Person waiting = house.start(house.visit(1, room -> {})).awaitWaiting();
      Person behind = house.start(house.visit(2, room -> {})).awaitWaiting();
      Thread releaser = Thread.ofPlatform().daemon().start(leave::countDown);
      waiting.interrupt();
      waiting.awaitGone();
      releaser.join(Await.LIMIT_SECONDS * 1000);
      assertThat(behind.hadRoom()).as("who waited behind it").isTrue();
      assertThat(occupant.hadRoom()).isTrue();
      assertThat(house.locking().visit(house.visit(0, room -> {}).patience(0))).isTrue();
      assertThat(house.violations()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#hearing")
  void anInterruptThatComesWithARoomIsHeard(ModeCase mode) throws Exception {
    House house = mode.house(1);
    for (int round = 0; round < 50; round++) {
      CountDownLatch leave = new CountDownLatch(1);
      Person occupant = house.startOccupant(leave);
      CountDownLatch sent = new CountDownLatch(1);
      AtomicBoolean heard = new AtomicBoolean();
      LockingMode listening =
          visit -> {
            try {
              boolean unused = house.locking().visit(visit);
            } catch (InterruptedException e) {
              heard.set(true);
            }
            try {
              Await.opened(sent);
            } catch (InterruptedException e) {
              heard.set(true);
            }
            return true;
          };
      Person waiting = house.start(listening, house.visit(1, room -> {})).awaitWaiting();
      Thread releaser = Thread.ofPlatform().daemon().start(leave::countDown);
      waiting.interrupt();
      sent.countDown();
      assertThat(waiting.hadRoom()).isTrue();
      assertThat(occupant.hadRoom()).isTrue();
      releaser.join(Await.LIMIT_SECONDS * 1000);
      assertThat(heard).isTrue();
    }
  }
}
