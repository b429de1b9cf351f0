package io.anteroom.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
  private static final Claim CLAIM =
      new Claim(
          JdkRange.ANY,
          "the share was",
          Quantity.parse("a run | share as share"),
          Band.parse("0.2 to 0.4"),
          Band.parse("at most 0.6"),
          "so it is");

  @ParameterizedTest
  @CsvSource({
    "0.2, EXPECTED",
    "0.4, EXPECTED",
    "0.19, SURPRISING",
    "0.6, SURPRISING",
    "0.61, CONTRADICTS",
    "NaN, NOT_JUDGED"
  })
  void aFigureIsGradedByTheBandThatItLiesIn(double figure, JdkMatch verdict) {
    Observation seen = Given.run("a run", Given.NEW, "share", figure);

    Grade.Judged judged = CLAIM.judge(new View("25", Given.NEW, List.of(seen)));

    assertThat(judged.verdict()).isEqualTo(verdict);
    assertThat(judged.expected()).isEqualTo("20% to 40%");
  }

  @Test
  void aRunThatIsNotThereIsNotJudged() {
    Grade.Judged judged = CLAIM.judge(new View("25", Given.NEW, List.of()));

    assertThat(judged.verdict()).isEqualTo(JdkMatch.NOT_JUDGED);
    assertThat(judged.value()).isNull();
    assertThat(judged.sentence())
        .isEqualTo("the share was no figure, expected 20% to 40%: so it is.");
  }

  @Test
  void theWorstClaimGradesTheJdk() {
    assertThat(JdkMatch.EXPECTED.and(JdkMatch.SURPRISING)).isEqualTo(JdkMatch.SURPRISING);
    assertThat(JdkMatch.CONTRADICTS.and(JdkMatch.NOT_JUDGED)).isEqualTo(JdkMatch.CONTRADICTS);
    assertThat(JdkMatch.NOT_JUDGED.and(JdkMatch.SURPRISING)).isEqualTo(JdkMatch.NOT_JUDGED);
  }

  @ParameterizedTest
  @CsvSource({"21, true, false", "23, true, false", "24, false, true", "26, false, true"})
  void theMonitorsChangedWithJdk24(int feature, boolean before, boolean from) {
    assertThat(JdkRange.BEFORE_24.holds(feature)).isEqualTo(before);
    assertThat(JdkRange.FROM_24.holds(feature)).isEqualTo(from);
    assertThat(JdkRange.ANY.holds(feature)).isTrue();
    assertThat(JdkRange.SIMULATED.holds(feature)).isFalse();
  }
}
