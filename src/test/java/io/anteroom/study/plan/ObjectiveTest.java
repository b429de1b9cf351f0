package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest {
  @ParameterizedTest
  @CsvSource({
    "wait.p99 < 50ms, true, true, true",
    "utilisation < 85%, true, true, true",
    "utilisation > 60%, false, false, false",
    "throughput > 200/s, true, false, true",
    "throughput < 200/s, false, true, false",
  })
  void knowsWhatHelps(String text, boolean rooms, boolean rate, boolean hold) {
    Objective objective = objective(text);
    assertThat(objective.helpedByRelief(Find.ROOMS)).isEqualTo(rooms);
    assertThat(objective.helpedByRelief(Find.RATE)).isEqualTo(rate);
    assertThat(objective.helpedByRelief(Find.HOLD)).isEqualTo(hold);
  }

  @Test
  void isAsProbableAsTheSamplesSay() {
    double[] below = {40e6, 41e6, 42e6, 39e6};
    assertThat(objective("wait.p99 < 50ms").probabilityMet(below)).isGreaterThan(0.99);
    assertThat(objective("wait.p99 > 50ms").probabilityMet(below)).isLessThan(0.01);
    assertThat(objective("wait.p99 < 40.5ms").probabilityMet(below)).isBetween(0.3, 0.7);
  }

  @Test
  void samplesThatAreAllTheSameLeaveNoDoubt() {
    double[] none = {0, 0, 0};
    assertThat(objective("wait.p50 <= 0s").probabilityMet(none)).isEqualTo(1);
    assertThat(objective("wait.p50 > 0s").probabilityMet(none)).isEqualTo(0);
  }

  private static Objective objective(String text) {
    return new Objective(Expectation.parse(text));
  }
}
