package io.anteroom.scenario.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DrawsTest {
  private static final int MANY = 200_000;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE, -GOLDEN_GAMMA})
  void eachPositionsSequenceIsThatOfSplitMix64(long seed) {
    Draws draws = new Draws(seed).at(Purpose.HOLD, 7, 3);
    long first = draws.nextLong();
    UniformRandomProvider reference = RandomSource.SPLIT_MIX_64.create(stateBefore(first));
    assertThat(reference.nextLong()).isEqualTo(first);
    for (int draw = 0; draw < 100; draw++) {
      assertThat(draws.nextLong()).isEqualTo(reference.nextLong());
    }
  }

  @Test
  void aPositionIsReachedAgainWhateverWasDrawnBefore() {
    Draws draws = new Draws(5);
    long first = draws.at(Purpose.HOLD, 2, 9).nextLong();
    long unused = draws.at(Purpose.THINK, 1, 1).nextLong();
    assertThat(draws.at(Purpose.HOLD, 2, 9).nextLong()).isEqualTo(first);
    assertThat(new Draws(5).at(Purpose.HOLD, 2, 9).nextLong()).isEqualTo(first);
  }

  @Test
  void positionsDifferByPurposePersonCountAndSeed() {
    LongStream firsts =
        LongStream.range(0, 8)
            .boxed()
            .flatMapToLong(
                seed ->
                    Arrays.stream(Purpose.values())
                        .flatMapToLong(purpose -> firstsOf(seed, purpose)));
    assertThat(firsts.distinct().count()).isEqualTo(8L * Purpose.values().length * 3600);
  }

  private static LongStream firstsOf(long seed, Purpose purpose) {
    Draws draws = new Draws(seed);
    return IntStream.range(0, 3600).mapToLong(at -> draws.at(purpose, at / 60, at % 60).nextLong());
  }

  @Test
  void neighbouringPersonsAreIndependent() {
    Draws draws = new Draws(1);
    assertRandom(person -> draws.at(Purpose.HOLD, person, 0).nextLong());
  }

  @Test
  void neighbouringVisitsAreIndependent() {
    Draws draws = new Draws(1);
    assertRandom(visit -> draws.at(Purpose.HOLD, 3, visit).nextLong());
  }

  @Test
  void personsAndVisitsThatAddUpToTheSameAreIndependent() {
    Draws draws = new Draws(1);
    assertRandom(at -> draws.at(Purpose.HOLD, at, MANY - at).nextLong());
  }

  @Test
  void retriesOfNeighbouringVisitsAreIndependent() {
    Draws draws = new Draws(1);
    assertRandom(at -> draws.at(Purpose.RETRY, 3, ((long) at << Integer.SIZE) + 1).nextLong());
  }

  @Test
  void purposesAreIndependent() {
    Draws draws = new Draws(1);
    Purpose[] purposes = Purpose.values();
    int all = purposes.length;
    assertRandom(at -> draws.at(purposes[at % all], at / all, 0).nextLong());
  }

  @Test
  void neighbouringSeedsAreIndependent() {
    assertRandom(seed -> new Draws(seed).at(Purpose.ARRIVAL, 0, 0).nextLong());
  }

  @Test
  void seedsThatDifferInOneBitAreIndependent() {
    assertRandom(
        at -> new Draws(at / 64 * 977L ^ 1L << (at % 64)).at(Purpose.HOLD, 0, 0).nextLong());
  }

  @Test
  void drawsOfOnePositionAreIndependent() {
    Draws draws = new Draws(1);
    assertRandom(at -> (at % 2 == 0 ? draws.at(Purpose.HOLD, at, 0) : draws).nextLong());
  }

  /** So many counts are between two sequences of a person of which one begins within the other. */
  @Test
  void sequencesOfOnePersonAreFarApart() {
    long unit = GOLDEN_GAMMA * inverse(Draws.COUNT_GAMMA);
    assertThat(LongStream.rangeClosed(1, 20_000).map(number -> Math.abs(number * unit)))
        .allMatch(counts -> counts > 1L << 45);
  }

  @Test
  void unitsLieAboveZeroUpToOne() {
    Draws draws = new Draws(3).at(Purpose.HOLD, 0, 0);
    double[] units =
        IntStream.range(0, MANY).mapToDouble(draw -> draws.nextPositiveUnit()).toArray();
    assertThat(Arrays.stream(units).min().orElseThrow()).isPositive();
    assertThat(Arrays.stream(units).max().orElseThrow()).isLessThanOrEqualTo(1);
    assertThat(Fit.kolmogorov(units, unit -> unit)).isLessThan(Fit.KOLMOGOROV_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 64, 1000})
  void numbersBelowABoundAreEquallyLikely(int bound) {
    Draws draws = new Draws(3);
    long[] counts = new long[bound];
    for (int person = 0; person < MANY; person++) {
      counts[draws.at(Purpose.CHOICE, person, 0).nextBelow(bound)]++;
    }
    assertThat(bound == 1 ? 1 : Fit.evenness(counts)).isGreaterThan(Fit.SMALLEST_P);
  }

  /** Checks the high bits, the low bits, each bit alone, and pairs of neighbours. */
  private static void assertRandom(IntToLongFunction sequence) {
    long[] draws = IntStream.range(0, MANY).mapToLong(sequence).toArray();
    assertEven(256, draws, at -> (int) (draws[at] >>> 56));
    assertEven(256, draws, at -> (int) draws[at] & 0xFF);
    assertEven(1024, draws, at -> pair(draws[at], draws[(at + 1) % MANY], 59));
    assertEven(1024, draws, at -> pair(draws[at], draws[(at + 7) % MANY], 59));
    assertEven(1024, draws, at -> pair(draws[at], draws[(at + 1) % MANY], 20));
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int shift = bit;
      double ones = Arrays.stream(draws).filter(draw -> (draw >>> shift & 1) == 1).count();
      assertThat((ones - MANY / 2.0) / Math.sqrt(MANY / 4.0))
          .as("bit %d", bit)
          .isBetween(-4.5, 4.5);
    }
  }

  private static int pair(long one, long other, int shift) {
    return (int) ((one >>> shift & 31) << 5 | (other >>> shift & 31));
  }

  private static void assertEven(int cells, long[] draws, IntUnaryOperator cell) {
    long[] counts = new long[cells];
    for (int at = 0; at < draws.length; at++) {
      counts[cell.applyAsInt(at)]++;
    }
    assertThat(Fit.evenness(counts)).isGreaterThan(Fit.SMALLEST_P);
  }

  /** The state from which SplitMix64 draws {@code output}: its steps undone, last one first. */
  private static long stateBefore(long output) {
    long z = unshift(output, 31);
    z = unshift(z * inverse(0x94D049BB133111EBL), 27);
    z = unshift(z * inverse(0xBF58476D1CE4E5B9L), 30);
    return z - GOLDEN_GAMMA;
  }

  private static long unshift(long shifted, int bits) {
    long z = shifted;
    for (int known = bits; known < Long.SIZE; known += bits) {
      z = shifted ^ (z >>> bits);
    }
    return z;
  }

  private static long inverse(long odd) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(Long.SIZE);
    return BigInteger.valueOf(odd).mod(modulus).modInverse(modulus).longValue();
  }
}
