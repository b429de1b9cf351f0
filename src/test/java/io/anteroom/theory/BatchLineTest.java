package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.BatchSize;
import io.anteroom.scenario.Scenario;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons who arrive in batches, and at changing rates, by theory. */
class BatchLineTest {
  @Test
  void batchesOfOneAreErlangC() {
    Queue queue = new Queue(10, 9, 1);
    BatchLine batches = Objects.requireNonNull(BatchLine.of(queue, new BatchSize.Fixed(1)));
    ErlangC single = new ErlangC(queue);
    assertThat(batches.waited()).isCloseTo(single.waited(), within(1e-12));
    assertThat(batches.meanWait()).isCloseTo(single.meanWait(), within(1e-12));
    assertThat(batches.exceeds(1.5)).isCloseTo(single.exceeds(1.5), within(1e-12));
    assertThat(batches.moreWaitingThan(20)).isCloseTo(single.moreWaitingThan(20), within(1e-12));
  }

  /**
   * A geometric batch at one room: more than n persons with a geometric probability (Burke 1975).
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 7.5})
  void geometricBatchesAtOneRoomAreKnownInClosedForm(double mean) {
    Queue queue = new Queue(1, 0.8, 1);
    BatchLine line = Objects.requireNonNull(BatchLine.of(queue, new BatchSize.Geometric(mean)));
    // The mean number present is ρ E[X] / (1 - ρ), of which ρ are in the room.
    double waiting = 0.8 * mean / 0.2 - 0.8;
    assertThat(line.meanWait()).isCloseTo(waiting / 0.8, within(1e-9));
    assertThat(line.waited()).isCloseTo(1 - 0.2 / mean, within(1e-12));
  }

  /** Two formulas for one room: by the states, and by the batch as a visit of its own. */
  @ParameterizedTest
  @CsvSource({"5, 0.15", "geometric:3, 0.3", "1, 0.9"})
  void exponentialHoldsAtOneRoomAgreeWithThoseOfAnyDistribution(String size, double perSecond) {
    Prediction states = prediction("exponential:1s", size, perSecond);
    // An Erlang distribution of one phase is exponential; a gamma distribution near it is not.
    Prediction moments = prediction("gamma:1s,cv=1.000001", size, perSecond);
    double wait = Objects.requireNonNull(states.meanWaitNanos());
    assertThat(Objects.requireNonNull(moments.meanWaitNanos()))
        .isCloseTo(wait, within(wait * 1e-5));
    assertThat(Objects.requireNonNull(moments.waited()))
        .isCloseTo(Objects.requireNonNull(states.waited()), within(1e-12));
    assertThat(states.model()).startsWith("M^");
  }

  private static Prediction prediction(String hold, String size, double perSecond) {
    return Given.prediction(
        Given.scenario(
            "rooms=1 hold=" + hold + " arrivals=poisson:" + perSecond + "/s,batch=" + size));
  }

  @Test
  void momentsAreThoseOfTheTail() {
    Scenario scenario =
        Given.scenario("arrivals=poisson:2/s,batch=geometric:4 rooms=10 hold=exponential:1s");
    Prediction prediction = Given.prediction(scenario);
    WaitTail tail = Objects.requireNonNull(prediction.tails().served());
    double mean = Objects.requireNonNull(prediction.meanWaitNanos());
    double stddev = Objects.requireNonNull(prediction.stddevWaitNanos());
    assertThat(Integral.mean(tail)).isCloseTo(mean, within(mean * 1e-4));
    assertThat(Integral.stddev(tail)).isCloseTo(stddev, within(stddev * 1e-3));
  }

  /** At a constant rate, after the rooms have filled, the approximation is the exact formula. */
  @Test
  void aConstantRateIsErlangCExceptAtTheBeginning() {
    Prediction day =
        Given.prediction(Given.scenario("arrivals=stages:9/s*10000s rooms=10 hold=exponential:1s"));
    Prediction steady =
        Given.prediction(Given.scenario("arrivals=poisson:9/s rooms=10 hold=exponential:1s"));
    assertThat(day.exact()).isFalse();
    assertThat(day.meanWaitNanos())
        .isCloseTo(Objects.requireNonNull(steady.meanWaitNanos()), within(0.01e9));
    assertThat(day.waitQuantileNanos(99).orElseThrow())
        .isCloseTo(steady.waitQuantileNanos(99).orElseThrow(), within(0.05e9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals=stages:9/s*10s,12/s*100s rooms=10 hold=exponential:1s",
        "arrivals=stages:9/s*10s,even rooms=10 hold=exponential:1s",
        "arrivals=stages:9/s*10s,day-cv=0.3 rooms=10 hold=exponential:1s",
        "arrivals=stages:9/s*10s rooms=10 hold=fixed:1s",
        "arrivals=constant:1/s,batch=3 rooms=10 hold=exponential:1s",
        "arrivals=poisson:1/s,batch=3 rooms=10 hold=fixed:1s",
        "arrivals=poisson:1/s,batch=3 rooms=10 hold=exponential:1s limit=20",
        "arrivals=poisson:1/s,batch=30 rooms=10 hold=exponential:1s"
      })
  void elsewhereThereIsNoFormula(String settings) {
    assertThat(Theory.of(Given.scenario(settings))).isInstanceOf(NoFormula.class);
  }
}
