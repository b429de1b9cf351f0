package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is known of a series of waits, MSER-5 has to find; one wait arrives each nanosecond. */
class MserTest {
  private static final int WAITS = 20_000;
  private static final double NOISE = 1_000;
  private static final int TRANSIENT = 3_000;

  @Test
  void leavesOutNearlyNothingOfStationaryNoise() {
    assertThat(IntStream.range(0, 20))
        .allSatisfy(
            seed -> {
              Mser.Truncation truncation = Mser.of(List.of(waits(seed, at -> 0)));
              assertThat(truncation.found()).isTrue();
              assertThat(truncation.nanos()).isLessThan(WAITS / 10);
            });
  }

  @Test
  void leavesOutAHighBeginning() {
    assertThat(IntStream.range(0, 20))
        .allSatisfy(
            seed -> assertTransient(List.of(waits(seed, at -> at < TRANSIENT ? NOISE : 0))));
  }

  @Test
  void leavesOutALowBeginning() {
    assertThat(IntStream.range(0, 20))
        .allSatisfy(
            seed -> assertTransient(List.of(waits(seed, at -> at < TRANSIENT ? -NOISE : 0))));
  }

  /** A step that noise hides in one run shows in the mean of many. */
  @Test
  void severalRunsShowWhatOneHides() {
    List<BatchMeans> runs =
        IntStream.range(0, 30)
            .mapToObj(seed -> waits(seed, at -> at < TRANSIENT ? NOISE / 5 : 0))
            .toList();
    assertTransient(runs);
  }

  private static void assertTransient(List<BatchMeans> runs) {
    Mser.Truncation truncation = Mser.of(runs);
    assertThat(truncation.found()).isTrue();
    assertThat(truncation.nanos()).isBetween(TRANSIENT - 100L, TRANSIENT + 1_000L);
  }

  @Test
  void doesNotFindTheEndOfATrend() {
    assertThat(IntStream.range(0, 20))
        .allSatisfy(
            seed -> {
              BatchMeans waits = waits(seed, at -> 10 * NOISE * at / WAITS);
              assertThat(Mser.of(List.of(waits)).found()).isFalse();
            });
  }

  @Test
  void runsWithBatchesOfUnlikeSizesAreBroughtTogether() {
    BatchMeans coarse = waits(1, at -> at < TRANSIENT ? NOISE : 0);
    coarse.coarsen(4 * BatchMeans.FIRST_SIZE);
    assertTransient(List.of(coarse, waits(2, at -> at < TRANSIENT ? NOISE : 0)));
  }

  @Test
  void tooFewWaitsTellNothing() {
    BatchMeans few = new BatchMeans();
    few.add(0, 1);
    assertThat(Mser.of(List.of(few))).isEqualTo(new Mser.Truncation(0, false));
    assertThat(Mser.of(List.of())).isEqualTo(new Mser.Truncation(0, false));
  }

  private static BatchMeans waits(long seed, LongToDoubleFunction mean) {
    SplittableRandom random = new SplittableRandom(seed);
    BatchMeans means = new BatchMeans();
    for (long at = 0; at < WAITS; at++) {
      double noise = NOISE * (2 * random.nextDouble() - 1);
      means.add(at, Math.round(2 * NOISE + mean.applyAsDouble(at) + noise));
    }
    return means;
  }
}
