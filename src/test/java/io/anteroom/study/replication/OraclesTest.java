package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.theory.QueueingCases;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each way to get a room against what is known of just that way. Intervals of 99.95% each: a
 * simulator without fault fails in one of the some 30 with a probability of 1.5% at most.
 */
class OraclesTest {
  private static final double LEVEL = 0.9995;

  private static final String OPEN =
      " visits=30000 warmup=10% replications=10 seed=3 arrivals=poisson:";

  /** Erlang's loss formula with 4 rooms and 3 erlangs: 27/131. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fixed:1s",
        "exponential:1s",
        "erlang:1s,k=3",
        "uniform:0s..2s",
        "lognormal:1s,cv=1.5",
        "hyperexponential:1s,cv=3"
      })
  void whoTriesOnceMeetsErlangsLossWhateverTheHolds(String hold) throws InterruptedException {
    assertHolds(
        "mode=timed patience=fixed:0ms rooms=4 hold=" + hold + OPEN + "3/s",
        "abandoned",
        27.0 / 131);
  }

  @ParameterizedTest
  @ValueSource(strings = {"semaphore", "queue", "monitor-wait", "timed", "try-park"})
  void whoTriesOnceMeetsErlangsLossWhateverTheMode(String mode) throws InterruptedException {
    boolean canGiveUp = traits(mode).has(ModeTraits.Trait.GIVES_UP);
    String bound = canGiveUp ? " patience=fixed:0ms" : " limit=4";
    assertHolds(
        "mode=" + mode + " line=shared rooms=4 hold=fixed:1s" + bound + OPEN + "3/s",
        canGiveUp ? "abandoned" : "turnedAway",
        27.0 / 131);
  }

  /** M/M/10+D: patience and one attempt are as long as each other, or the attempt is longer. */
  @ParameterizedTest
  @ValueSource(strings = {"500ms", "2s"})
  void aTimedAttemptThatOutlastsPatienceIsPatience(String timeout) throws InterruptedException {
    assertHolds(
        "mode=timed line=shared patience=fixed:500ms rooms=10 hold=exponential:1s timeout="
            + timeout
            + OPEN
            + "9/s",
        "abandoned",
        reference("timed-10-9-0.5/timeout", "p_abandon"));
  }

  /** Who queues again after each timeout is served later than in line. */
  @Test
  void shortAttemptsSpreadTheWaits() {
    String text = " line=shared rooms=2 hold=exponential:1s" + OPEN + "1.8/s";
    Run inLine = Simulated.brief(Simulated.scenario("mode=semaphore-fair" + text));
    Run again = Simulated.brief(Simulated.scenario("mode=timed timeout=100ms" + text));
    assertThat(again.result().waits().stddevNanos())
        .isGreaterThan(1.2 * inLine.result().waits().stddevNanos());
    assertThat(again.result().visits().refusals()).isPositive();
    assertThat(inLine.result().visits().refusals()).isZero();
  }

  @Test
  void pollersAreARetrialQueue() throws InterruptedException {
    String text =
        "mode=try-park line=shared retry=exponential:50ms rooms=10 hold=exponential:1s"
            + OPEN
            + "9/s";
    assertHolds(text, "wait.mean", 1e9 * reference("retrial-10-20", "wait"));
  }

  /** Those who pause as long as they hold nearly never wait for less. */
  @Test
  void pausesOfOneSecondMakeWaitsOfWholeSeconds() {
    Run run =
        Simulated.brief(
            Simulated.scenario(
                "mode=try-park retry=fixed:1s rooms=1 hold=exponential:1s" + OPEN + "0.5/s"));
    assertThat(run.histograms().wait.recordedValues())
        .allSatisfy(
            value ->
                assertThat(value.getValueIteratedTo() % 1_000_000_000L)
                    .isLessThan(value.getValueIteratedTo() / 500 + 1));
    assertThat(Gauges.waited(run)).isBetween(0.4, 0.6);
  }

  /** Bounded by time: a bound on visits lets the quick ones leave before the others. */
  @ParameterizedTest
  @CsvSource({"closed-5-2,5,2,10s,2s", "closed-20-2,20,2,8s,1s", "closed-100-10,100,10,9s,1s"})
  void aFixedCrowdMeetsTheFiniteSourceFormula(
      String id, int persons, int rooms, String think, String hold) throws InterruptedException {
    assertHolds(
        "mode=reentrant-fair line=shared arrivals=closed warmup=10% replications=10"
            + (" persons=" + persons + " rooms=" + rooms + " duration=" + 200_000 / persons + "s")
            + (" think=exponential:" + think + " hold=exponential:" + hold),
        "wait.mean",
        1e9 * reference(id, "Wq"));
  }

  /** Every order has the same mean wait, and a spread of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo", "random", "lifo"})
  void theOrderChangesTheSpreadOnly(String order) throws InterruptedException {
    String id = "mg1-uniform/" + order;
    String text = "order=" + order + " rooms=1 hold=uniform:0s..2s" + OPEN + "0.8/s";
    double mean = reference(id, "Wq");
    double deviation = reference(id, "sd_wait");
    Metric spread = Simulated.metric("spread", run -> Gauges.variance(run, mean));
    Samples samples = Simulated.samples(Simulated.scenario(text), List.of(spread));
    assertHolds(samples, Metrics.find("wait.mean").orElseThrow(), 1e9 * mean);
    assertHolds(samples, spread, deviation * deviation);
  }

  /** Without locks nobody waits; two in one room are counted. */
  @Test
  void whoEntersAtWillNeverWaitsAndIsCounted() throws InterruptedException {
    String text = "mode=none rooms=1 hold=fixed:1s" + OPEN + "0.7/s";
    Metric violations =
        Simulated.metric("entered occupied", run -> run.result().visits().violations() / 30_000.0);
    Samples samples = Simulated.samples(Simulated.scenario(text), List.of(violations));
    // M/G/infinity: the number inside is Poisson's.
    assertHolds(samples, violations, 1 - Math.exp(-0.7));
    assertThat(samples.of(Metrics.find("wait.mean").orElseThrow())).containsOnly(0.0);
  }

  /** Random lines of their own are M/M/1 each. */
  @ParameterizedTest
  @ValueSource(strings = {"synchronized", "reentrant", "reentrant-fair", "stamped"})
  void randomLinesAreQueuesOfOneRoomEach(String mode) throws InterruptedException {
    String text = " choice=random rooms=3 hold=exponential:1s" + OPEN + "1.5/s";
    assertHolds("mode=" + mode + text, "wait.mean", 1e9);
  }

  static Stream<String> modes() {
    return LockingModes.traits().stream().map(ModeTraits::name);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void whatIsAModelIsSaidToBeOne(String mode) {
    if (traits(mode).discipline() instanceof Discipline.Unmodelled) {
      return;
    }
    Run run =
        Simulated.brief(Simulated.scenario("rooms=2 visits=100 arrivals=poisson:1/s mode=" + mode));
    Simulation simulation = Objects.requireNonNull(run.result().simulation());
    boolean lock =
        List.of("synchronized monitor-wait reentrant semaphore stamped queue".split(" "))
            .contains(mode);
    if (lock || List.of("hikaricp", "agroal", "commons-pool2").contains(mode)) {
      assertThat(simulation.model())
          .startsWith("mode " + mode + " ")
          .endsWith("a model, not " + (lock ? "HotSpot" : "the library"));
    } else {
      assertThat(simulation.model()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"try-spin, made of processor time", "try-yield, made of the scheduler's turns"})
  void waitsMadeOfProcessorTimeAreRefused(String mode, String reason) {
    assertThatThrownBy(() -> Simulated.scenario("rooms=1 visits=1 mode=" + mode))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("mode")
        .hasMessageContaining(reason)
        .hasMessageContaining("clock wall");
  }

  private static ModeTraits traits(String mode) {
    return LockingModes.traits().stream()
        .filter(traits -> traits.name().equals(mode))
        .findFirst()
        .orElseThrow();
  }

  private static double reference(String id, String figure) {
    return QueueingCases.all().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> one.metrics().get(figure))
        .orElseThrow();
  }

  private static void assertHolds(String text, String metric, double expected)
      throws InterruptedException {
    Scenario scenario = Simulated.scenario(text);
    assertHolds(
        Simulated.samples(scenario, List.of()), Metrics.find(metric).orElseThrow(), expected);
  }

  private static void assertHolds(Samples samples, Metric metric, double expected) {
    Estimate estimate = Estimates.student(samples.of(metric), LEVEL);
    assertThat(expected).as(metric.name()).isBetween(estimate.low(), estimate.high());
    // An interval that holds everything proves nothing.
    assertThat(estimate.high() - estimate.low()).as(metric.name()).isLessThan(expected);
  }
}
