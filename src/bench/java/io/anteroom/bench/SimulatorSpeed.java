package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Skipped;
import io.anteroom.bench.given.GivenScenario;
import io.anteroom.bench.mmc.PlainRecursion;
import io.anteroom.bench.mmc.Queue;
import io.anteroom.bench.mmc.QueueFigures;
import io.anteroom.result.FigureText;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.replication.Replications;
import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** How many visits a second of one core the simulator calculates, with every figure recorded. */
final class SimulatorSpeed implements GradualBenchmark {
  private static final int RUNS = 7;

  /** As many as {@code simulate} makes by itself. */
  private static final int REPLICATIONS = 20;

  private static final String UNIT = "million visits a CPU-second";
  private static final Aim RECURSION = Aim.atLeast(12);
  private static final Aim CALENDAR = Aim.atLeast(6);
  private static final Aim FIRST = Aim.atMost(2);
  private static final Aim TWO_CORES = Aim.atLeast(1.8);

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    boolean full = size == Size.FULL;
    int visits = full ? 5_000_000 : 20_000;
    int runs = full ? RUNS : 1;
    found.accept(counted("M/M/10 at load 0.9, recursion", classic(visits), runs, RECURSION));
    found.accept(
        counted("M/M/10 at load 0.9, calendar", byCalendar(classic(visits)), runs, CALENDAR));
    found.accept(first(classic(visits), runs));
    found.accept(crowds(full ? 1_000_000 : 2_000, visits, runs));
    if (Runtime.getRuntime().availableProcessors() < 2) {
      found.accept(new Skipped("replications on two cores", "this machine has one"));
    } else {
      found.accept(replications(classic(visits) + " replications=" + REPLICATIONS, runs));
      found.accept(loops(visits, runs));
    }
  }

  /** The classic M/M/10 with a load of 0.9. */
  static String classic(int visits) {
    return "arrivals=poisson:900/s hold=exponential:10ms rooms=10 mode=semaphore-fair visits="
        + visits;
  }

  /** The same for the event calendar, which a limit that nobody meets makes necessary. */
  static String byCalendar(String keysAndValues) {
    return keysAndValues + " limit=100000000";
  }

  /** Persons who all want one of ten rooms at once, again and again. */
  private static String crowd(int persons, int visits) {
    return "persons=%d visits=%d hold=exponential:1ms rooms=10 mode=semaphore-fair"
        .formatted(persons, visits / persons);
  }

  private static Counted counted(String what, String keysAndValues, int runs, Aim aim) {
    Scenario scenario = GivenScenario.simulated(keysAndValues);
    double unused = nanosPerVisit(scenario);
    List<Double> speeds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      speeds.add(1e3 / nanosPerVisit(scenario));
    }
    return new Counted(what, UNIT, speeds, aim);
  }

  /** The first replication keeps the course of time, and checks itself. */
  private static Compared first(String keysAndValues, int runs) throws Exception {
    Scenario scenario = GivenScenario.simulated(keysAndValues);
    return new Compared(
        "CPU a simulated visit",
        "the first replication",
        "another one",
        "ns",
        Turns.take(
            runs,
            () -> nanosPerVisit(SimulatedRun.detailed(scenario, false)),
            () -> nanosPerVisit(scenario)),
        FIRST);
  }

  private static Compared crowds(int persons, int visits, int runs) throws Exception {
    Scenario many = GivenScenario.simulated(crowd(persons, visits));
    Scenario few = GivenScenario.simulated(crowd(1_000, visits));
    return new Compared(
        "CPU a simulated visit",
        FigureText.count(persons) + " persons",
        "1,000 persons",
        "ns",
        Turns.take(runs, () -> nanosPerVisit(many), () -> nanosPerVisit(few)),
        null);
  }

  private static Compared replications(String keysAndValues, int runs) throws Exception {
    Scenario scenario = GivenScenario.simulated(keysAndValues);
    return new Compared(
        "speed-up of " + REPLICATIONS + " replications",
        "wall time on one core",
        "on two",
        "ns",
        Turns.take(runs, () -> wallNanos(scenario, 1), () -> wallNanos(scenario, 2)),
        TWO_CORES);
  }

  private static double wallNanos(Scenario scenario, int threads) throws InterruptedException {
    long begin = System.nanoTime();
    Run run = new Replications(scenario, List.of(), null, threads).run();
    double nanos = System.nanoTime() - begin;
    requireVisits(run);
    return nanos;
  }

  /** What the machine gives: as many loops that share nothing and need no preparation. */
  private static Compared loops(int visits, int runs) throws Exception {
    return new Compared(
        "speed-up of " + REPLICATIONS + " plain loops",
        "wall time on one core",
        "on two",
        "ns",
        Turns.take(runs, () -> loopsWallNanos(visits, 1), () -> loopsWallNanos(visits, 2)),
        null);
  }

  private static double loopsWallNanos(int visits, int threads) throws Exception {
    PlainRecursion loop = new PlainRecursion(new Queue(10, 1e9 / 900, 10e6, visits));
    List<Callable<QueueFigures>> loops = Collections.nCopies(REPLICATIONS, loop::run);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      long begin = System.nanoTime();
      for (Future<QueueFigures> done : pool.invokeAll(loops)) {
        QueueFigures unused = done.get();
      }
      return System.nanoTime() - begin;
    }
  }

  /** Processor time a visit, in nanoseconds. */
  static double nanosPerVisit(Scenario scenario) {
    return nanosPerVisit(SimulatedRun.brief(scenario, false));
  }

  private static double nanosPerVisit(SimulatedRun simulated) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Run run = simulated.run(Machine.describe(OffsetDateTime.now(ZoneOffset.UTC), 1, -1));
    double nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    requireVisits(run);
    return nanos / run.result().visits().completed();
  }

  private static void requireVisits(Run run) {
    if (run.result().visits().completed() == 0) {
      throw new IllegalStateException("no visits: " + run.result().explanation());
    }
  }
}
