package io.anteroom.study.replication;

import io.anteroom.result.Check;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Ending;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.Outcome;
import io.anteroom.result.ResultBuilder;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricSource;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.PartNames;
import io.anteroom.run.simulate.Pilot;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Warmup;
import io.anteroom.scenario.schedule.Draws;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a scenario again and again, each time under another seed, on all cores. What comes out
 * depends on the scenario alone, not on the number of cores. Good for one {@link #run}; {@link
 * #interrupt}, {@link #visits}, {@link #done} and {@link #planned} may be called by any thread
 * meanwhile.
 */
public final class Replications {
  /** No precision is worth more replications than this. */
  public static final int MOST = 10_000;

  /** Of the log: of more replications, each interval stands for several. */
  private static final int MOST_INTERVALS = 40;

  /**
   * How many may be begun for each thread before the first of them is merged, since they are merged
   * in order and the very first one takes some five times as long as the others.
   */
  private static final int AHEAD = 6;

  private final Scenario scenario;
  private final @Nullable Precision precision;
  private final int threads;
  private final Samples samples;
  private boolean detailed = true;

  /** Whether somebody asks how long the line was for how long. */
  private final boolean lineLengths;

  private final Merger merger = new Merger(MOST_INTERVALS);
  private final List<Long> seeds = new ArrayList<>();
  private final Pilot pilot;
  private final Set<SimulatedRun> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private final LongAdder visitsBefore = new LongAdder();
  private volatile int planned;
  private volatile int done;

  /** The first replication that got stuck; null: none did. */
  private @Nullable RunResult stuck;

  private long stuckSeed;
  private int stuckCount;

  /** Of the first replication in which patience has ended one; null: there was none. */
  private @Nullable Deadlock endedByPatience;

  /**
   * @param scenario says how many replications there are at least
   * @param besides metrics to sample besides the usual ones
   * @param precision more replications are added until it is met; null: no more
   * @param threads how many replications run at once, at least 1
   * @throws IllegalArgumentException if the scenario can't be simulated; the message says why
   */
  public Replications(
      Scenario scenario, List<Metric> besides, @Nullable Precision precision, int threads) {
    SimulatedRun unused = SimulatedRun.brief(scenario, false);
    this.scenario = scenario;
    this.pilot = new Pilot(scenario);
    this.precision = precision;
    this.threads = threads;
    this.planned = scenario.conduct().replications();
    List<Metric> asked =
        Stream.of(
                besides.stream(),
                PartMetrics.all(PartNames.of(scenario)).stream(),
                Expectation.of(scenario).stream().map(Expectation::metric),
                Stream.ofNullable(precision).map(Precision::metric))
            .flatMap(metrics -> metrics)
            .toList();
    this.samples = new Samples(asked);
    this.lineLengths =
        asked.stream().anyMatch(metric -> metric.source() == MetricSource.LINE_LENGTHS);
  }

  /** For samples and counts alone: the first one neither keeps the course of time nor checks. */
  public Replications briefly() {
    detailed = false;
    return this;
  }

  /** Asks the run to end early and to keep the replications that are complete. */
  public void interrupt() {
    stopping = true;
    pilot.interrupt();
    running.forEach(SimulatedRun::interrupt);
  }

  /** How many visits have begun so far, nearly. */
  public long visits() {
    return visitsBefore.sum() + running.stream().mapToLong(SimulatedRun::visits).sum();
  }

  /** How many replications are complete. */
  public int done() {
    return done;
  }

  /** How many replications are planned at the moment. */
  public int planned() {
    return planned;
  }

  /** How many replications got stuck; for the thread that called {@link #run}, after it. */
  public int stuck() {
    return stuckCount;
  }

  /**
   * What every metric was in each replication; for the thread that called {@link #run}, after it.
   */
  public Samples samples() {
    return samples;
  }

  /**
   * Runs them.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Run run() throws InterruptedException {
    Environment environment = Machine.now(threads);
    Pilot.Finding finding =
        scenario.conduct().warmup() instanceof Warmup.Auto ? pilot.find() : null;
    Scenario effective =
        finding == null
            ? scenario
            : scenario.withWarmup(new Warmup.Time(Duration.ofNanos(finding.warmupNanos())));
    runAll(effective, environment);
    int replications = Math.max(scenario.conduct().replications(), merger.runs());
    Run all =
        merger.merged(
            scenario.withReplications(Math.max(replications, 2)),
            result -> putRest(result, finding == null ? null : finding.found()));
    return merger.runs() > 1 ? all.withConfidence(samples.confidence(all, precision)) : all;
  }

  /** The first replication checks itself, and stands for all of them. */
  private void putRest(ResultBuilder result, @Nullable Boolean warmupFound) {
    RunResult first = merger.first();
    int done = merger.runs();
    boolean cut = stopping && done < planned;
    Ending ending =
        cut
            ? new Ending(Outcome.INTERRUPTED, interruption(done))
            : ended(first, merger.durations());
    result
        .deadlock(stuck == null ? endedByPatience : stuck.deadlock())
        .ended(ending, withDurationsOfAll(first.checks()))
        .cpu(first.cpu())
        .pinning(first.pinning())
        .flight(first.flight())
        .simulation(simulation(first.simulation(), warmupFound));
  }

  private List<Check> withDurationsOfAll(List<Check> checks) {
    return checks.stream()
        .map(check -> check.name().equals(Check.DURATIONS) ? merger.durations() : check)
        .toList();
  }

  /** Where all durations of the first one were told apart, those of another may not have been. */
  private Ending ended(RunResult first, Check durations) {
    if (stuck != null) {
      return new Ending(Outcome.STUCK, howOften() + stuck.explanation());
    }
    boolean judged = first.outcome() == Outcome.COMPLETED || first.outcome() == Outcome.SATURATED;
    return judged && durations.verdict() == Check.Verdict.FAILED
        ? Ending.judged(List.of(durations), () -> "")
        : new Ending(first.outcome(), first.explanation());
  }

  /** A deadlock comes by chance, in one replication or in all. */
  private String howOften() {
    return String.format(
        Locale.ROOT,
        "%d of %d replications got stuck, the first one under seed %d. ",
        stuckCount,
        merger.runs(),
        stuckSeed);
  }

  private @Nullable Simulation simulation(@Nullable Simulation one, @Nullable Boolean warmupFound) {
    return one == null
        ? null
        : new Simulation(
            one.method(),
            one.model(),
            seeds,
            one.warmupNanos(),
            warmupFound,
            one.suggestedWarmupNanos());
  }

  /** Where one runs at once, the calling thread does it: cells are too short for a new thread. */
  private void runAll(Scenario effective, Environment environment) throws InterruptedException {
    if (threads == 1) {
      runAll(effective, environment, Runnable::run);
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("anteroom-simulator-", 1).factory());
    try {
      runAll(effective, environment, pool);
    } finally {
      pool.shutdownNow();
    }
  }

  private void runAll(Scenario effective, Environment environment, Executor executor)
      throws InterruptedException {
    Deque<FutureTask<Run>> pending = new ArrayDeque<>();
    int submitted = 0;
    while (true) {
      while (submitted < planned && pending.size() < AHEAD * threads) {
        int replication = submitted++;
        FutureTask<Run> task =
            new FutureTask<>(() -> replicate(effective, replication, environment));
        executor.execute(task);
        pending.add(task);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (pending.isEmpty()) {
        return;
      }
      Run run = result(pending.remove());
      boolean cut = run.result().outcome() == Outcome.INTERRUPTED;
      int replication = merger.runs();
      if (cut && replication > 0) {
        return;
      }
      merger.add(run, Merger.Weight.SAME);
      seeds.add(Draws.replicationSeed(effective.conduct().seed(), replication));
      samples.add(run);
      noteStuck(run.result(), seeds.getLast());
      done = merger.runs();
      if (cut) {
        return;
      }
      if (merger.runs() == planned) {
        planned = more();
      }
    }
  }

  private void noteStuck(RunResult result, long seed) {
    if (result.outcome() == Outcome.STUCK) {
      stuckCount++;
      if (stuck == null) {
        stuck = result;
        stuckSeed = seed;
      }
    } else if (endedByPatience == null) {
      endedByPatience = result.deadlock();
    }
  }

  /** How many replications the precision asks for after those that are there. */
  private int more() {
    if (precision == null || planned >= MOST) {
      return planned;
    }
    Run all = merger.soFar(scenario);
    return samples
        .estimate(precision.metric(), all)
        .filter(estimate -> !precision.met(estimate))
        .map(estimate -> Math.min(precision.needed(estimate, planned), MOST))
        .orElse(planned);
  }

  private Run replicate(Scenario effective, int replication, Environment environment) {
    Scenario own =
        effective.withSeed(Draws.replicationSeed(effective.conduct().seed(), replication));
    SimulatedRun simulator =
        detailed && replication == 0
            ? SimulatedRun.detailed(own, lineLengths || planned == 1)
            : SimulatedRun.brief(own, lineLengths);
    running.add(simulator);
    try {
      if (stopping) {
        simulator.interrupt();
      }
      return simulator.run(environment);
    } finally {
      visitsBefore.add(simulator.visits());
      running.remove(simulator);
    }
  }

  private static Run result(Future<Run> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException fault) {
      throw fault.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(fault.getCause());
    }
  }

  private String interruption(int done) {
    return String.format(
        Locale.ROOT,
        "Stopped on request after %d of %d replications; the figures are about those.",
        done,
        planned);
  }
}
