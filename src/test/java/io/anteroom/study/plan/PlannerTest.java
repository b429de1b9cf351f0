package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where formulas are exact, the answer is theirs, whatever the simulation beside them says: here it
 * is so short that it could not tell.
 */
class PlannerTest {
  private static final int QUESTIONS = 200;
  private static final int FEWEST_ANSWERS = 150;

  @Test
  void theAnswerIsTheFormulas() throws Exception {
    List<String> wrong = new ArrayList<>();
    int answered = 0;
    for (int seed = 0; seed < QUESTIONS; seed++) {
      RandomQuestion question = RandomQuestion.of(new SplittableRandom(seed));
      @Nullable BigDecimal expected =
          PlainTheory.answer(
              question.find(),
              Given.scenario(question.scenario()),
              question.slos(),
              RandomQuestion.MOST_ROOMS);
      Plan plan = new Planner(question.question(), 2).plan();
      if (!same(plan.answer(), expected)) {
        wrong.add(
            "seed %d, %s: expected %s, found %s %s"
                .formatted(seed, question, expected, plan.answer(), plan.explanation()));
      }
      answered += expected == null ? 0 : 1;
    }
    assertThat(wrong).isEmpty();
    assertThat(answered).isGreaterThan(FEWEST_ANSWERS);
  }

  /** At the length that the plan chooses, the simulation says what the formulas say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ROOMS | arrivals=poisson:300/s hold=exponential:20ms | wait.p99 < 50ms
          ROOMS | arrivals=poisson:300/s hold=exponential:20ms | response.p95 < 70ms
          ROOMS | arrivals=poisson:300/s hold=fixed:20ms | wait.stddev < 5ms
          ROOMS | arrivals=poisson:300/s hold=exponential:20ms limit=20 | turnedAway < 6%
          ROOMS | arrivals=poisson:300/s hold=exponential:20ms patience=fixed:30ms | abandoned < 5%
          ROOMS | arrivals=closed persons=50 think=fixed:200ms hold=exponential:20ms | throughput > 210/s
          ROOMS | arrivals=at-once visits=1 persons=100 hold=exponential:20ms | throughput > 300/s
          ROOMS | arrivals=poisson:100/s hold=lognormal:20ms,cv=3 | utilisation < 60%
          RATE | arrivals=constant:300/s hold=exponential:20ms rooms=5 | wait.mean < 5ms
          """)
  void theSimulationBesideAgrees(Find find, String scenario, String slo) throws Exception {
    Plan plan = Given.plan(find, scenario, slo);
    assertThat(plan.answer()).isNotNull();
    assertThat(plan.decidedBy()).isEqualTo(Basis.THEORY);
    assertThat(plan.curve())
        .flatExtracting(Point::standings)
        .allSatisfy(standing -> assertThat(standing.excluding()).isNull());
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
