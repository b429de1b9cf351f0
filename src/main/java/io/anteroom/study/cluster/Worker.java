package io.anteroom.study.cluster;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.CellRunner;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes cells from a cluster's queue and runs them on this machine: simulated ones on all cores,
 * those in real time one at a time and with nothing beside them. db-scheduler sees to it that each
 * batch is run by somebody, whoever dies. For one {@link #run}; the other methods may be called by
 * any thread meanwhile.
 */
public final class Worker {
  private static final Duration POLL = Duration.ofMillis(500);

  /** After this a batch that was given back may be taken. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** Another version's or JDK's cells wait for as long as it takes; db-scheduler has 14 days. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** {@link WorkerRecord#silent} goes by it. */
  private static final Duration TELL = Duration.ofSeconds(10);

  private static final int MISSED_HEARTBEATS = 4;

  /** Failures of a machine, such as a full disk; cells that fail have results. */
  private static final int MOST_RETRIES = 3;

  private final Cluster cluster;
  private final Host host;
  private final Duration heartbeat;
  private final BatchRunner batches;
  private final Set<String> running = new ConcurrentSkipListSet<>();
  private final AtomicInteger done = new AtomicInteger();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable String problem;

  /**
   * The machine of a worker.
   *
   * @param name of the worker: unique in its cluster
   * @param version of Anteroom
   * @param jdks the feature releases that it has
   * @param pluginArguments the JVM's options by which it knows its plugins; none: it has none
   */
  public record Host(
      String name,
      String version,
      int cores,
      SortedSet<Integer> jdks,
      List<String> pluginArguments) {}

  /**
   * How cells are run on this machine.
   *
   * @param parser reads their scenarios
   * @param simulated runs those in simulated time, any number at once
   * @param forked makes what runs one in real time, that may take so long
   */
  public record Runners(
      ScenarioParser parser, CellRunner simulated, Function<Duration, CellRunner> forked) {}

  /**
   * @param cluster closed by whoever opened it, later
   * @param heartbeat how often it says that it is alive; after four that are missing its batches
   *     are given to others
   */
  public Worker(Cluster cluster, Host host, Runners runners, Duration heartbeat) {
    this.cluster = cluster;
    this.host = host;
    this.heartbeat = heartbeat;
    this.batches = new BatchRunner(cluster, host, runners, this::changed);
  }

  private void changed(String cell, boolean begins) {
    if (begins) {
      running.add(cell);
    } else {
      running.remove(cell);
      done.incrementAndGet();
    }
  }

  /** The cells that it runs at the moment, by their names. */
  public List<String> running() {
    return List.copyOf(running);
  }

  /** How many cells it has run. */
  public int done() {
    return done.get();
  }

  /** What keeps it from working at the moment; null: nothing. */
  public @Nullable String problem() {
    return problem;
  }

  /** Asks for an early end: cells that run end early, and are run by others. */
  public void interrupt() {
    batches.interrupt();
    stopping.countDown();
  }

  /** Works until it is interrupted. */
  public void run() throws InterruptedException {
    @Nullable String plugins = batches.plugins();
    Scheduler simulated =
        scheduler(host.cores(), tasks(Requirements.metSimulated(host.version(), plugins)));
    Scheduler wall =
        scheduler(1, tasks(Requirements.metInRealTime(host.version(), host.jdks(), plugins)));
    long tellMillis = Math.min(heartbeat.toMillis(), TELL.toMillis());
    simulated.start();
    wall.start();
    try {
      do {
        tell();
      } while (!stopping.await(tellMillis, TimeUnit.MILLISECONDS));
    } finally {
      batches.interrupt();
      wall.stop();
      simulated.stop();
      leave();
    }
  }

  private void tell() {
    try {
      double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
      cluster
          .database()
          .seen(
              new WorkerRecord(
                  host.name(),
                  host.version(),
                  host.cores(),
                  host.jdks().stream().map(jdk -> Integer.toString(jdk)).toList(),
                  batches.plugins(),
                  load < 0 ? null : load,
                  running(),
                  0));
      problem = null;
    } catch (SQLException away) {
      problem = "the database does not answer: " + away.getMessage();
    }
  }

  private void leave() {
    try {
      cluster.database().removeWorker(host.name());
    } catch (SQLException away) {
      // It is shown as silent until somebody of its name comes back.
    }
  }

  private Scheduler scheduler(int threads, List<Task<?>> tasks) {
    return Scheduler.create(cluster.source(), tasks)
        .tableName(ClusterDatabase.TASKS)
        .schedulerName(new SchedulerName.Fixed(host.name()))
        .threads(threads)
        .pollingInterval(POLL)
        .pollUsingLockAndFetch(0.5, 1.0)
        .heartbeatInterval(heartbeat)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .deleteUnresolvedAfter(FOR_EVER)
        .shutdownMaxWait(PATIENCE)
        .build();
  }

  private List<Task<?>> tasks(List<Requirements> met) {
    List<Task<?>> tasks = new ArrayList<>();
    met.forEach(needs -> tasks.add(task(needs.task())));
    return tasks;
  }

  /**
   * A stopped worker and a database that is away are no failures of a batch: it goes back to the
   * queue. One that is too large for the database is not tried again.
   */
  private Task<?> task(String name) {
    FailureHandler<Void> giveUp =
        (complete, operations) -> {
          batches.giveUp(
              complete.getExecution().taskInstance.getId(), complete.getCause().orElse(null));
          operations.remove();
        };
    FailureHandler<Void> retry =
        FailureHandler.<Void>maxRetries(MOST_RETRIES)
            .retryEvery(heartbeat.dividedBy(2))
            .then(giveUp);
    return Tasks.custom(name, Void.class)
        .onDeadExecutionRevive()
        .onFailure(
            (complete, operations) ->
                (BatchRunner.hopeless(complete.getCause().orElse(null)) ? giveUp : retry)
                    .onFailure(complete, operations))
        .execute(
            (instance, context) ->
                batches.run(instance.getId())
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : (complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(AGAIN)));
  }
}
