package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import java.util.List;
import java.util.function.Consumer;

/** What a flight recording costs a visit, in processor time, against the same run without one. */
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
