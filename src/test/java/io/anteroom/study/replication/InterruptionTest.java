package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is told to end keeps what there is. */
class InterruptionTest {
  /** Far more than a slow machine needs. */
  private static final long BOUND_SECONDS = 120;

  /** So many visits in all that the first replication has made some, being the first begun. */
  private static final long BY_THE_FIRST = 100_000;

  private static final String OPEN = "rooms=10 arrivals=poisson:900/s hold=exponential:10ms ";

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void thePartOfTheFirstReplicationIsKept(int threads) throws Exception {
    Scenario scenario = Simulated.scenario(OPEN + "visits=1000000000");
    RunResult result =
        interrupted(new Replications(scenario, List.of(), null, threads), BY_THE_FIRST).result();
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(result.explanation()).startsWith("Stopped on request after 1 of 20 replications");
    assertThat(result.visits().completed()).isBetween(1L, 999_999_999L);
    assertThat(result.confidence()).isNull();
    assertThat(Objects.requireNonNull(result.simulation()).seeds()).containsExactly(1L);
  }

  @Test
  void onlyWholeReplicationsCountOnceThereAreSome() throws Exception {
    long visits = 1_000;
    Scenario scenario = Simulated.scenario(OPEN + "replications=10000 visits=" + visits);
    Replications replications = new Replications(scenario, List.of(), null, Simulated.THREADS);
    RunResult result = interrupted(replications, 20 * visits).result();
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    int done = Objects.requireNonNull(result.confidence()).replications();
    assertThat(done).isBetween(2, 9_999);
    assertThat(result.explanation()).contains("after " + done + " of 10000 replications");
    assertThat(result.visits().completed()).isEqualTo(done * visits);
    Simulation simulation = Objects.requireNonNull(result.simulation());
    assertThat(simulation.seeds()).hasSize(done);
  }

  /** Interrupts the replications when so many visits have begun. */
  private static Run interrupted(Replications replications, long visits)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Run> run = thread.submit(replications::run);
      long giveUpNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
      while (replications.visits() < visits && giveUpNanos - System.nanoTime() > 0) {
        Thread.onSpinWait();
      }
      replications.interrupt();
      return run.get(BOUND_SECONDS, TimeUnit.SECONDS);
    }
  }
}
