package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a flight recording, and what a look at the threads, costs a visit, in processor time,
 * against the same run without one.
 */
final class FlightOverhead implements GradualBenchmark {
  private static final List<String> RECORDINGS = List.of("off", "pinning", "contention", "full");

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

  /** What {@code watch} does to a JVM besides its recording. */
  private static Compared lookedAt(Size size) throws Exception {
    int parked = size == Size.FULL ? 10_000 : 100;
    Turns.Cost visits = () -> EngineRun.cpuNanosPerVisit(Visits.zeroHold(size), "off");
    return new Compared(
        "CPU a visit, zero hold, %,d virtual threads parked, one look a second".formatted(parked),
        "looked at",
        "not looked at",
        "ns",
        Turns.take(
            Visits.pairs(size),
            () -> LooksAt.parked(parked, true, visits),
            () -> LooksAt.parked(parked, false, visits)),
        Aim.atMost(1.02));
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
