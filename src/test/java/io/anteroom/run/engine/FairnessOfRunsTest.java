package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.RunResult.Fairness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jain's index over what each person waited in all, worked out by hand. */
class FairnessOfRunsTest {
  private static Fairness fairness(String settings) {
    return SteppedRun.of("mode=semaphore-fair " + settings).run().result().fairness();
  }

  private static double jain(double... waits) {
    double sum = 0;
    double squares = 0;
    for (double wait : waits) {
      sum += wait;
      squares += wait * wait;
    }
    return sum * sum / (waits.length * squares);
  }

  private static void assertFairness(Fairness fairness, double... waitsOfPersons) {
    assertThat(fairness.persons()).isEqualTo(waitsOfPersons.length);
    assertThat(fairness.jain()).isCloseTo(jain(waitsOfPersons), within(1e-12));
  }

  /** In turns: one waits 0, 10 and 10 ms, the other 10 ms three times. */
  @Test
  void addsUpWhatEachPersonWaits() {
    assertFairness(fairness("persons=2 rooms=1 hold=fixed:10ms visits=3"), 20, 30);
  }

  @Test
  void leavesTheWarmUpOut() {
    assertFairness(fairness("persons=2 rooms=1 hold=fixed:10ms visits=4 warmup=50%"), 20, 20);
  }

  /**
   * The run is over after 100 ms: two have had the room, from 0 and from 40 ms on; two have not.
   */
  @Test
  void countsTheWaitsThatTheEndCutsShort() {
    assertFairness(
        fairness("persons=4 rooms=1 hold=fixed:40ms duration=50ms visits=1"), 0, 40, 80, 100);
  }

  @Test
  void countsAPersonCutShortInItsRoom() {
    assertFairness(fairness("persons=2 rooms=1 hold=fixed:70ms duration=50ms"), 0, 70);
  }

  /**
   * Each has a visit cut short besides those that it completed: 0 + 30 and 15 + 30, and 30 + 25.
   */
  @Test
  void addsAWaitThatIsCutShortToThoseBefore() {
    assertFairness(
        fairness("persons=3 rooms=1 hold=fixed:15ms duration=20ms visits=9"), 25, 15, 30);
  }

  /** They come every 10 ms and hold the only room for 15 ms. */
  @Test
  void ofAnOpenModelIsTheSpreadOfTheVisitsWaits() {
    assertFairness(
        fairness("arrivals=constant:100/s rooms=1 hold=fixed:15ms visits=5"), 0, 5, 10, 15, 20);
  }

  @ParameterizedTest
  @CsvSource({
    "persons=3 rooms=3 hold=fixed:10ms,3",
    "persons=1 rooms=1 hold=fixed:10ms visits=3,1"
  })
  void isPerfectWhereNobodyWaits(String settings, long persons) {
    assertThat(fairness(settings)).isEqualTo(new Fairness(1, persons));
  }
}
