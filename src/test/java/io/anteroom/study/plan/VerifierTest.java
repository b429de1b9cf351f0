package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.run.simulate.Simulator;
import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a plan for real; reality is simulated here, so that it is always the same. */
class VerifierTest {
  private static final String SCENARIO = "arrivals=poisson:300/s hold=exponential:20ms";

  @Test
  void anAnswerThatDoesIsAnswered() throws Exception {
    Plan plan = verified(scenario -> scenario, "wait.p99 < 50ms");
    assertThat(plan.outcome()).isEqualTo(Plan.ANSWERED);
    assertThat(plan.failureForReal()).isEmpty();
  }

  @Test
  void anAnswerThatMissesAnObjectiveHasFailed() throws Exception {
    Plan plan = verified(scenario -> scenario.withRooms(3), "wait.p99 < 50ms");
    assertThat(plan.outcome()).isEqualTo(Plan.FAILED_FOR_REAL);
    assertThat(plan.answer()).isEqualTo(BigDecimal.valueOf(8));
    assertThat(plan.failureForReal()).matches("wait\\.p99 was [0-9.]+m?s");
    assertThat(plan.explanation())
        .isEqualTo("When the answer ran for real, " + plan.failureForReal() + ".");
    assertThat(Plan.JSON.read(Plan.JSON.write(plan)).failureForReal())
        .isEqualTo(plan.failureForReal());
  }

  @Test
  void aNeighbourThatDoesForOnceIsNoFailure() throws Exception {
    Plan plan = verified(scenario -> scenario.withRooms(12), "wait.p99 < 50ms");
    assertThat(plan.outcome()).isEqualTo(Plan.ANSWERED);
    assertThat(plan.verification().getLast().met()).isTrue();
  }

  @Test
  void aRunWithoutSoundFiguresHasFailed() {
    for (String outcome : new String[] {"saturated", "invalid"}) {
      assertThat(ended(outcome).failure(false)).isEqualTo("the run was " + outcome);
    }
    assertThat(ended("stuck").failure(false)).isEqualTo("the run got stuck");
    assertThat(ended("completed").failure(false)).isEmpty();
    assertThat(ended("interrupted").failure(false)).isEmpty();
    // Where the line grows without end, it does so for real.
    assertThat(ended("saturated").failure(true)).isEmpty();
    assertThat(ended("stuck").failure(true)).isEqualTo("the run got stuck");
  }

  private static Verification ended(String outcome) {
    return new Verification(BigDecimal.TEN, outcome, 9, 1, 1, List.of(), null);
  }

  /** How reality differs from the scenario. */
  private interface Difference {
    Scenario of(Scenario scenario);
  }

  private static Plan verified(Difference difference, String slo) throws InterruptedException {
    Question question = Given.question(Find.ROOMS, SCENARIO, slo);
    Plan plan = new Planner(question, 2).plan();
    return new Verifier(
            question, scenario -> simulated(difference.of(scenario)), Duration.ofSeconds(20))
        .verified(plan);
  }

  private static Run simulated(Scenario scenario) {
    Environment environment = Machine.describe(OffsetDateTime.MIN, 2, 0);
    return Simulator.brief(Variation.simulated(scenario, 2)).run(environment);
  }
}
