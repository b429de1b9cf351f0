package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every locking mode promises, with every line it has. A new mode is covered by being listed
 * in the catalogue. Interruption, stress and fairness have contract tests of their own.
 */
@ExtendWith(Houses.class)
@Timeout(60)
final class LockingModeContractTest {
  private static final String ALL = "io.anteroom.modes.locking.ModeCase#all";
  private static final String EXCLUSIVE = "io.anteroom.modes.locking.ModeCase#exclusive";
  private static final String PATIENT = "io.anteroom.modes.locking.ModeCase#patient";
  private static final String SHARING = "io.anteroom.modes.locking.ModeCase#sharing";

  @ParameterizedTest
  @MethodSource(ALL)
  void asManyPersonsAsRoomsAreInsideAtOnce(ModeCase mode) throws Exception {
    mode.house(3).assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource(EXCLUSIVE)
  void aRoomIsHadAgainAfterEachVisit(ModeCase mode) throws Exception {
    House house = mode.house(1);
    AtomicInteger stays = new AtomicInteger();
    for (int visit = 0; visit < 5; visit++) {
      assertThat(house.locking().visit(house.visit(0, room -> stays.incrementAndGet()))).isTrue();
    }
    assertThat(stays).hasValue(5);
    house.assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource(EXCLUSIVE)
  void whoWaitsIsServedWhenTheOccupantLeaves(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    Person waiting = house.start(house.visit(1, room -> {})).awaitWaiting();
    assertThat(waiting.task().isDone()).isFalse();
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
    assertThat(waiting.hadRoom()).isTrue();
    assertThat(house.violations()).isZero();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anExceptionInTheRoomGivesItBack(ModeCase mode) throws Exception {
    House house = mode.house(2);
    for (Throwable thrown :
        List.of(new IllegalStateException("test"), new AssertionError("test"))) {
      TestVisit visit = house.visit(1, room -> sneak(thrown));
      assertThatThrownBy(() -> house.locking().visit(visit)).isSameAs(thrown);
      house.assertAllRoomsCanBeHad();
    }
  }

  private static void sneak(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @ParameterizedTest
  @MethodSource(PATIENT)
  void noPatienceIsOneTryAndAway(ModeCase mode) throws Exception {
    House house = mode.house(1, mode.patience(0));
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    TestVisit visit = house.visit(1, room -> {}).patience(0);
    assertThat(house.locking().visit(visit)).isFalse();
    assertThat(visit.refusals()).isEqualTo(1);
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
    TestVisit luckier = house.visit(1, room -> {}).patience(0);
    assertThat(house.locking().visit(luckier)).isTrue();
    assertThat(luckier.refusals()).isZero();
  }

  @ParameterizedTest
  @MethodSource(PATIENT)
  void whoGivesUpHasWaitedAsLongAsItsPatienceAndHoldsNothing(ModeCase mode) throws Exception {
    long patience = mode.patience(TimeUnit.MILLISECONDS.toNanos(5));
    House house = mode.house(1, patience);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    AtomicBoolean stayed = new AtomicBoolean();
    TestVisit visit = house.visit(1, room -> stayed.set(true)).patience(patience);
    assertThat(house.start(visit).hadRoom()).isFalse();
    assertThat(visit.patienceLeftNanos()).isLessThanOrEqualTo(mode.earlyNanos());
    assertThat(stayed).isFalse();
    assertThat(visit.refusals()).isGreaterThanOrEqualTo(1);
    if (mode.triesOnce()) {
      assertThat(visit.refusals()).isEqualTo(1);
    }
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
    house.assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#eachPatient")
  void whoWaitsBehindSomebodyThatGivesUpIsServed(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    TestVisit weary = house.visit(1, room -> {}).patience(TimeUnit.MILLISECONDS.toNanos(30));
    Person first = house.start(weary).awaitWaiting();
    Person second = house.start(house.visit(2, room -> {})).awaitWaiting();
    assertThat(first.hadRoom()).isFalse();
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
    assertThat(second.hadRoom()).isTrue();
  }

  @ParameterizedTest
  @MethodSource(SHARING)
  void readersShareARoomThatWritersHaveAlone(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person one = house.startOccupant(0, true, leave);
    Person other = house.startOccupant(1, true, leave);
    assertThat(house.locking().visit(house.visit(2, room -> {}).patience(0))).isFalse();
    leave.countDown();
    assertThat(one.hadRoom() && other.hadRoom()).isTrue();

    CountDownLatch written = new CountDownLatch(1);
    Person writer = house.startOccupant(0, false, written);
    assertThat(house.locking().visit(house.visit(1, true, room -> {}).patience(0))).isFalse();
    Person reader = house.start(house.visit(1, true, room -> {})).awaitWaiting();
    written.countDown();
    assertThat(writer.hadRoom() && reader.hadRoom()).isTrue();
    assertThat(house.violations()).isZero();
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#unlocked")
  void withoutLockEveryPersonInAnOccupiedRoomIsAViolation(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person first = house.startOccupant(0, false, leave);
    assertThat(house.violations()).isZero();
    Person second = house.startOccupant(1, false, leave);
    Person third = house.startOccupant(2, false, leave);
    assertThat(house.violations()).isEqualTo(2);
    leave.countDown();
    assertThat(first.hadRoom() && second.hadRoom() && third.hadRoom()).isTrue();
  }
}
