package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Metric;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.replication.Replications;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  private static final int REPLICATIONS = 40;

  /** A simulation of one scenario, and the formula of another that is a little different. */
  @ParameterizedTest
  @CsvSource({
    "wait.p90 < 1s, arrivals=poisson:300/s, arrivals=poisson:330/s",
    "wait.mean < 1s, arrivals=poisson:300/s, arrivals=poisson:330/s",
    "wait.stddev < 1s, arrivals=poisson:300/s, arrivals=poisson:330/s",
    "response.p90 < 1s, arrivals=poisson:300/s, arrivals=poisson:350/s",
    "response.stddev < 1s, arrivals=poisson:300/s, arrivals=poisson:350/s",
    "throughput > 1/s, arrivals=poisson:300/s, arrivals=poisson:310/s",
    "utilisation < 90%, arrivals=poisson:300/s, arrivals=poisson:315/s",
    "turnedAway < 90%, arrivals=poisson:300/s limit=12, arrivals=poisson:330/s limit=12",
    "abandoned < 90%, arrivals=poisson:400/s patience=fixed:5ms, "
        + "arrivals=poisson:450/s patience=fixed:5ms",
    "waited < 90%, arrivals=poisson:400/s patience=fixed:5ms, "
        + "arrivals=poisson:450/s patience=fixed:5ms",
    "throughput > 1/s, arrivals=at-once persons=50 visits=1, arrivals=at-once persons=20 visits=1",
    "wait.p80 < 1s, arrivals=at-once persons=50 visits=1, arrivals=at-once persons=60 visits=1",
    "wait.mean < 1s, arrivals=closed persons=12 think=exponential:10ms, "
        + "arrivals=closed persons=14 think=exponential:10ms",
  })
  void aSimulationOfSomethingElseIsNoticed(String slo, String simulated, String other)
      throws Exception {
    String rest = " hold=exponential:20ms rooms=8";
    assertThat(excluding(slo, simulated + rest, simulated + rest)).as("the same").isNull();
    Estimate interval = Objects.requireNonNull(excluding(slo, simulated + rest, other + rest));
    double exact =
        TheoryFigures.of(Given.scenario(other + rest)).of(objective(slo)).orElseThrow().figure();
    assertThat(exact < interval.low() || exact > interval.high()).isTrue();
  }

  @Test
  void fewOrHeavyVisitsAreNoReasonToBlameTheSimulation() throws Exception {
    // Nobody of some ten thousand waits, where one of a million would.
    String idle = "arrivals=poisson:10/s hold=exponential:20ms rooms=4";
    assertThat(excluding("wait.mean < 1s", idle, idle)).isNull();
    String heavy = "arrivals=poisson:10/s hold=pareto:20ms,alpha=1.5 rooms=1";
    assertThat(excluding("utilisation < 90%", heavy, heavy)).isNull();
  }

  @Test
  void anApproximationIsNothingToDisagreeWith() throws Exception {
    String general = "arrivals=poisson:300/s hold=lognormal:20ms,cv=1 rooms=8";
    assertThat(excluding("wait.mean < 1s", general, general.replace("300", "350"))).isNull();
  }

  @Test
  void aSoundSimulationIsNotBlamed() throws Exception {
    List<Objective> objectives =
        Stream.of(
                "wait.p99 < 1s",
                "wait.p50 < 1s",
                "wait.mean < 1s",
                "wait.stddev < 1s",
                "response.p95 < 1s",
                "throughput > 1/s",
                "utilisation < 99%",
                "hold.p90 < 1s",
                "hold.stddev < 1s")
            .map(AgreementTest::objective)
            .toList();
    List<String> blamed = new ArrayList<>();
    for (int seed = 1; seed <= 10; seed++) {
      String scenario = "arrivals=poisson:340/s hold=exponential:20ms rooms=8 seed=" + seed;
      Map<Objective, Estimate> excluded = excluding(objectives, scenario, scenario);
      excluded.forEach((objective, estimate) -> blamed.add(objective + " " + estimate));
    }
    assertThat(blamed).isEmpty();
  }

  private static @Nullable Estimate excluding(String slo, String simulated, String formula)
      throws InterruptedException {
    Objective objective = objective(slo);
    return excluding(List.of(objective), simulated, formula).get(objective);
  }

  private static Map<Objective, Estimate> excluding(
      List<Objective> objectives, String simulated, String formula) throws InterruptedException {
    TheoryFigures theory = TheoryFigures.of(Given.scenario(formula));
    List<Agreement> agreements =
        objectives.stream().map(objective -> Agreement.of(objective, theory)).toList();
    List<Metric> metrics = new ArrayList<>();
    agreements.forEach(agreement -> metrics.addAll(agreement.metrics()));
    objectives.forEach(objective -> metrics.add(objective.metric()));
    Scenario scenario = RunLength.chosen(Given.scenario(simulated), objectives);
    Replications replications =
        new Replications(scenario.withReplications(REPLICATIONS), metrics, null, 2);
    double visits = (double) replications.run().result().visits().completed() / REPLICATIONS;
    Map<Objective, Estimate> excluded = new HashMap<>();
    for (Agreement agreement : agreements) {
      double exact = theory.of(agreement.objective()).orElseThrow().figure();
      Estimate estimate = agreement.excluding(exact, replications.samples(), visits);
      if (estimate != null) {
        excluded.put(agreement.objective(), estimate);
      }
    }
    return excluded;
  }

  private static Objective objective(String slo) {
    return new Objective(Expectation.parse(slo));
  }
}
