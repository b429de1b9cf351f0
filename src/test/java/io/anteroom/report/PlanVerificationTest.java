package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.report.facts.Mark;
import io.anteroom.study.plan.Verification;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanVerificationTest {
  /** A run that got stuck may have no figures, and then none of them differs. */
  @ParameterizedTest
  @CsvSource({
    "completed, false, GOOD",
    "completed, true, BAD",
    "stuck, false, BAD",
    "stuck, true, BAD",
  })
  void aRunForRealThatGotStuckIsNoGoodNews(String outcome, boolean answerFails, Mark mark) {
    Verification one = new Verification(BigDecimal.TEN, outcome, 7, 1, 1, List.of(), null);

    assertThat(PlanVerification.mark(one, answerFails)).isEqualTo(mark);
  }
}
