package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the interval of 95% holds the true figure. */
class CoverageTest {
  private static final int EXPERIMENTS = 400;
  private static final int REPLICATIONS = 8;

  private static final Scenario SCENARIO =
      Simulated.scenario(
          "arrivals=poisson:2250/s rooms=3 hold=exponential:1ms visits=2000 warmup=20%"
              + " replications="
              + REPLICATIONS);

  @Test
  void theIntervalHoldsTheMeanWaitAsOftenAsItSays() {
    Prediction prediction = (Prediction) Theory.of(SCENARIO);
    double trueMean = Objects.requireNonNull(prediction.meanWaitNanos());
    long held =
        IntStream.rangeClosed(1, EXPERIMENTS)
            .parallel()
            .filter(seed -> holds(meanWaits(seed), trueMean))
            .count();
    assertThat(prediction.formula()).isEqualTo("Erlang C");
    assertThat(held / (double) EXPERIMENTS).as("%d held", held).isBetween(0.92, 0.98);
  }

  /** The experiments above stand for what replications give. */
  @Test
  void replicationsAreRunsUnderTheirOwnSeeds() throws InterruptedException {
    Samples samples = Simulated.samples(SCENARIO.withSeed(7), List.of());
    assertThat(samples.of(Metrics.find("wait.mean").orElseThrow())).containsExactly(meanWaits(7));
  }

  private static double[] meanWaits(long seed) {
    return IntStream.range(0, REPLICATIONS)
        .mapToObj(number -> SCENARIO.withSeed(Draws.replicationSeed(seed, number)))
        .mapToDouble(scenario -> Simulated.brief(scenario).histograms().wait.getMean())
        .toArray();
  }

  private static boolean holds(double[] samples, double figure) {
    Estimate estimate = Estimates.student(samples, Estimates.LEVEL);
    return estimate.low() <= figure && figure <= estimate.high();
  }
}
