package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import io.anteroom.scenario.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the modes that try again and again do so, on a clock that a test drives. */
@Timeout(60)
final class AttemptsTest {
  private static final long MILLI = 1_000_000;
  private static final Discipline.Polling OWN =
      new Discipline.Polling(Duration.ofMillis(1), 6, true);

  private final SteppingClock clock = new SteppingClock();

  @Test
  void parkingPausesForAMillisecond() throws Exception {
    assertThat(pauses(scenario("try-park"), 3 * MILLI + 500_000))
        .containsExactly(MILLI, MILLI, MILLI, 500_000L);
  }

  @Test
  void backingOffDrawsPausesBelowABoundThatDoublesUpToSixtyFourMilliseconds() throws Exception {
    List<Long> pauses = pauses(scenario("try-backoff"), 2_000 * MILLI);
    Schedule schedule = scenario("try-backoff").schedule();
    for (int pause = 0; pause < pauses.size() - 1; pause++) {
      long bound = MILLI << Math.min(pause, 6);
      assertThat(pauses.get(pause))
          .isBetween(0L, bound)
          .isEqualTo(schedule.pauseNanos(schedule.newDraws(), 7, 3, pause + 1L, OWN));
    }
    assertThat(pauses).hasSizeGreaterThan(20).anyMatch(pause -> pause > 32 * MILLI);
  }

  @ParameterizedTest
  @ValueSource(strings = {"try-park", "try-backoff"})
  void theScenariosRetryReplacesTheModesOwn(String mode) throws Exception {
    ScenarioBuilder scenario =
        scenario(mode).retry(new Distribution.Exponential(Duration.ofMillis(3)));
    Schedule schedule = scenario.schedule();
    List<Long> pauses = pauses(scenario, 100 * MILLI);
    assertThat(pauses.subList(0, pauses.size() - 1))
        .isEqualTo(
            LongStream.range(1, pauses.size())
                .map(attempt -> schedule.pauseNanos(schedule.newDraws(), 7, 3, attempt, OWN))
                .boxed()
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"try-spin", "try-yield", "try-park", "try-backoff", "timed"})
  void eachAttemptThatFailsIsARefusal(String mode) throws Exception {
    ScenarioBuilder scenario = scenario(mode);
    LockingMode locking = LockingModes.create(premises(scenario));
    TestVisit visit = new TestVisit(7, scenario.schedule().newDraws(), room -> {});
    visit.patienceLeft(() -> visit.refusals() < 4 ? MILLI : 0);
    assertThat(nested(scenario, locking, visit)).isFalse();
    assertThat(visit.refusals()).isEqualTo(4);
  }

  private List<Long> pauses(ScenarioBuilder scenario, long patienceNanos) throws Exception {
    LockingMode locking = LockingModes.create(premises(scenario));
    TestVisit visit =
        new TestVisit(7, scenario.schedule().newDraws(), room -> {})
            .number(3)
            .patienceLeft(() -> patienceNanos - clock.now);
    assertThat(nested(scenario, locking, visit)).isFalse();
    assertThat(visit.refusals()).isEqualTo(clock.pauses.size() + 1);
    return clock.pauses;
  }

  /** Makes the visit on a thread of its own, while this one is in the only room. */
  private static boolean nested(ScenarioBuilder scenario, LockingMode locking, TestVisit visit)
      throws Exception {
    List<Boolean> hadRoom = new ArrayList<>();
    TestVisit.Stay stay =
        room -> {
          try {
            hadRoom.add(Person.start(locking, visit, Thread.ofPlatform().daemon()).hadRoom());
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        };
    assertThat(locking.visit(new TestVisit(0, scenario.schedule().newDraws(), stay))).isTrue();
    return hadRoom.getFirst();
  }

  private Premises premises(ScenarioBuilder scenario) {
    return Premises.of(scenario.build(), scenario.schedule(), clock);
  }

  private static ScenarioBuilder scenario(String mode) {
    return new ScenarioBuilder().locking(mode, Line.PER_ROOM, 1);
  }

  /** A clock on which only sleeping takes time. Confined to one thread at a time. */
  private static final class SteppingClock implements NanoClock {
    private final List<Long> pauses = new ArrayList<>();
    private long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void sleepNanos(long nanos) {
      pauses.add(nanos);
      now += nanos;
    }

    @Override
    public void parkUntil(long deadlineNanos) {
      now = Math.max(now, deadlineNanos);
    }

    @Override
    public void spinUntil(long deadlineNanos) {
      parkUntil(deadlineNanos);
    }
  }
}
