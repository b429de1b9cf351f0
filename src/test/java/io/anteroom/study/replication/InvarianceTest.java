package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.theory.NoFormula;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures do not depend on how much of the beginning is left out, nor on what bounds the run: every
 * metric that theory gives lies in its interval. There are some 600 intervals in all, each of
 * 99.99%, so a simulator without fault fails with a probability of 6% at most, once: the seeds are
 * fixed.
 */
final class InvarianceTest {
  private static final double LEVEL = 0.9999;
  private static final List<String> WARMUPS = List.of("0%", "20%", "50%", "80%");
  private static final int REPLICATIONS = 12;

  /**
   * A scenario in a steady state.
   *
   * @param settings without what bounds it
   * @param visits that bound it, of each person in a closed model
   * @param seconds that bound it as well
   */
  record Stationary(String settings, long visits, double seconds) {
    @Override
    public String toString() {
      return settings;
    }
  }

  private static Stationary open(String settings, double perSecond) {
    return new Stationary(
        settings.replace("RATE", perSecond + "/s"), 40_000, Math.ceil(40_000 / perSecond));
  }

  private static Stationary closed(String settings, int persons, double cycleSeconds) {
    long each = 60_000 / persons;
    return new Stationary(
        "arrivals=closed persons=" + persons + " " + settings,
        each,
        Math.ceil(each * cycleSeconds));
  }

  private static final List<Stationary> SCENARIOS =
      List.of(
          open("arrivals=poisson:RATE hold=exponential:20ms rooms=8", 300),
          open("arrivals=poisson:RATE hold=fixed:20ms rooms=8", 300),
          open("arrivals=poisson:RATE hold=erlang:10ms,k=3 rooms=1", 70),
          open("arrivals=renewal:erlang:4ms,k=2 hold=exponential:20ms rooms=7", 250),
          open("arrivals=poisson:RATE hold=exponential:20ms rooms=6 limit=20", 300),
          open("arrivals=poisson:RATE hold=lognormal:20ms,cv=2 rooms=6 limit=6", 300),
          open(
              "arrivals=poisson:RATE hold=exponential:20ms rooms=5 patience=exponential:30ms", 300),
          open("arrivals=poisson:RATE hold=exponential:20ms rooms=6 patience=fixed:25ms", 300),
          open(
              "mode=try-park arrivals=poisson:RATE hold=exponential:20ms rooms=6 line=shared"
                  + " patience=fixed:0ms",
              300),
          closed("think=exponential:100ms hold=exponential:20ms rooms=3", 20, 0.14),
          closed("think=fixed:50ms hold=exponential:20ms rooms=2", 5, 0.075),
          closed("think=lognormal:200ms,cv=1 hold=exponential:20ms rooms=10", 60, 0.25));

  private static Stream<Arguments> cases() {
    return SCENARIOS.stream()
        .flatMap(
            stationary ->
                Stream.of(" visits=" + stationary.visits, " duration=" + stationary.seconds + "s")
                    .map(bound -> Arguments.of(stationary, bound)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theExactValueLiesInTheInterval(Stationary stationary, String bound)
      throws InterruptedException {
    List<String> outside = new ArrayList<>();
    for (String warmup : WARMUPS) {
      Scenario scenario =
          Simulated.scenario(
              stationary.settings
                  + bound
                  + " warmup="
                  + warmup
                  + " seed=5 replications="
                  + REPLICATIONS);
      Map<Metric, Double> exact = exact(scenario);
      assertThat(exact.size()).isGreaterThan(3);
      Samples samples = Simulated.samples(scenario, List.copyOf(exact.keySet()));
      exact.forEach(
          (metric, value) -> {
            Estimate estimate = Estimates.student(samples.of(metric), LEVEL);
            // An empty beginning, and as many arrivals as there are room for, bias by 1 in a run.
            double slack = Math.abs(value) * 2e-4;
            if (!(estimate.low() - slack <= value && value <= estimate.high() + slack)) {
              outside.add(
                  "warm-up %s: %s is %s, simulated %s to %s"
                      .formatted(warmup, metric.name(), value, estimate.low(), estimate.high()));
            }
          });
    }
    assertThat(outside).isEmpty();
  }

  /** What theory gives exactly. */
  private static Map<Metric, Double> exact(Scenario scenario) {
    Map<String, OptionalDouble> figures = new LinkedHashMap<>();
    switch (Theory.of(scenario)) {
      case NoFormula none -> throw new IllegalStateException(none.reason());
      case Prediction known -> {
        figures.put("throughput", OptionalDouble.of(known.throughputPerSecond()));
        figures.put("utilisation", OptionalDouble.of(known.utilisation()));
        figures.put("turnedAway", OptionalDouble.of(known.turnedAway()));
        figures.put("abandoned", OptionalDouble.of(known.abandoned()));
        Double mean = known.meanWaitNanos();
        if (known.exact() && mean != null) {
          figures.put("wait.mean", OptionalDouble.of(mean));
          figures.put("wait.p90", known.waitQuantileNanos(90));
        }
      }
    }
    Map<Metric, Double> exact = new LinkedHashMap<>();
    figures.forEach(
        (name, value) ->
            value.ifPresent(figure -> exact.put(Metrics.find(name).orElseThrow(), figure)));
    return exact;
  }
}
