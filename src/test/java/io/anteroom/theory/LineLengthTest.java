package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Scenario;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many persons wait, by theory. */
class LineLengthTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals=poisson:9/s rooms=10 hold=exponential:1s",
        "arrivals=poisson:0.5/s rooms=1 hold=exponential:1s",
        "arrivals=poisson:9/s rooms=10 hold=exponential:1s order=lifo",
        "arrivals=poisson:12/s rooms=10 hold=exponential:1s limit=30",
        "arrivals=poisson:10/s rooms=10 hold=exponential:1s limit=30",
        "arrivals=poisson:9/s rooms=10 hold=exponential:1s limit=12",
        "arrivals=poisson:12/s rooms=10 hold=exponential:1s patience=exponential:2s",
        "arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=exponential:200ms",
        "arrivals=poisson:200/s rooms=10 hold=exponential:1s patience=exponential:1s"
      })
  void theMeanByLittlesLawIsThatOfTheDistribution(String settings) {
    Prediction prediction = Given.prediction(Given.scenario(settings));
    LineTail line = Objects.requireNonNull(prediction.tails().persons());
    double mean = 0;
    for (long persons = 0; line.exceeds(persons) > 1e-15; persons++) {
      mean += line.exceeds(persons);
    }
    assertThat(prediction.meanLineLength().orElseThrow()).isCloseTo(mean, within(1e-9 * mean));
  }

  @ParameterizedTest
  @CsvSource({"50, 0", "90, 7", "99, 28", "99.9, 50"})
  void aQuantileIsTheFewestPersonsThatFewEnoughExceed(double percent, long persons) {
    // M/M/1 at 0.9: more than n persons wait with probability 0.9^(n+2).
    LineTail line = waiting -> Math.pow(0.9, waiting + 2.0);
    long quantile = line.quantile(percent);
    assertThat(line.exceeds(quantile)).isLessThanOrEqualTo(1 - percent / 100);
    if (quantile > 0) {
      assertThat(line.exceeds(quantile - 1)).isGreaterThan(1 - percent / 100);
    }
    assertThat(Math.max(quantile, persons) - Math.min(quantile, persons)).isLessThan(21);
    assertThatIllegalArgumentException().isThrownBy(() -> line.quantile(100));
  }

  @Test
  void aLineOfWhichTheFirstStateIsTooRareIsNotKnown() {
    Scenario scenario =
        Given.scenario(
            "arrivals=poisson:100/s rooms=10 hold=exponential:1s patience=exponential:60s");
    Prediction prediction = Given.prediction(scenario);
    assertThat(prediction.lineLengthQuantile(99)).isEmpty();
    assertThat(prediction.meanLineLength()).isPresent();
  }

  @Test
  void inTheSystemAreThoseWhoWaitAndThoseInRooms() {
    Scenario scenario = Given.scenario("arrivals=poisson:9/s rooms=10 hold=exponential:1s");
    Prediction prediction = Given.prediction(scenario);
    // Reference mm10-bench.
    assertThat(prediction.meanLineLength().orElseThrow()).isCloseTo(6.018583717, within(1e-9));
    assertThat(prediction.meanInSystem(scenario.stay().hold()).orElseThrow())
        .isCloseTo(15.018583717, within(1e-9));
  }

  /** A hundred calls in half an hour, three minutes each: 80% within 20 s take 14 agents. */
  @Test
  void callsAreAnsweredInTimeAsTheReferenceSays() {
    Prediction fourteen = calls("rooms=14");
    assertThat(fourteen.waitWithinShare(20e9).orElseThrow())
        .isCloseTo(reference("erlangc-14", "service_level_20s"), within(1e-9));
    assertThat(calls("rooms=13").waitWithinShare(20e9).orElseThrow()).isLessThan(0.8);
  }

  /** As the reference counts, those who give up are not served, however soon they do. */
  @Test
  void thoseWhoGiveUpAreNotServed() {
    Prediction patient = calls("rooms=14 patience=exponential:5m");
    double served = patient.waitWithinShare(20e9).orElseThrow();
    assertThat(served).isCloseTo(reference("erlanga-14", "service_level_20s"), within(1e-6));
    assertThat(served)
        .isLessThan(1 - patient.waitOfAllExceedsProbability(20e9).orElseThrow())
        .isLessThan(1 - reference("erlanga-14", "p_abandon"));
  }

  /**
   * The guide of pyworkforce, from which the reference has its callers, has thirteen positions for
   * them: service_level 0.858, occupancy 0.750, abandonment_probability 0.025, waiting_probability
   * 0.226, average_speed_of_answer 0.125 minutes; some are rounded, some cut off.
   */
  @Test
  void callersWhoHangUpTakeThirteenAgents() {
    Prediction thirteen = calls("rooms=13 patience=exponential:5m");
    assertThat(thirteen.waitWithinShare(20e9).orElseThrow()).isCloseTo(0.858, within(1e-3));
    assertThat(thirteen.utilisation()).isCloseTo(0.750, within(1e-3));
    assertThat(thirteen.abandoned()).isCloseTo(0.025, within(1e-3));
    assertThat(thirteen.waited()).isCloseTo(0.226, within(1e-3));
    double minutes = Objects.requireNonNull(thirteen.meanWaitOfAllNanos()) / 60e9;
    assertThat(minutes).isCloseTo(0.125, within(1e-3));
    assertThat(calls("rooms=12 patience=exponential:5m").waitWithinShare(20e9).orElseThrow())
        .isLessThan(0.8);
  }

  private static double reference(String id, String metric) {
    return QueueingCases.all().stream()
        .filter(one -> one.id().equals(id))
        .map(one -> one.metrics().getOrDefault(metric, Double.NaN))
        .findFirst()
        .orElseThrow();
  }

  private static Prediction calls(String rest) {
    return Given.prediction(Given.scenario("arrivals=poisson:200/h hold=exponential:3m " + rest));
  }
}
