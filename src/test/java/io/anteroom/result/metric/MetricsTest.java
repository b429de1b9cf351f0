package io.anteroom.result.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
  @Test
  void everyListedMetricIsFoundByItsOneName() {
    List<String> names = Metrics.all().stream().map(Metric::name).toList();
    assertThat(names).doesNotHaveDuplicates().contains("wait.p99.9", "waited", "canary.max");
    for (Metric metric : Metrics.all()) {
      assertThat(Metrics.find(metric.name()).orElseThrow().name()).isEqualTo(metric.name());
      assertThat(metric.meaning()).isNotBlank().hasSizeLessThan(90).hasLineCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait.p1", "hold.p95", "response.p99.999", "abandonedWait.p0.5"})
  void anyPercentileIsFound(String name) {
    assertThat(Metrics.find(name)).map(Metric::name).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait.p0", "wait.p0.0", "wait.p100", "waited.p9", "canary.p100", "wait"})
  void otherNamesAreNot(String name) {
    assertThat(Metrics.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wait.p99{pool=connections} | no pool "connections"
          wait.p97.5{class=gold} | no class "gold"
          wait.p99{pool="a b", class=gold} | no pool "a b"
          throughput {pool=x} | no pool "x"
          wait.p99{room=1} | no label "room"; allowed: pool, class
          wait.p99{pool} | wait.p99{pool=NAME}
          wait.p99{} | wait.p99{pool=NAME}
          wiat.p99{pool=x} | no metric "wiat.p99"; did you mean wait.p99?
          """)
  void labelsAreReadAndRefused(String name, String problem) {
    assertThat(Metrics.find(name)).isEmpty();
    assertThat(Metrics.problem(name)).contains(problem).hasLineCount(1);
    assertThatThrownBy(() -> Expectation.parse(name + " < 5"))
        .isInstanceOf(InvalidExpectationException.class)
        .hasMessageContaining(problem);
    assertThatThrownBy(() -> ChangeLimit.parse(name + " +5%"))
        .isInstanceOf(InvalidExpectationException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait.within(20s)",
        "wait.within(0s)",
        "response.within( 300 ms )",
        "wait.within(2.5h)",
        "lineLength.p99.9",
        "lineLength.mean",
        "inSystem.mean"
      })
  void sharesInTimeAndLengthsOfTheLineAreFound(String name) {
    assertThat(Metrics.find(name)).map(Metric::name).contains(name);
    assertThat(Metrics.named(name).meaning()).isNotBlank().hasSizeLessThan(90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wait.within | wait.within needs a time in parentheses, such as wait.within(20s)
          response.within(20) | response.within needs a time in parentheses
          wait.within(soon) | allowed: a number and a unit
          hold.within(20s) | within goes with wait or response
          lineLength.p100 | no metric "lineLength.p100"
          """)
  void timesThatAreNoneAreRefused(String name, String problem) {
    assertThat(Metrics.find(name)).isEmpty();
    assertThatThrownBy(() -> Expectation.parse(name + " >= 5%"))
        .isInstanceOf(InvalidExpectationException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void onlyThoseWhoHadTheirRoomInTimeWereServed() {
    Run run = SampleRuns.abandonments();
    double all = 8058 + 42 + 12 + run.result().visits().censored();
    long inTime = run.histograms().wait.getCountBetweenValues(0, 1_000_000);
    assertThat(measured("wait.within(1ms)", run)).isEqualTo(inTime / all);
    assertThat(measured("wait.within(100d)", run)).isEqualTo(8058 / all);
    assertThat(measured("response.within(1ns)", run)).isEqualTo(0);
  }

  @Test
  void headlinesStandInTheOrderOfTheirGroups() {
    assertThat(Metrics.all(Prominence.MAIN))
        .extracting(Metric::name)
        .containsExactly("wait.p99", "throughput");
    assertThat(Metrics.all(Prominence.HEADLINE))
        .extracting(Metric::name)
        .containsExactly(
            "wait.p50",
            "wait.p99",
            "wait.p99.9",
            "throughput",
            "cpu.nanosPerVisit",
            "fairness.jain",
            "abandoned",
            "pinning.count",
            "pinning.effectiveRooms",
            "canary.p99");
  }

  @Test
  void figuresAgreeWithTheResult() {
    Run run = SampleRuns.abandonments();
    assertThat(measured("wait.p99", run)).isEqualTo((double) run.result().waits().p99Nanos());
    assertThat(measured("hold.mean", run)).isEqualTo(run.result().hold().meanNanos());
    assertThat(measured("response.stddev", run)).isEqualTo(run.result().response().stddevNanos());
    assertThat(measured("abandonedWait.max", run))
        .isEqualTo((double) run.result().abandonedWait().maxNanos());
    assertThat(measured("canary.p99", run))
        .isEqualTo((double) Objects.requireNonNull(run.result().canary()).p99Nanos());
    assertThat(measured("abandoned", run)).isEqualTo(42 / 8100.0);
    assertThat(measured("turnedAway", run)).isEqualTo(12 / 8112.0);
  }

  @Test
  void waitedAreThoseWhoHadToAndThoseWhoGaveUp() {
    Run run = SampleRuns.abandonments();
    assertThat(measured("waited", run)).isCloseTo((0.15 * 8058 + 42) / 8100, within(0.001));
  }

  @Test
  void aQuantileThatFewVisitsLieBeyondIsNoFigure() {
    Run run = SampleRuns.abandonments();
    assertThat(run.result().waits().count()).isBetween(1_000L, 9_999L);
    assertThat(Metrics.find("wait.p99").orElseThrow().measure(run)).isPresent();
    assertThat(Metrics.find("wait.p99.9").orElseThrow().measure(run)).isEmpty();
    assertThat(run.result().abandonedWait().count()).isBetween(20L, 99L);
    assertThat(Metrics.find("abandonedWait.p50").orElseThrow().measure(run)).isPresent();
    assertThat(Metrics.find("abandonedWait.p90").orElseThrow().measure(run)).isEmpty();
    Run million = SampleRuns.million();
    assertThat(Metrics.find("wait.p99.999").orElseThrow().measure(million))
        .hasValue((double) million.histograms().wait.getValueAtPercentile(99.999));
  }

  private static double measured(String name, Run run) {
    return Metrics.find(name).orElseThrow().measure(run).orElseThrow();
  }
}
