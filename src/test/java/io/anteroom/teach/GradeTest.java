package io.anteroom.teach;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.study.cell.CellOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of lessons on made-up figures: all of the grades, on old JDKs and on new ones. */
class GradeTest {
  private static final String WINDOW = Figures.WINDOW;
  private static final String HOLD = "hold.mean";

  @ParameterizedTest
  @CsvSource({
    "21, 5.1, 22, EXPECTED",
    "21, 3.2, 22, SURPRISING",
    "21, 5.1, 12, SURPRISING",
    "21, 1.1, 0, CONTRADICTS",
    "23, 1.1, 0, CONTRADICTS",
    "24, 1.1, 0, EXPECTED",
    "25, 1.1, 3, EXPECTED",
    "25, 3.5, 3, SURPRISING",
    "25, 5.1, 22, CONTRADICTS"
  })
  void privateMonitors(int feature, double rounds, int pins, JdkMatch verdict) {
    Observation seen =
        Given.run(
            "synchronized", feature, WINDOW, rounds * 100e6, HOLD, 100e6, "pinning.count", pins);

    assertThat(Given.verdict(Lessons.numbered("3"), seen)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "21, STUCK, COMPLETED, COMPLETED, EXPECTED",
    "21, STUCK, STUCK, COMPLETED, CONTRADICTS",
    "25, STUCK, STUCK, COMPLETED, EXPECTED",
    "25, STUCK, COMPLETED, COMPLETED, SURPRISING",
    "25, STUCK, STUCK, FAILED, NOT_JUDGED"
  })
  void spins(int feature, CellOutcome spin, CellOutcome yield, CellOutcome park, JdkMatch verdict) {
    assertThat(
            Given.verdict(
                Lessons.numbered("10"),
                Given.run("try-spin", feature, spin),
                Given.run("try-yield", feature, yield),
                Given.run("try-park", feature, park)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "21, 1.0, 0.01, EXPECTED",
    "21, 0.3, 0.01, SURPRISING",
    "21, 0.01, 0.01, CONTRADICTS",
    "25, 0.01, 0.01, EXPECTED",
    "25, 0.2, 0.01, SURPRISING",
    "25, 1.0, 0.01, CONTRADICTS",
    "25, 0.01, 0.9, CONTRADICTS"
  })
  void canary(int feature, double monitors, double locks, JdkMatch verdict) {
    assertThat(
            Given.verdict(
                Lessons.numbered("5"),
                Given.run("synchronized", feature, "canary.p50", monitors * 200e6, HOLD, 200e6),
                Given.run("reentrant", feature, "canary.p50", locks * 200e6, HOLD, 200e6)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "5, CONTRADICTS",
    "7, SURPRISING",
    "8, EXPECTED",
    "9, EXPECTED",
    "11, SURPRISING",
    "20, CONTRADICTS"
  })
  void refusals(int refusals, JdkMatch verdict) {
    Observation seen = Given.run("timeout", Given.NEW, "refusals", refusals);

    assertThat(Given.verdict(Lessons.numbered("0.4"), seen)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "21, STUCK, EXPECTED",
    "21, COMPLETED, CONTRADICTS",
    "21, HUNG, NOT_JUDGED",
    "25, COMPLETED, EXPECTED",
    "25, STUCK, CONTRADICTS"
  })
  void theHang(int feature, CellOutcome outcome, JdkMatch verdict) {
    Observation seen = Given.run("pinned queue", feature, outcome, "servedBefore", 2);

    assertThat(Given.verdict(Lessons.numbered("8"), seen)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "200, 0, EXPECTED",
    "199, 0, EXPECTED",
    "189, 0, SURPRISING",
    "200, 40, EXPECTED",
    "200, 100, SURPRISING",
    "200, 200, CONTRADICTS",
    "0, 0, CONTRADICTS"
  })
  void theThreshold(int all, int byDefault, JdkMatch verdict) {
    Grade grade =
        Given.grade(
            Lessons.numbered("6"),
            Given.run("threshold 0 ms", Given.OLD, "pinning.count", all),
            Given.run("the JDK's default", Given.OLD, "pinning.count", byDefault));

    assertThat(grade.verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"12, EXPECTED", "20, SURPRISING", "1, CONTRADICTS"})
  void lines(double manyOverOne, JdkMatch verdict) {
    Grade grade =
        Given.grade(
            Lessons.numbered("13"),
            simulated("one line", 10e6, 10e6),
            simulated("8 lines, at random", manyOverOne * 10e6, manyOverOne * 10e6),
            simulated("8 lines, shortest", 12e6, 12e6));

    assertThat(grade.verdict()).isEqualTo(verdict);
    assertThat(grade.place()).isEqualTo("simulated");
  }

  private static Observation simulated(String run, double mean, double theory) {
    return Given.run(run, JdkRange.NO_JDK, "wait.mean", mean, Figures.THEORY + "wait.mean", theory);
  }

  @Test
  void theReasonQuotesTheFigure() {
    Observation seen = Given.run("timeout", Given.NEW, "refusals", 20);

    assertThat(Given.grade(Lessons.numbered("0.4"), seen).claims().getFirst().sentence())
        .startsWith("refusals: 20, expected 8 to 10: ");
  }
}
