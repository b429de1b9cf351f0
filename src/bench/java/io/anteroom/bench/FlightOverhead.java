package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Pair;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a flight recording, and what a look at the threads, costs a visit, in processor time,
 * against the same run without one.
 */
final class FlightOverhead implements GradualBenchmark {
  private static final List<String> RECORDINGS = List.of("off", "pinning", "contention", "full");

  /** So many that the interval of the median is narrower than what the aim leaves. */
  private static final int LOOKED_AT_PAIRS = 151;

  @Override
  public String name() {
    return "flight-overhead";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    List<String> recordings = size == Size.FULL ? RECORDINGS : List.of("contention");
    for (String jfr : recordings) {
      found.accept(compared(jfr, "zero hold", Visits.zeroHold(size), size));
    }
    for (String jfr : recordings) {
      found.accept(compared(jfr, "1 ms hold", Visits.shortHold(size), size));
    }
    found.accept(lookedAt(size));
  }

  /**
   * What {@code watch} does to a JVM besides its recording. Blocks are short, so that both of a
   * pair meet the same speed of the machine; a block is looked at far more often than {@code watch}
   * looks, and what that adds is divided by as much.
   */
  private static Compared lookedAt(Size size) throws Exception {
    boolean full = size == Size.FULL;
    int parked = full ? 10_000 : 100;
    try (ParkedCrowd crowd = new ParkedCrowd(parked, full ? 20_000 : 5_000)) {
      List<Pair> often =
          Turns.take(
              full ? LOOKED_AT_PAIRS : 2,
              () -> crowd.cpuNanosPerRound(true),
              () -> crowd.cpuNanosPerRound(false));
      return new Compared(
          "CPU a round of work, %,d virtual threads parked, one look a second".formatted(parked),
          "looked at",
          "not looked at",
          "ns",
          often.stream().map(FlightOverhead::lookedAtOnceASecond).toList(),
          Aim.atMost(1.02));
    }
  }

  private static Pair lookedAtOnceASecond(Pair often) {
    double added = (often.one() - often.other()) / ParkedCrowd.LOOKS_PER_SECOND;
    return new Pair(often.other() + added, often.other());
  }

  private static Compared compared(String jfr, String hold, Work work, Size size) throws Exception {
    return new Compared(
        "CPU a visit, %s, jfr %s".formatted(hold, jfr),
        "jfr " + jfr,
        "jfr off",
        "ns",
        Turns.take(
            Visits.fewerPairs(size),
            () -> EngineRun.cpuNanosPerVisit(work, jfr),
            () -> EngineRun.cpuNanosPerVisit(work, "off")),
        null);
  }
}
