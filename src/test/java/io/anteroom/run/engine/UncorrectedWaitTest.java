package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.anteroom.measure.Histograms;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.scenario.Scenario;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the uncorrected wait leaves out. Persons make their visits one after the other on the test's
 * thread, under a clock that moves only where the test says so: every wait is known beforehand.
 */
class UncorrectedWaitTest {
  private static final long MILLI = 1_000_000;
  private static final int ENTERED_AND_LEFT = 2;

  /** A clock that passes while persons sleep, and not else. */
  private static final class StillClock implements NanoClock {
    private long now;
    private long overshoot;
    private int readings;

    @Override
    public long nanoTime() {
      readings++;
      return now;
    }

    @Override
    public void sleepNanos(long nanos) {
      now += Math.max(nanos, 0) + overshoot;
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

  private final StillClock clock = new StillClock();

  /** Of visits that last as long as these holds say, and no time where there is none left. */
  private Stage stage(String keysAndValues, Long... holds) {
    Deque<Long> left = new ArrayDeque<>(List.of(holds));
    RoomActivity holding =
        new RoomActivity() {
          @Override
          public void perform(long holdNanos) {
            clock.now += left.isEmpty() ? 0 : left.removeFirst();
          }

          @Override
          public void close() {}
        };
    Scenario scenario = Scenarios.of("mode=semaphore " + keysAndValues);
    return new Stage(
        scenario,
        holding,
        LockingModes::create,
        Recorders.create(),
        new ThisMachine(clock),
        null,
        null);
  }

  private static void visit(Stage stage, int person, long intendedNanos) {
    new Person(stage, person, intendedNanos).run();
    assertThat(stage.fault()).isNull();
  }

  /**
   * A hundred persons are due every 10 ms, but each comes when the one before has left, and the
   * first holds the room for a second. So works a load generator that waits for each response: it
   * measures no wait at all, though half of them are half a second late.
   */
  @Test
  void leavesOutWhoWasDueWhileNobodyLookedAtTheSchedule() {
    Stage stage = stage("arrivals=constant:100/s visits=100", 1_000 * MILLI);
    for (int person = 0; person < 100; person++) {
      visit(stage, person, 10 * MILLI * person);
    }
    Histograms all = stage.measured.takeInterval();
    assertThat(all.uncorrectedWait.getTotalCount()).isEqualTo(100);
    assertThat(all.uncorrectedWait.getMaxValue()).isZero();
    assertThat(all.wait.getTotalCount()).isEqualTo(100);
    assertMillis(all.wait.getMinNonZeroValue(), 10);
    assertMillis(all.wait.getValueAtPercentile(50), 490);
    assertMillis(all.wait.getMaxValue(), 990);
  }

  @Test
  void leavesOutThatTheSleepBetweenTwoVisitsWasTooLong() {
    clock.overshoot = 3 * MILLI;
    Stage stage = stage("arrivals=closed persons=1 think=fixed:10ms visits=5");
    visit(stage, 0, 0);
    Histograms all = stage.measured.takeInterval();
    assertThat(all.uncorrectedWait.getTotalCount()).isEqualTo(5);
    assertThat(all.uncorrectedWait.getMaxValue()).isZero();
    assertMillis(all.wait.getMinValue(), 3);
    assertMillis(all.wait.getMaxValue(), 3);
    assertThat(all.lateness).isEqualTo(all.wait);
  }

  @Test
  void ofAPersonThatComesBackAtOnceOnlyTheFirstVisitIsLate() {
    Stage stage = stage("persons=1 visits=5", MILLI, MILLI, MILLI, MILLI, MILLI);
    clock.now += 7 * MILLI;
    visit(stage, 0, 0);
    Histograms all = stage.measured.takeInterval();
    assertThat(all.uncorrectedWait.getTotalCount()).isEqualTo(5);
    assertThat(all.uncorrectedWait.getMaxValue()).isZero();
    assertMillis(all.wait.getMaxValue(), 7);
    assertThat(all.wait.getCountBetweenValues(0, 0)).isEqualTo(4);
  }

  /** What is measured must not cost: reading the clock is most of it. */
  @Test
  void takesOneReadingOfTheClockAPersonAndNoneAVisit() {
    Stage again = stage("persons=1 visits=5");
    int before = clock.readings;
    visit(again, 0, 0);
    assertThat(clock.readings - before).isEqualTo(5 * ENTERED_AND_LEFT + 1);
  }

  private static void assertMillis(long nanos, double millis) {
    assertThat(nanos / 1e6).isCloseTo(millis, withinPercentage(0.1));
  }
}
