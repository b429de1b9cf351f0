package io.anteroom.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }
}
