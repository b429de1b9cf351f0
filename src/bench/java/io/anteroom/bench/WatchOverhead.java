package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What {@code watch} does to a JVM besides its recording: processor time for its looks at the
 * threads, and how long they stop the JVM.
 */
final class WatchOverhead implements GradualBenchmark {
  /** So many that the interval of the median is narrower than what the aim leaves. */
  private static final int PAIRS = 151;

  private static final int ROUNDS = 5;
  private static final int LOOKS_A_ROUND = 10;

  @Override
  public String name() {
    return "watch-overhead";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    boolean full = size == Size.FULL;
    found.accept(full ? processorTime(10_000, 20_000, PAIRS) : processorTime(100, 5_000, 2));
    found.accept(full ? stops(1_000_000, ROUNDS) : stops(1_000, 1));
  }

  /**
   * Blocks of work are short, so that both of a pair meet the same speed of the machine; a block is
   * looked at far more often than {@code watch} looks, and of what that adds its share of one look
   * a second is taken.
   */
  private static Compared processorTime(int parked, int rounds, int pairs) throws Exception {
    try (ParkedCrowd crowd = new ParkedCrowd(parked, rounds)) {
      List<Pair> often =
          Turns.take(
              pairs, () -> crowd.cpuNanosPerRound(true), () -> crowd.cpuNanosPerRound(false));
      return new Compared(
          "CPU a round of work, %,d virtual threads parked, one look a second".formatted(parked),
          "looked at",
          "not looked at",
          "ns",
          often.stream().map(pair -> onceASecond(pair, crowd.looksPerSecond())).toList(),
          Aim.atMost(1.02));
    }
  }

  private static Pair onceASecond(Pair often, double looksPerSecond) {
    double added = (often.one() - often.other()) / looksPerSecond;
    return new Pair(Math.max(often.other() + added, 0), often.other());
  }

  private static Counted stops(int parked, int rounds) throws Exception {
    List<Double> longest = new ArrayList<>();
    try (ParkedCrowd crowd = new ParkedCrowd(parked, 0)) {
      for (int round = 0; round < rounds; round++) {
        longest.add((double) crowd.longestStopNanos(LOOKS_A_ROUND));
      }
    }
    return new Counted(
        "the longest stop of %d looks, %,d virtual threads parked".formatted(LOOKS_A_ROUND, parked),
        "ns",
        longest,
        Aim.atMost(10_000_000));
  }
}
