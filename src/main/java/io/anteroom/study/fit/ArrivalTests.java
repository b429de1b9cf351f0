package io.anteroom.study.fit;

import io.anteroom.statistics.Dispersion;
import io.anteroom.statistics.KolmogorovSmirnov;
import io.anteroom.study.fit.reader.Requests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tests of arrivals against a Poisson process whose rate may change from block to block of time.
 */
final class ArrivalTests {
  private static final int MOST_BLOCKS = 20;
  private static final int LEAST_A_BLOCK = 50;
  private static final int MOST_GAPS = 5000;

  /** Of the clock in a block, at least. */
  private static final int LEAST_STEPS = 4;

  private final Requests requests;
  private final long clockNanos;
  private final long originNanos;
  private final long blockNanos;
  private final int blocks;

  /**
   * The arrivals of these requests, of which there are at least 100, at different times.
   *
   * @param clockNanos the steps of a clock that is too coarse to tell them apart, which all windows
   *     are made of; 0: it is fine enough
   */
  ArrivalTests(Requests requests, long clockNanos) {
    this.requests = requests;
    this.clockNanos = clockNanos;
    this.originNanos = clockNanos == 0 ? 0 : -Math.floorMod(requests.originNanos(), clockNanos);
    long span = requests.spanNanos() - originNanos + 1;
    int wanted = Math.clamp(requests.size() / LEAST_A_BLOCK, 2, MOST_BLOCKS);
    long length = Math.ceilDiv(span, wanted);
    this.blockNanos =
        clockNanos == 0
            ? length
            : Math.max(Math.ceilDiv(length, clockNanos), LEAST_STEPS) * clockNanos;
    this.blocks = (int) Math.ceilDiv(span, blockNanos);
  }

  /** The start of a request, from where blocks begin. */
  private long start(int index) {
    return requests.start(index) - originNanos;
  }

  int blocks() {
    return blocks;
  }

  long blockNanos() {
    return blockNanos;
  }

  /** Counts of windows, so many in each block. */
  long[][] counts(int windowsInBlock) {
    long[][] counts = new long[blocks][windowsInBlock];
    double window = (double) blockNanos / windowsInBlock;
    for (int i = 0; i < requests.size(); i++) {
      int block = (int) (start(i) / blockNanos);
      int inBlock = (int) ((start(i) - block * blockNanos) / window);
      counts[block][Math.min(inBlock, windowsInBlock - 1)]++;
    }
    return counts;
  }

  /** How the counts of windows vary within their blocks. */
  Dispersion dispersion(int windowsInBlock) {
    return Dispersion.of(whole(counts(windowsInBlock)));
  }

  private long[][] whole(long[][] counts) {
    return ArrivalFit.leavesOutEnds(clockNanos > 0, counts.length)
        ? Arrays.copyOfRange(counts, 1, counts.length - 1)
        : counts;
  }

  /** How the counts of the blocks vary. */
  Dispersion ofBlocks() {
    return Dispersion.of(
        new long[][] {Arrays.stream(whole(counts(1))).mapToLong(block -> block[0]).toArray()});
  }

  /**
   * So many windows in a block that each has about that many arrivals; at least 2. Each is a whole
   * number of steps of the clock.
   */
  int windowsInBlock(double arrivals) {
    int wanted = (int) Math.clamp(requests.size() / (arrivals * blocks), 2, 1_000_000);
    if (clockNanos == 0) {
      return wanted;
    }
    int steps = (int) Math.min(blockNanos / clockNanos, 1_000_000);
    int windows = Math.min(wanted, steps);
    while (steps % windows != 0) {
      windows--;
    }
    return Math.max(windows, 2);
  }

  /**
   * Whether gaps are exponential within blocks: in each block of a Poisson process, the gaps as
   * shares of what is left of the block are, but for a logarithm, independent and exponential
   * (Brown et al.: Statistical Analysis of a Telephone Call Center, JASA 100, 2005, section 3.1).
   *
   * @return distance and its probability
   */
  double[] exponentialGaps() {
    List<Double> gaps = new ArrayList<>();
    int step = Math.max(requests.size() / MOST_GAPS, 1);
    int from = 0;
    for (int block = 0; block < blocks; block++) {
      long begin = block * blockNanos;
      int to = from;
      while (to < requests.size() && start(to) < begin + blockNanos) {
        to++;
      }
      int share = Math.max((to - from) / step, Math.min(to - from, LEAST_A_BLOCK));
      addGaps(gaps, from, to, share, begin);
      from = to;
    }
    double[] sorted = gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double distance = KolmogorovSmirnov.distance(sorted, x -> -Math.expm1(-x));
    return new double[] {distance, KolmogorovSmirnov.probability(distance, sorted.length)};
  }

  private void addGaps(List<Double> gaps, int from, int to, int most, long begin) {
    int count = to - from;
    double last = 0;
    for (int j = 0; j < Math.min(count, most); j++) {
      double at = start(from + j) - begin;
      gaps.add((count - j) * -Math.log((blockNanos - at) / (blockNanos - last)));
      last = at;
    }
  }

  /** The coefficient of variation of the gaps. */
  double gapVariation() {
    int gaps = requests.size() - 1;
    double mean = (double) requests.spanNanos() / gaps;
    double squares = 0;
    for (int i = 1; i < requests.size(); i++) {
      double distance = requests.start(i) - requests.start(i - 1) - mean;
      squares += distance * distance;
    }
    return mean > 0 ? Math.sqrt(squares / gaps) / mean : 0;
  }

  /** The longest time without an arrival: the place of the arrival that ends it. */
  int afterLongestGap() {
    int place = 1;
    for (int i = 2; i < requests.size(); i++) {
      if (requests.start(i) - requests.start(i - 1)
          > requests.start(place) - requests.start(place - 1)) {
        place = i;
      }
    }
    return place;
  }
}
