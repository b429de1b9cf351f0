package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rooms in the order of priorities, at the moments at which two things happen at once. */
@Timeout(60)
final class PriorityPoolTest {
  private final ScenarioBuilder scenario =
      new ScenarioBuilder().locking("priority", Line.SHARED, 1);
  private final Premises premises =
      Premises.of(scenario.build(), scenario.schedule(), new WallClock());
  private final PriorityPool pool = new PriorityPool(premises);

  private TestVisit visit(int person) {
    return new TestVisit(person, premises.schedule().newDraws(), room -> {});
  }

  /** Patience ends at the second look; what happens just before it is this. */
  private TestVisit patientUntil(Runnable event) {
    AtomicInteger looks = new AtomicInteger();
    return visit(1)
        .patienceLeft(
            () -> {
              if (looks.getAndIncrement() == 0) {
                return 1;
              }
              event.run();
              return 0;
            });
  }

  private Room taken() throws InterruptedException {
    return Objects.requireNonNull(pool.takeRoom(visit(0)));
  }

  @Test
  void aRoomThatIsGivenAsPatienceEndsIsHad() throws InterruptedException {
    Room room = taken();
    assertThat(pool.takeRoom(patientUntil(() -> pool.giveBack(room)))).isSameAs(room);
    pool.giveBack(room);
    assertThat(taken()).as("the one room is not lost").isSameAs(room);
  }

  @Test
  void whoGivesUpIsInLineNoLonger() throws InterruptedException {
    Room room = taken();
    assertThat(pool.takeRoom(patientUntil(() -> {}))).isNull();
    pool.giveBack(room);
    assertThat(taken()).as("nobody else was given it").isSameAs(room);
  }

  /** A person without patience takes a free room, and stands in no line for another. */
  @Test
  void whoHasNoPatienceNeverWaits() throws InterruptedException {
    TestVisit hasty = visit(1).patienceLeft(() -> 0);
    Room room = Objects.requireNonNull(pool.takeRoom(hasty));
    assertThat(pool.takeRoom(hasty)).isNull();
    pool.giveBack(room);
    assertThat(pool.takeRoom(hasty)).isSameAs(room);
  }
}
