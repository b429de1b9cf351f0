package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of each prediction, whatever its formula. */
class TailTest {
  private static final List<String> SCENARIOS =
      List.of(
          "arrivals=poisson:9/s rooms=10 hold=exponential:1s",
          "arrivals=poisson:1/s rooms=10 hold=exponential:1s",
          "arrivals=poisson:12/s rooms=10 hold=exponential:1s limit=30",
          "arrivals=poisson:9/s rooms=10 hold=exponential:1s limit=12",
          "arrivals=poisson:12/s rooms=10 hold=exponential:1s patience=exponential:2s",
          "arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=exponential:200ms",
          "arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=fixed:700ms",
          "arrivals=poisson:30/s rooms=10 hold=exponential:1s patience=fixed:3s",
          "arrivals=poisson:0.9/s rooms=1 hold=fixed:1s",
          "arrivals=poisson:9/s rooms=10 hold=fixed:1s",
          "arrivals=poisson:2.5/s rooms=5 hold=fixed:1s",
          "arrivals=poisson:99/s rooms=100 hold=fixed:1s",
          "arrivals=constant:9/s rooms=10 hold=exponential:1s",
          "arrivals=renewal:uniform:0s..1s rooms=3 hold=exponential:1s",
          "arrivals=renewal:erlang:200ms,k=4 rooms=6 hold=exponential:1s",
          "arrivals=renewal:hyperexponential:200ms,cv=3 rooms=6 hold=exponential:1s",
          "arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=reentrant",
          "arrivals=poisson:9/s rooms=10 hold=fixed:1s mode=reentrant choice=random",
          "arrivals=closed persons=30 rooms=5 hold=exponential:1s think=exponential:4s visits=50",
          "arrivals=closed persons=9 rooms=8 hold=exponential:1s think=fixed:1s visits=50",
          "arrivals=at-once persons=30 rooms=5 hold=exponential:1s visits=50",
          "arrivals=at-once persons=30 rooms=7 hold=exponential:1s visits=1",
          "arrivals=at-once persons=30 rooms=7 hold=fixed:1s visits=1");

  static Stream<Scenario> scenarios() {
    return SCENARIOS.stream().map(Given::scenario);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void momentsAreThoseOfTheTail(Scenario scenario) {
    Prediction prediction = Given.prediction(scenario);
    WaitTail tail = Objects.requireNonNull(prediction.tails().served());
    double mean = Objects.requireNonNull(prediction.meanWaitNanos());
    double stddev = Objects.requireNonNull(prediction.stddevWaitNanos());
    assertThat(Integral.mean(tail)).isCloseTo(mean, within(mean * 1e-4));
    assertThat(Integral.stddev(tail)).isCloseTo(stddev, within(stddev * 1e-3));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aQuantileIsTheFirstTimeThatFewEnoughExceed(Scenario scenario) {
    Prediction prediction = Given.prediction(scenario);
    for (double percentile : List.of(1.0, 25.0, 50.0, 90.0, 99.0, 99.99)) {
      double time = prediction.waitQuantileNanos(percentile).orElseThrow();
      double remaining = 1 - percentile / 100;
      assertThat(prediction.waitExceedsProbability(time).orElseThrow())
          .isLessThanOrEqualTo(remaining + 1e-12);
      if (time > 0) {
        assertThat(prediction.waitExceedsProbability(time * (1 - 1e-9)).orElseThrow())
            .isGreaterThan(remaining - 1e-12);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void sharesAreSharesAndTheBusyRoomsAreThoseOfTheVisits(Scenario scenario) {
    Prediction prediction = Given.prediction(scenario);
    double hold = scenario.stay().hold().meanNanos() / 1e9;
    int rooms = scenario.facility().rooms();
    assertThat(prediction.utilisation())
        .isBetween(0.0, 1.0)
        .isCloseTo(prediction.throughputPerSecond() * hold / rooms, within(1e-12));
    assertThat(prediction.abandoned()).isBetween(0.0, 1.0);
    assertThat(prediction.turnedAway()).isBetween(0.0, 1.0);
    assertThat(prediction.waited()).isBetween(0.0, 1.0);
    if (prediction.turnedAway() == 0 && scenario.demand().arrivals().open()) {
      double carried = prediction.offeredLoad() * (1 - prediction.abandoned());
      assertThat(prediction.utilisation() * rooms).isCloseTo(carried, within(1e-9));
    }
  }

  /** Persons are thinking, waiting or in a room, and by Little's law that makes all of them. */
  @Test
  void personsOfAClosedModelAreSomewhere() {
    for (int persons : List.of(3, 6, 60, 6000)) {
      Prediction prediction =
          Given.prediction(
              Given.scenario(
                  "arrivals=closed rooms=5 hold=exponential:1s think=exponential:4s visits=9"
                      + " persons="
                      + persons));
      double wait = Objects.requireNonNull(prediction.meanWaitNanos()) / 1e9;
      assertThat(prediction.throughputPerSecond() * (4 + wait + 1))
          .isCloseTo(persons, within(persons * 1e-12));
      assertThat(prediction.utilisation()).isLessThanOrEqualTo(1 + 1e-12);
    }
  }

  /** So many that all rooms are always taken: each round takes as long as all persons' holds. */
  @Test
  void aCrowdOfAClosedModelWaitsForTheRest() {
    Prediction prediction =
        Given.prediction(
            Given.scenario(
                "arrivals=closed persons=6000 rooms=5 hold=exponential:1s think=exponential:4s"));
    assertThat(prediction.meanWaitNanos()).isCloseTo((6000 / 5 - 4 - 1) * 1e9, within(1.0));
    assertThat(prediction.waitQuantileNanos(50).orElseThrow()).isCloseTo(1195e9, within(1e9));
    assertThat(prediction.stddevWaitNanos()).isCloseTo(Math.sqrt(6000) / 5 * 1e9, within(1e9));
    assertThat(prediction.waited()).isCloseTo(1, within(1e-12));
  }

  @Test
  void percentilesAndTimesOutOfRangeAreRefused() {
    Prediction prediction = Given.prediction(Given.scenario(SCENARIOS.getFirst()));
    for (double percentile : List.of(0.0, 100.0, -1.0, Double.NaN)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> prediction.waitQuantileNanos(percentile))
          .withMessageContaining("allowed: greater than 0, less than 100");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prediction.waitExceedsProbability(-1))
        .withMessageContaining("allowed: at least 0");
  }

  @Test
  void whereNoDistributionIsKnownThereIsNone() {
    Prediction prediction =
        Given.prediction(Given.scenario("arrivals=poisson:9/s rooms=10 hold=lognormal:1s,cv=2"));
    assertThat(prediction.waitQuantileNanos(50)).isEmpty();
    assertThat(prediction.waitExceedsProbability(1)).isEmpty();
  }
}
