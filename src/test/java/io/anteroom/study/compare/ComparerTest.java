package io.anteroom.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.CellOutcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comparison says of figures that are made up. */
class ComparerTest {
  private static final String WAIT = "wait.p99";

  private static ArmContrast contrast(Comparison comparison, String metric) {
    return comparison.contrast("b", metric).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, '', , ",
    "SATURATED, '', , ",
    "STUCK, Nothing moved., got stuck, ",
    "INVALID, Check littles-law failed: 5 of 6., failed Little's law, ",
    "INVALID, Check exclusion failed: 5 of 6., failed the check exclusion, ",
    "INVALID, Something else., failed a check, ",
    "OUT_OF_MEMORY, Java heap space, ran out of memory, ",
    "HUNG, It had not ended., did not end in time, ",
    "KILLED, By signal 9., was killed, ",
    "CRASHED, hs_err.log, crashed, ",
    "FAILED, Exit code 1., ended without a result, ",
    "INTERRUPTED, Stopped., was interrupted, ",
  })
  void everyForkThatDoesNotCountIsToldWithItsReason(
      CellOutcome outcome, String explanation, String reason) {
    Comparison comparison =
        new Cells(4)
            .arm("a", Map.of(WAIT, new double[] {1e6, 2e6, 3e6, 4e6}))
            .arm("b", Map.of(WAIT, new double[] {1e6, 2e6, 3e6, 4e6}))
            .ending("b", 2, outcome, explanation)
            .compared();

    ArmFigures arm = comparison.arms().get(1);
    boolean counts = reason == null;
    assertThat(arm.counted()).isEqualTo(counts ? 4 : 3);
    assertThat(arm.uncounted()).isEqualTo(counts ? Map.of() : Map.of(reason, 1));
    assertThat(comparison.arms().getFirst().counted()).isEqualTo(4);
    assertThat(contrast(comparison, WAIT).pairs()).isEqualTo(counts ? 4 : 3);
  }

  @Test
  void forksThatNeverRanAreToldToo() {
    Comparison comparison =
        new Cells(5)
            .arm("a", Map.of(WAIT, new double[] {1e6, 2e6, 3e6}))
            .arm("b", Map.of(WAIT, new double[] {1e6, 2e6}))
            .compared();

    assertThat(comparison.outcome()).isEqualTo(Comparison.INTERRUPTED);
    assertThat(comparison.arms().get(1).counted()).isEqualTo(2);
    assertThat(comparison.arms().get(1).uncounted()).isEqualTo(Map.of("did not run to its end", 3));
  }

  @Test
  void wherePersonsComeOnceNothingIsSaidOfFairness() {
    Map<String, double[]> uneven = Map.of("fairness.jain", new double[] {0.2, 0.21, 0.2, 0.19});
    Map<String, double[]> even = Map.of("fairness.jain", new double[] {0.9, 0.91, 0.9, 0.89});
    Cells cells = new Cells(4).arm("a", uneven).arm("b", even);
    assertThat(contrast(cells.compared(), "fairness.jain").sentence())
        .contains("shares the waiting", "more evenly");
    assertThat(contrast(cells.withPersonsWhoComeOnce().compared(), "fairness.jain").sentence())
        .doesNotContain("evenly")
        .endsWith("that says nothing of fairness");
  }

  private static String verdict(String metric, double[] base, double[] one) {
    Comparison comparison =
        new Cells(base.length)
            .arm("a", Map.of(metric, base))
            .arm("b", Map.of(metric, one))
            .compared();
    return contrast(comparison, metric).verdict();
  }

  /** Student's t at 95% is 12.71 with 1 degree of freedom, 4.303 with 2, 3.182 with 3. */
  @Test
  void noDifferenceIsSaidOnlyWhereOneThatMattersWouldShow() {
    double[] even = {10e6, 10e6, 10e6, 10e6};
    assertThat(verdict(WAIT, even, new double[] {10e6, 11e6, 10e6, 9e6}))
        .as("logarithms deviate by 0.08: the interval is 0.87 to 1.13")
        .isEqualTo(ArmContrast.NONE);
    assertThat(verdict(WAIT, even, new double[] {10e6, 14e6, 10e6, 7e6}))
        .as("they deviate by 0.28: the interval is 0.64 to 1.57")
        .isEqualTo(ArmContrast.TOO_FEW);
    double[] mostlyMore = {12e6, 15e6, 9.5e6, 12e6};
    assertThat(verdict(WAIT, even, mostlyMore))
        .as("the interval is 0.89 to 1.61")
        .isEqualTo(ArmContrast.TOO_FEW);
    assertThat(verdict(WAIT, mostlyMore, even))
        .as("the interval is 0.62 to 1.12")
        .isEqualTo(ArmContrast.TOO_FEW);
    assertThat(verdict(WAIT, even, new double[] {20e6, 21e6, 20e6, 19e6}))
        .isEqualTo(ArmContrast.GREATER);
    assertThat(verdict(WAIT, even, even)).isEqualTo(ArmContrast.SAME);
  }

  @Test
  void twoPairsNeverShowThatThereIsNoDifference() {
    assertThat(verdict(WAIT, new double[] {10e6, 10e6}, new double[] {10.001e6, 9.999e6}))
        .isEqualTo(ArmContrast.TOO_FEW);
    assertThat(
            verdict(WAIT, new double[] {10e6, 10e6, 10e6}, new double[] {10.001e6, 9.999e6, 1e7}))
        .isEqualTo(ArmContrast.NONE);
  }

  @Test
  void whereAFigureIsNothingHalfOfTheGreaterOneMatters() {
    double[] none = {0, 0, 0, 0};
    assertThat(verdict(WAIT, none, new double[] {0, 3e6, 0, 0})).isEqualTo(ArmContrast.TOO_FEW);
    assertThat(verdict("abandoned", none, new double[] {0, 0.001, 0, 0}))
        .as("a thousandth of all visits")
        .isEqualTo(ArmContrast.NONE);
    assertThat(verdict("abandoned", none, new double[] {0, 0.1, 0, 0}))
        .isEqualTo(ArmContrast.TOO_FEW);
  }

  @Test
  void tooFewForksAreCalledThat() {
    Comparison comparison =
        new Cells(2)
            .arm("a", Map.of(WAIT, new double[] {1e6, 9e6}))
            .arm("b", Map.of(WAIT, new double[] {2e6, 3e6}))
            .compared();

    assertThat(contrast(comparison, WAIT).sentence())
        .isEqualTo("`b` and `a`: too few forks to tell whether wait.p99 differs");
    assertThat(contrast(comparison, WAIT).differs()).isFalse();
  }

  @Test
  void anArmsFigureIsOnTheScaleOnWhichItIsJudged() {
    Comparison comparison =
        new Cells(3)
            .arm("a", Map.of(WAIT, new double[] {1e6, 2e6, 4e6}))
            .arm("b", Map.of(WAIT, new double[] {8e6, 16e6, 32e6}))
            .compared();

    Estimate base = Objects.requireNonNull(comparison.arms().get(0).metrics().get(WAIT));
    Estimate one = Objects.requireNonNull(comparison.arms().get(1).metrics().get(WAIT));
    assertThat(base.mean()).isCloseTo(2e6, within(1.0));
    assertThat(base.high() / base.mean())
        .as("logarithms deviate by ln 2: exp(4.303 ln 2 / √3)")
        .isCloseTo(Math.exp(4.302653 * Math.log(2) / Math.sqrt(3)), within(1e-4));
    assertThat(base.mean() / base.low()).isCloseTo(base.high() / base.mean(), within(1e-6));
    ArmContrast contrast = contrast(comparison, WAIT);
    assertThat(one.mean() / base.mean())
        .isCloseTo(Objects.requireNonNull(contrast.estimate()).mean(), within(1e-6));
  }

  /** The figure of some forks could lie below a lower percentile of all. */
  @Test
  void aMetricThatSomeForksDoNotHaveIsNoneOfTheArm() {
    Comparison comparison =
        new Cells(3)
            .arm(
                "a",
                Map.of(
                    WAIT,
                    new double[] {1e6, 2e6, 9e6},
                    "wait.p99.9",
                    new double[] {3e6, 4e6, Double.NaN}))
            .arm(
                "b",
                Map.of(
                    WAIT, new double[] {1e6, 2e6, 3e6}, "wait.p99.9", new double[] {3e6, 4e6, 5e6}))
            .compared();

    assertThat(comparison.arms().get(0).metrics()).containsOnlyKeys(WAIT);
    assertThat(comparison.arms().get(1).metrics()).containsOnlyKeys(WAIT, "wait.p99.9");
  }

  @Test
  void figuresNearTheClocksResolutionAreNotTakenAtTheirWord() {
    Comparison comparison =
        new Cells(4)
            .arm("a", Map.of("wait.p50", new double[] {100, 101, 100, 99}))
            .arm("b", Map.of("wait.p50", new double[] {50e6, 50e6, 51e6, 50e6}))
            .onTheWallClock()
            .compared();

    assertThat(contrast(comparison, "wait.p50").sentence())
        .isEqualTo("`b` waits more than 1,000 times longer at p50 than `a`");
    Comparison closer =
        new Cells(4)
            .arm("a", Map.of("wait.p50", new double[] {100, 101, 100, 99}))
            .arm("b", Map.of("wait.p50", new double[] {25e3, 25e3, 25.5e3, 25e3}))
            .onTheWallClock()
            .compared();
    assertThat(contrast(closer, "wait.p50").sentence())
        .as("25 µs are 250 times 100 ns, and 25 times what a clock can tell")
        .isEqualTo("`b` waits at least 24 times longer at p50 than `a`");
    Comparison both =
        new Cells(4)
            .arm("a", Map.of("wait.p50", new double[] {500, 501, 500, 499}))
            .arm("b", Map.of("wait.p50", new double[] {90, 91, 90, 89}))
            .onTheWallClock()
            .compared();
    assertThat(contrast(both, "wait.p50").sentence())
        .isEqualTo("`a` waits an unknown amount longer at p50 than `b`");
  }

  @Test
  void ofSimulatedDurationsEveryNanosecondIsTrue() {
    Comparison comparison =
        new Cells(4)
            .arm("a", Map.of("wait.p50", new double[] {100, 101, 100, 99}))
            .arm("b", Map.of("wait.p50", new double[] {200, 201, 200, 199}))
            .compared();

    assertThat(contrast(comparison, "wait.p50").sentence())
        .isEqualTo("`b` waits 1.99 to 2.01 times longer at p50 than `a`");
  }

  @Test
  void oldDocumentsSayHowManyForksCountByTheirOutcomes() {
    String now = Comparison.JSON.write(SampleComparisons.three("timed"));
    String then =
        now.replaceAll("\"counted\": \\d+, ", "").replaceAll("\"uncounted\": \\{[^}]*\\}, ", "");
    assertThat(then).isNotEqualTo(now).doesNotContain("counted");

    List<ArmFigures> arms = Comparison.JSON.read(then).arms();
    assertThat(arms).extracting(ArmFigures::counted).containsExactly(3, 3, 0);
    assertThat(arms).allSatisfy(arm -> assertThat(arm.uncounted()).isEmpty());
    assertThat(Comparison.JSON.read(now)).isEqualTo(SampleComparisons.three("timed"));
  }

  @Test
  void whereForksCannotTellItSaysHowManyWould() {
    double[] base = {1e6, 1e6, 1e6, 1e6};
    double[] scattered = {0.7e6, 1.5e6, 0.8e6, 1.6e6};
    Comparison two =
        new Cells(2)
            .arm("a", Map.of(WAIT, new double[] {1e6, 1e6}))
            .arm("b", Map.of(WAIT, new double[] {0.5e6, 2e6}))
            .compared();
    assertThat(contrast(two, WAIT).forksNeeded())
        .as("two pairs do not tell how they vary")
        .isNull();
    Comparison few =
        new Cells(4).arm("a", Map.of(WAIT, base)).arm("b", Map.of(WAIT, scattered)).compared();

    ArmContrast contrast = contrast(few, WAIT);
    assertThat(contrast.verdict()).isEqualTo(ArmContrast.TOO_FEW);
    int needed = Objects.requireNonNull(contrast.forksNeeded());
    assertThat(contrast.sentence()).endsWith("; about " + needed + " would");

    // So many forks that vary as these tell; of a third of them the middle decides, and here not.
    assertThat(verdict(WAIT, repeated(base, needed), repeated(scattered, needed)))
        .isNotEqualTo(ArmContrast.TOO_FEW);
    int fewer = needed / 3;
    assertThat(verdict(WAIT, repeated(base, fewer), repeated(scattered, fewer)))
        .isEqualTo(ArmContrast.TOO_FEW);
  }

  @Test
  void whereForksTellNoneAreNeeded() {
    Comparison told =
        new Cells(3)
            .arm("a", Map.of(WAIT, new double[] {1e6, 1.01e6, 1e6}))
            .arm("b", Map.of(WAIT, new double[] {2e6, 2.1e6, 2e6}))
            .compared();
    assertThat(contrast(told, WAIT).differs()).isTrue();
    assertThat(contrast(told, WAIT).forksNeeded()).isNull();
    assertThat(contrast(told, "wait.p50").forksNeeded()).as("no figures: not known").isNull();
  }

  private static double[] repeated(double[] figures, int count) {
    double[] all = new double[count];
    for (int i = 0; i < count; i++) {
      all[i] = figures[i % figures.length];
    }
    return all;
  }

  @Test
  void theArmWithTheShortestWaitsIsToldApartOnlyFromThoseThatAreShownToBeWorse() {
    double[] least = {1e6, 1.02e6, 1.01e6, 1e6};
    BestArm best =
        Objects.requireNonNull(
            new Cells(4)
                .arm("slow", Map.of(WAIT, new double[] {5e6, 5.1e6, 5e6, 5.1e6}))
                .arm("alike", Map.of(WAIT, new double[] {1.3e6, 0.9e6, 1.2e6, 1e6}))
                .arm("least", Map.of(WAIT, least))
                .arm("twin", Map.of(WAIT, least))
                .arm("lost", Map.of(WAIT, new double[] {1, 2, 3, 4}))
                .ending("lost", 1, CellOutcome.STUCK, "Nothing moved.")
                .compared()
                .best());

    assertThat(best.arm()).isEqualTo("least");
    assertThat(best.same()).containsExactly("twin");
    assertThat(best.notToldApart()).containsExactly("alike");
    assertThat(best.worse()).containsExactly("slow");
    assertThat(best.notCompared()).containsExactly("lost");
    assertThat(best.sentence())
        .isEqualTo(
            "`least` has the least wait.p99, 1.01ms; the same in every fork: `twin`; not told apart"
                + " from it: `alike`; longer: `slow`; not compared, as forks do not count: `lost`");
  }

  @Test
  void ofTwoArmsTheTableSaysIt() {
    double[] figures = {1e6, 1.1e6, 1e6};
    Cells cells = new Cells(3).arm("a", Map.of(WAIT, figures)).arm("b", Map.of(WAIT, figures));
    assertThat(cells.compared().best()).isNull();
  }

  /** All arms are alike, and the least of many is found by looking: none may seem worse. */
  @Test
  void theLeastOfManyArmsThatAreAlikeIsHardlyEverToldApart() {
    Random random = new Random(5);
    int accidents = 0;
    for (int round = 0; round < 200; round++) {
      Cells cells = new Cells(5);
      for (int arm = 0; arm < 6; arm++) {
        double[] figures =
            random.doubles(5, 0, 1).map(figure -> 1e6 * StrictMath.exp(figure)).toArray();
        cells.arm("arm" + arm, Map.of(WAIT, figures));
      }
      Comparison comparison = cells.compared();
      boolean shown = comparison.contrasts().stream().anyMatch(ArmContrast::differs);
      accidents += shown || !Objects.requireNonNull(comparison.best()).worse().isEmpty() ? 1 : 0;
    }
    assertThat(accidents).as("of 200, at most one in twenty").isLessThanOrEqualTo(10);
  }

  @Test
  void inSimulatedTimeItSaysWhatIsOnlyAModel() {
    double[] figures = {1e6, 1.1e6, 1e6};
    Cells cells = new Cells(3).arm("a", Map.of(WAIT, figures)).arm("b", Map.of(WAIT, figures));
    assertThat(cells.compared().notes())
        .containsOnlyOnce(
            "Mode reentrant lets newcomers barge; here its line is served first come, first"
                + " served: a model, not HotSpot.");
    assertThat(cells.onTheWallClock().compared().notes()).noneMatch(note -> note.contains("barge"));
  }
}
