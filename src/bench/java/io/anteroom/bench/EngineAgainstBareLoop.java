package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import java.util.function.Consumer;

/** What the engine costs a visit, in processor time, against {@link BareLoop} on the same work. */
final class EngineAgainstBareLoop implements GradualBenchmark {
  private static final Aim ZERO_HOLD = Aim.atMost(1.10);
  private static final Aim SHORT_HOLD = Aim.atMost(1.02);

  @Override
  public String name() {
    return "engine-cpu";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    int pairs = Visits.pairs(size);
    Work zero = Visits.zeroHold(size);
    Work millisecond = Visits.shortHold(size);
    found.accept(
        new Compared(
            "CPU a visit, zero hold",
            "the engine",
            "a bare loop",
            "ns",
            Turns.take(pairs, () -> engine(zero), () -> BareLoop.cpuNanosPerVisit(zero)),
            ZERO_HOLD));
    found.accept(
        new Compared(
            "CPU a visit, 1 ms hold",
            "the engine",
            "a bare loop",
            "ns",
            Turns.take(
                pairs, () -> engine(millisecond), () -> BareLoop.cpuNanosPerVisit(millisecond)),
            SHORT_HOLD));
    found.accept(
        new Compared(
            "CPU a visit, 1 ms hold, the same sleep and a canary in both",
            "the engine",
            "a bare loop that sleeps as the engine does",
            "ns",
            Turns.take(
                pairs,
                () -> engine(millisecond),
                () -> BareLoop.cpuNanosPerVisitLikeTheEngine(millisecond)),
            null));
    found.accept(
        new Compared(
            "the noise, 1 ms hold",
            "a bare loop",
            "a bare loop",
            "ns",
            Turns.take(
                pairs,
                () -> BareLoop.cpuNanosPerVisit(millisecond),
                () -> BareLoop.cpuNanosPerVisit(millisecond)),
            null));
  }

  private static double engine(Work work) throws Exception {
    return EngineRun.cpuNanosPerVisit(work, "off");
  }
}
