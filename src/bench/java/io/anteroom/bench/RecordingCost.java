package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Pair;
import io.anteroom.bench.given.CountingVisit;
import io.anteroom.bench.given.GivenScenario;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to measure a visit that holds its room for no time, in processor time: the engine
 * against the same lock with nothing recorded. The lock is a fair {@link Semaphore}, first bare,
 * then as the locking mode, which gives each person a room of its own and looks for double
 * occupancies.
 */
final class RecordingCost implements GradualBenchmark {
  private static final String MODE = "semaphore-fair";
  private static final Aim RATIO = Aim.atMost(1.4);
  private static final Aim ADDED_NANOS = Aim.atMost(90);

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    Work work = work(size);
    int pairs = Visits.pairs(size);
    List<Pair> overLock = Turns.take(pairs, () -> engine(work), () -> bareLock(work));
    found.accept(
        compared("a bare fair Semaphore, nothing recorded", "the engine", overLock, RATIO));
    found.accept(added("over the bare lock", overLock));
    List<Pair> overMode = Turns.take(pairs, () -> engine(work), () -> modeAlone(work));
    found.accept(compared("its locking mode by itself", "the engine", overMode, null));
    found.accept(added("over the locking mode", overMode));
    found.accept(
        compared(
            "the same without",
            "a bare fair Semaphore with two clock reads",
            Turns.take(pairs, () -> timedLock(work), () -> bareLock(work)),
            null));
  }

  /** Enough even of bare visits that the processor clock of a process is fine enough. */
  private static Work work(Size size) {
    return switch (size) {
      case FULL -> Visits.zeroHold(size);
      case TINY -> new Work(100, 8, 10_000, 0);
    };
  }

  private static Finding compared(String other, String one, List<Pair> pairs, @Nullable Aim aim) {
    return new Compared("CPU a visit, zero hold", one, other, "ns", pairs, aim);
  }

  private static Finding added(String over, List<Pair> pairs) {
    return new Counted(
        "CPU that the engine adds to a visit, zero hold, " + over,
        "ns",
        pairs.stream().map(pair -> pair.one() - pair.other()).toList(),
        ADDED_NANOS);
  }

  private static double engine(Work work) throws Exception {
    return EngineRun.cpuNanosPerVisitInMode(work, MODE);
  }

  private static double bareLock(Work work) throws InterruptedException {
    Semaphore permits = new Semaphore(work.rooms(), true);
    return VirtualPersons.cpuNanosPerVisit(
        work,
        () -> {
          for (int visit = 0; visit < work.visits(); visit++) {
            permits.acquire();
            permits.release();
          }
        });
  }

  private static double timedLock(Work work) throws InterruptedException {
    Semaphore permits = new Semaphore(work.rooms(), true);
    return VirtualPersons.cpuNanosPerVisit(
        work,
        () -> {
          long left = System.nanoTime();
          for (int visit = 0; visit < work.visits(); visit++) {
            permits.acquire();
            long entered = System.nanoTime();
            if (entered < left) {
              throw new IllegalStateException("the clock goes backwards");
            }
            left = System.nanoTime();
            permits.release();
          }
        });
  }

  private static double modeAlone(Work work) throws Exception {
    Scenario scenario = GivenScenario.of("mode=%s rooms=%d".formatted(MODE, work.rooms()));
    Schedule schedule = new Schedule(scenario);
    try (LockingMode mode = LockingModes.create(Premises.of(scenario, schedule, new WallClock()))) {
      return VirtualPersons.cpuNanosPerVisit(
          work,
          () -> {
            CountingVisit visit = new CountingVisit(schedule);
            while (visit.stays() < work.visits()) {
              mode.visit(visit);
            }
          });
    }
  }
}
