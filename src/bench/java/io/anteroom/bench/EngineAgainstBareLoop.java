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
            Turns.take(pairs, () -> engine(zero), () -> bare(zero, false)),
            ZERO_HOLD));
    found.accept(
        new Compared(
            "CPU a visit, 1 ms hold",
            "the engine",
            "a bare loop",
            "ns",
            Turns.take(pairs, () -> engine(millisecond), () -> bare(millisecond, false)),
            SHORT_HOLD));
    found.accept(
        new Compared(
            "CPU a visit, 1 ms hold, a canary in both",
            "the engine",
            "a bare loop with a canary",
            "ns",
            Turns.take(pairs, () -> engine(millisecond), () -> bare(millisecond, true)),
            null));
    found.accept(control("the noise, 1 ms hold", millisecond, false, pairs));
    found.accept(control("what a canary costs, 1 ms hold", millisecond, true, pairs));
  }

  /** The bare loop, with or without a canary, against itself without one. */
  private static Compared control(String what, Work work, boolean canary, int pairs)
      throws Exception {
    return new Compared(
        what,
        canary ? "a bare loop with a canary" : "a bare loop",
        "a bare loop",
        "ns",
        Turns.take(pairs, () -> bare(work, canary), () -> bare(work, false)),
        null);
  }

  private static double engine(Work work) throws Exception {
    return EngineRun.cpuNanosPerVisit(work, "off");
  }

  private static double bare(Work work, boolean canary) throws InterruptedException {
    return new BareLoop(work, canary).cpuNanosPerVisit();
  }
}
