package io.anteroom.scenario.schedule;

/**
 * Uniform random numbers that can be drawn in any order: each position (purpose, person, count) of
 * a seed has a short SplitMix64 sequence of its own (Steele, Lea, Flood: Fast Splittable
 * Pseudorandom Number Generators, OOPSLA 2014), whose start is a hash of purpose and person and a
 * step for each count. This is the counter-based way of Salmon et al. (Parallel Random Numbers: As
 * Easy as 1, 2, 3, SC 2011): nobody has to keep a generator for each of a million persons, and who
 * draws when cannot change what is drawn.
 *
 * <p>Integer arithmetic only, hence the same numbers on every JDK and processor. Mutable; confined
 * to one thread at a time.
 */
public final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /**
   * The step from the sequence of one count to that of the next; a factor of Steele and Vigna
   * (Computationally Easy, Spectrally Good Multipliers, 2021). The first 20,000 numbers of each are
   * apart unless the counts are by more than 2^45.
   */
  static final long COUNT_GAMMA = 0xD1342543DE82EF95L;

  private static final double ULP_53 = 0x1.0p-53;

  /** By purpose, what its positions have in common; the same for all of a seed. */
  private final long[] starts;

  private long state;

  Draws(long seed) {
    this(starts(mix(seed + GOLDEN_GAMMA)));
  }

  private Draws(long[] starts) {
    this.starts = starts;
  }

  private static long[] starts(long seedHash) {
    long[] starts = new long[Purpose.values().length + 1];
    for (Purpose purpose : Purpose.values()) {
      starts[purpose.number] = mix(seedHash ^ (GOLDEN_GAMMA * purpose.number));
    }
    return starts;
  }

  /** Others of the same seed, for another thread. */
  Draws another() {
    return new Draws(starts);
  }

  /**
   * The seed of a replication: that of the scenario for the first one, 0, and for each further one
   * another.
   */
  public static long replicationSeed(long seed, int replication) {
    return replication == 0 ? seed : mix(mix(seed + GOLDEN_GAMMA) ^ (GOLDEN_GAMMA * replication));
  }

  /** Moves to the start of one position's sequence. */
  Draws at(Purpose purpose, long person, long count) {
    state = mix(starts[purpose.number] + GOLDEN_GAMMA * person) + COUNT_GAMMA * count;
    return this;
  }

  /** Where the sequences of a step of a journey start that are for this purpose. */
  long start(Purpose purpose, int step) {
    return mix(starts[purpose.number] ^ (GOLDEN_GAMMA * (step + 1L)));
  }

  /** Moves to one position's sequence among those with that start. */
  Draws at(long start, long person, long count) {
    state = mix(start + GOLDEN_GAMMA * person) + COUNT_GAMMA * count;
    return this;
  }

  /** The next 64 bits of the present position's sequence. */
  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** The next number of the present position's sequence, uniform in (0, 1]. */
  double nextPositiveUnit() {
    return ((nextLong() >>> 11) + 1) * ULP_53;
  }

  /** The next number of the present position's sequence, uniform from 0 to {@code bound} - 1. */
  int nextBelow(int bound) {
    // The upper half of a product, as in Lemire: Fast Random Integer Generation in an Interval
    // (2019), without the rejection: the bias is below bound / 2^64.
    return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  /** Stafford's variant 13 of the 64-bit finaliser, as in SplitMix64. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
