package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a visit to each pool costs in the engine, against {@link BareLoop} with the bare library.
 */
final class PoolsAgainstBareLoop implements GradualBenchmark {
  private static final Aim AIM = Aim.atMost(1.15);

  @Override
  public String name() {
    return "pools";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    Work work = Visits.shortHold(size);
    for (String mode : List.of("hikaricp", "agroal", "tomcat-jdbc", "commons-pool2")) {
      measure(mode, work, size, found);
    }
    measure("resilience4j-bulkhead", work, size, found);
  }

  private static void measure(String mode, Work work, Size size, Consumer<Finding> found)
      throws Exception {
    found.accept(
        new Compared(
            "CPU a visit, 1 ms hold, " + mode,
            "the engine",
            "a bare loop with the bare library",
            "ns",
            Turns.take(
                Visits.pairs(size),
                () -> EngineRun.cpuNanosPerVisitWith(work, "mode=" + mode),
                () -> bare(mode, work)),
            AIM));
  }

  private static double bare(String mode, Work work) throws Exception {
    try (BarePool pool = BarePool.open(mode, work.rooms())) {
      return BareLoop.cpuNanosPerVisitLikeTheEngine(work, pool.lender());
    }
  }
}
