package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Pair;
import io.anteroom.measure.DurationKind;
import io.anteroom.measure.DurationRange;
import io.anteroom.measure.VisitRecorder;
import io.anteroom.run.engine.Carriers;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to measure a visit that holds its room for no time, in processor time: the engine
 * in mode {@code semaphore-fair}, which gives each person a room of its own and looks for double
 * occupancies, against the fair {@link Semaphore} alone with nothing recorded. Then the semaphore
 * with clock reads, counts and histograms alone.
 */
final class RecordingCost implements GradualBenchmark {
  private static final String MODE = "mode=semaphore-fair";
  private static final Aim RATIO = Aim.atMost(1.4);
  private static final Aim ADDED_NANOS = Aim.atMost(90);
  private static final String RECORDING_ADDS = "clock reads, counts and histograms add";
  private static final String ONE_CARRIER = ", one carrier";

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    Work work = work(size);
    int pairs = Visits.pairs(size);
    List<Pair> overLock = Turns.take(pairs, () -> engine(work, ""), () -> bareLock(work));
    found.accept(
        compared("a bare fair Semaphore, nothing recorded", "the engine", overLock, RATIO));
    found.accept(added("the engine adds", "", overLock));
    found.accept(
        compared(
            "the same without",
            "a bare fair Semaphore with two clock reads",
            Turns.take(pairs, () -> timedLock(work), () -> bareLock(work)),
            null));
    found.accept(
        added(
            RECORDING_ADDS, "", Turns.take(pairs, () -> recordedLock(work), () -> bareLock(work))));
    onOneCarrier(work, pairs, found);
  }

  /** There no memory goes from one processor to another. Before JDK 24 it is left out. */
  private static void onOneCarrier(Work work, int pairs, Consumer<Finding> found) throws Exception {
    if (Carriers.use(1) > 1) {
      return;
    }
    try {
      List<Pair> engine =
          Turns.take(pairs, () -> engine(work, " carriers=1"), () -> bareLock(work));
      found.accept(added("the engine adds", ONE_CARRIER, engine));
      List<Pair> recorded = Turns.take(pairs, () -> recordedLock(work), () -> bareLock(work));
      found.accept(added(RECORDING_ADDS, ONE_CARRIER, recorded));
    } finally {
      int unused = Carriers.use(Runtime.getRuntime().availableProcessors());
    }
  }

  private static Finding added(String what, String where, List<Pair> pairs) {
    return new Counted(
        "CPU that " + what + " to a visit, zero hold" + where,
        "ns",
        pairs.stream().map(pair -> pair.one() - pair.other()).toList(),
        ADDED_NANOS);
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

  private static double engine(Work work, String more) throws Exception {
    return EngineRun.cpuNanosPerVisitWith(work, MODE + more);
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

  /** As the engine records a visit, and nothing else of what it does. */
  private static double recordedLock(Work work) throws InterruptedException {
    Semaphore permits = new Semaphore(work.rooms(), true);
    AtomicInteger persons = new AtomicInteger();
    VisitRecorder recorder = new VisitRecorder(new DurationRange());
    double nanos =
        VirtualPersons.cpuNanosPerVisit(
            work,
            () -> {
              int sheet = persons.getAndIncrement();
              long left = System.nanoTime();
              for (int visit = 0; visit < work.visits(); visit++) {
                permits.acquire();
                long entered = System.nanoTime();
                long wait = entered - left;
                left = System.nanoTime();
                permits.release();
                sheet = recorder.completed(sheet, wait, wait, left - entered);
              }
            });
    long count = recorder.takeInterval().of(DurationKind.WAIT).getTotalCount();
    if (count != work.allVisits()) {
      throw new IllegalStateException(count + " visits recorded");
    }
    return nanos;
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
}
