package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.metric.PartNames;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wait.p99 +-2%         | wait.p99    | 0.02  | wait.p99 +-2%
          wait.p99+-2%          | wait.p99    | 0.02  | wait.p99 +-2%
          wait.p99.9 ±0.5%      | wait.p99.9  | 0.005 | wait.p99.9 +-0.5%
          ' throughput +- 10% ' | throughput  | 0.1   | throughput +-10%
          utilisation ±99.5%    | utilisation | 0.995 | utilisation +-99.5%
          wait.within(1s) +-1%  | wait.within(1s) | 0.01 | wait.within(1s) +-1%
          """)
  void isAMetricAndAShare(String text, String metric, double share, String written) {
    Precision precision = Precision.parse(text, PartNames.NONE);
    assertThat(precision.metric().name()).isEqualTo(metric);
    assertThat(precision.share()).isEqualTo(share);
    assertThat(precision).hasToString(written);
    assertThat(Precision.parse(precision.toString(), PartNames.NONE).share()).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          ''                 | allowed: a metric and a share
          wait.p99           | allowed: a metric and a share
          wait.p99 2%        | allowed: a metric and a share
          wait.p99 +-2       | allowed: a metric and a share
          wait.p99 +--2%     | allowed: a metric and a share
          wait.p99 +-2ms     | allowed: a metric and a share
          +-2%               | allowed: a metric and a share
          wait.p99 +-0%      | more than 0%, less than 100%
          wait.p99 +-100%    | more than 0%, less than 100%
          wait.p100 +-2%     | no metric "wait.p100"
          wiat.mean +-2%     | no metric "wiat.mean"
          wait.max +-2%      | no metric wait.max in simulated time
          canary.p99 +-2%    | no metric canary.p99 in simulated time
          violations +-2%    | no metric violations in simulated time
          pinning.count +-2% | no metric pinning.count in simulated time
          """)
  void anythingElseIsRefused(String text, String message) {
    assertThatThrownBy(() -> Precision.parse(text, PartNames.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static final Precision PRECISION = Precision.parse("wait.p99 +-2%", PartNames.NONE);

  @Test
  void itsMetricMayBeOfAPoolOrAClassOfTheScenario() {
    PartNames names = new PartNames(List.of("desks"), List.of("gold"));
    for (String name :
        List.of(
            "wait.mean{class=gold}", "wait.p99{pool=desks}", "wait.p50{pool=desks,class=gold}")) {
      assertThat(Precision.parse(name + " +-2%", names).metric().name()).isEqualTo(name);
    }
    assertThatThrownBy(() -> Precision.parse("wait.mean{class=silver} +-2%", names))
        .hasMessageContaining("there is no class \"silver\"; allowed: gold");
  }

  @Test
  void isMetByAnIntervalThatReachesNoFurther() {
    assertThat(PRECISION.met(new Estimate(100, 98, 102))).isTrue();
    assertThat(PRECISION.met(new Estimate(100, 97.9, 102.1))).isFalse();
    assertThat(PRECISION.met(new Estimate(0, 0, 0))).isTrue();
  }

  /** Half the width takes four times the replications; they are at most doubled at a time. */
  @Test
  void asksForAsManyReplicationsAsWillProbablyDo() {
    assertThat(PRECISION.needed(new Estimate(100, 97.5, 102.5), 100)).isEqualTo(171);
    assertThat(PRECISION.needed(new Estimate(100, 90, 110), 100)).isEqualTo(200);
    assertThat(PRECISION.needed(new Estimate(100, 97.99, 102.01), 100)).isBetween(101, 112);
  }

  @Test
  void replicationsAreAddedUntilItIsMet() throws InterruptedException {
    Scenario scenario =
        Simulated.scenario(
            "arrivals=poisson:2/s rooms=3 hold=exponential:1s visits=20000 warmup=10%"
                + " replications=5");
    Run few = new Replications(scenario, List.of(), null, Simulated.THREADS).run();
    Precision precision = Precision.parse("wait.p99 +-2%", PartNames.NONE);
    Run many = new Replications(scenario, List.of(), precision, Simulated.THREADS).run();
    assertThat(confidence(few).replications()).isEqualTo(5);
    assertThat(precision.met(p99(few))).isFalse();
    assertThat(confidence(many).replications()).isGreaterThan(5);
    assertThat(precision.met(p99(many))).isTrue();
    assertThat(confidence(many).precision()).isEqualTo("wait.p99 +-2% met");
    assertThat(RunVerdict.of(many).kind()).isEqualTo(VerdictKind.COMPLETED);
    assertThat(Objects.requireNonNull(many.result().simulation()).seeds())
        .hasSize(confidence(many).replications())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatCameOfItIsSaid() {
    assertThat(PRECISION.outcome(new Estimate(100, 98, 102))).isEqualTo("wait.p99 +-2% met");
    assertThat(PRECISION.outcome(new Estimate(100, 97, 103)))
        .isEqualTo("wait.p99 +-2% not met: +-3.0%");
  }

  @Test
  void replicationsTooShortForAnIntervalAreNotRepeatedInVain() throws InterruptedException {
    Scenario scenario =
        Simulated.scenario(
            "arrivals=poisson:2/s rooms=3 hold=exponential:1s visits=400 replications=3");
    Run run = new Replications(scenario, List.of(), PRECISION, Simulated.THREADS).run();
    assertThat(confidence(run).replications()).isEqualTo(3);
    assertThat(confidence(run).precision())
        .isEqualTo("wait.p99 +-2% not met: too few visits for an interval");
    assertThat(RunVerdict.of(run).headline())
        .isEqualTo(
            "precision not met: wait.p99 +-2%, too few visits for an interval after 3"
                + " replications");
  }

  private static Confidence confidence(Run run) {
    return Objects.requireNonNull(run.result().confidence());
  }

  private static Estimate p99(Run run) {
    return Objects.requireNonNull(confidence(run).metrics().get("wait.p99"));
  }
}
