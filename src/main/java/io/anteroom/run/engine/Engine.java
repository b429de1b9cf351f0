package io.anteroom.run.engine;

import io.anteroom.measure.flight.FlightSettings;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.result.store.StoredFile;
import io.anteroom.run.engine.Arrival.Arrived;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs one scenario on virtual threads, in real time. An engine is good for one run. {@link #run}
 * is called once; {@link #interrupt} and {@link #progress} may be called by any thread meanwhile,
 * {@link #look} by one.
 */
public final class Engine {
  /** When nobody has left for so long after the end of a run, those present can't be freed. */
  private static final long FREE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Scenario scenario;
  private final RoomActivity activity;
  private final Function<Premises, LockingMode> modes;
  private final RunHost host;
  private final @Nullable Transcript transcript;
  private final FlightSettings flightSettings;

  private volatile boolean interrupted;
  private volatile @Nullable Stage stage;
  private volatile @Nullable Observer observer;
  private volatile @Nullable SnapshotTaker lookout;

  /**
   * An engine that runs on this machine.
   *
   * @param activity what persons do in their rooms; the caller closes it
   * @throws io.anteroom.measure.flight.InvalidFlightSettingsException if the scenario names
   *     settings of a flight recording that can't be used
   * @param transcript takes down what the persons say; null: nobody listens
   */
  public Engine(
      Scenario scenario, RoomActivity activity, NanoClock clock, @Nullable Transcript transcript) {
    this(scenario, activity, LockingModes::create, clock, transcript);
  }

  /**
   * The same, with locking modes of the caller's.
   *
   * @param modes makes the mode of a scenario; it may be asked again and again
   */
  public Engine(
      Scenario scenario,
      RoomActivity activity,
      Function<Premises, LockingMode> modes,
      NanoClock clock,
      @Nullable Transcript transcript) {
    this(scenario, activity, modes, new ThisMachine(clock), transcript);
  }

  /** An engine that runs somewhere else, too, and in modes of the caller's. */
  Engine(
      Scenario scenario,
      RoomActivity activity,
      Function<Premises, LockingMode> modes,
      RunHost host,
      @Nullable Transcript transcript) {
    this.scenario = scenario;
    this.activity = activity;
    this.modes = modes;
    this.host = host;
    this.transcript = transcript;
    this.flightSettings = FlightSettings.of(scenario.conduct().jfr());
  }

  /** Asks the run to end early and to keep what there is. */
  public void interrupt() {
    interrupted = true;
    Stage running = stage;
    if (running != null) {
      running.stop(StopCause.INTERRUPT);
    }
  }

  /** How far the run has come; null before it begins. */
  public @Nullable Progress progress() {
    Observer watching = observer;
    return watching == null ? null : watching.latest();
  }

  /**
   * What there is to see of the run at this moment; null before it begins. Always to be called by
   * the same thread.
   *
   * @param roomsInGroup how many rooms are shown as one, at least 1
   */
  public @Nullable Snapshot look(int roomsInGroup) {
    SnapshotTaker looking = lookout;
    return looking == null ? null : looking.look(roomsInGroup);
  }

  /** What the persons of the run share; null before it begins. */
  @Nullable Stage stage() {
    return stage;
  }

  /**
   * Runs the scenario to its end.
   *
   * @throws EngineFault if a person, the observer or the activity failed
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Run run() throws InterruptedException {
    double hostLoad = host.systemLoad();
    OffsetDateTime startedAt = host.wallTime().truncatedTo(ChronoUnit.MILLIS);
    int carriers = host.prepare(scenario, modes);
    Flight flight = Flight.start(flightSettings, scenario);
    long cpuBefore = host.processCpuNanos();
    Stage running =
        new Stage(
            scenario,
            activity,
            new Filling(modes, () -> interrupted),
            Recorders.create(),
            host,
            transcript,
            flight);
    try {
      return run(running, startedAt, hostLoad, carriers, cpuBefore);
    } finally {
      running.closeMode();
    }
  }

  private Run run(
      Stage running, OffsetDateTime startedAt, double hostLoad, int carriers, long cpuBefore)
      throws InterruptedException {
    stage = running;
    if (interrupted) {
      running.stop(StopCause.INTERRUPT);
    }
    Watchdog watchdog = new Watchdog(running);
    Observer watching = new Observer(running, watchdog);
    observer = watching;
    Canary canary = new Canary(running);
    watching.start();
    canary.start();
    lookout = new SnapshotTaker(running, watching, watchdog, canary);
    Arrived arrived = arrival(running).letIn();
    running.roster.close();
    awaitDrain(running);
    if (!running.stopping()) {
      running.window.allHaveGone(running.now());
    }
    long endNanos = Math.min(running.now(), running.stopNanos());
    long cpuNanos = host.processCpuNanos() - cpuBefore;
    Map<String, Path> attachments = new HashMap<>(dumpIfStuck(running, watchdog));
    boolean allGone = free(running);
    canary.stop();
    if (!allGone) {
      running.roster.forEach(Entrant::isLeftBehind);
    }
    watching.finish();
    Flight.Landed landed = stopFlight(running, carriers);
    attachments.putAll(landed.files());
    OptionalInt roomsFound = running.countRooms();
    running.closeMode();
    Findings.Ended ended =
        new Findings.Ended(arrived, endNanos, cpuNanos, carriers, allGone, roomsFound);
    Throwable fault = running.fault();
    if (fault != null) {
      throw new EngineFault(fault);
    }
    return new Findings(running, watching, watchdog, ended, landed)
        .run(
            Machine.describe(startedAt, carriers, hostLoad)
                .withBusyWaiting(BusyWaiting.reckonedWith(scenario)),
            attachments);
  }

  private static Flight.Landed stopFlight(Stage stage, int carriers) throws InterruptedException {
    if (stage.flight == null) {
      return Flight.Landed.NOTHING;
    }
    try {
      return stage.flight.stop(carriers, stage.window.nanos());
    } catch (IOException diskFull) {
      stage.fail(diskFull);
      return Flight.Landed.NOTHING;
    }
  }

  private static Arrival arrival(Stage stage) {
    return stage.scenario.demand().arrivals().open()
        ? new OpenArrival(stage)
        : new ClosedArrival(stage);
  }

  /** Waits until all have gone, the run is stopped, or those left have had their time. */
  private void awaitDrain(Stage stage) throws InterruptedException {
    long deadline = drainDeadline(stage.window.endNanos());
    long leftNanos = deadline - stage.now();
    while (!stage.stopping() && !stage.roster.awaitAllGone(Math.min(SLICE_NANOS, leftNanos))) {
      leftNanos = deadline - stage.now();
      if (leftNanos <= 0) {
        stage.stop(StopCause.DRAIN_OVER);
      }
    }
  }

  /** Those present when arrivals end get as much time again, and time for one long hold. */
  private long drainDeadline(long arrivalsEndNanos) {
    Scenario.Demand demand = scenario.demand();
    if (demand.duration() != null) {
      return 2 * demand.duration().toNanos();
    }
    return demand.arrivals().open()
        ? arrivalsEndNanos + Math.max(arrivalsEndNanos, scenario.conduct().stuckAfter().toNanos())
        : Long.MAX_VALUE;
  }

  private static Map<String, Path> dumpIfStuck(Stage stage, Watchdog watchdog) {
    if (stage.flight != null) {
      stage.flight.runEnds();
    }
    if (stage.stopCause() != StopCause.STUCK) {
      return Map.of();
    }
    if (stage.flight != null) {
      stage.flight.stuck(watchdog.report(), stage, stage.roster.present());
    }
    try {
      return Map.of(StoredFile.THREADS.fileName(), PersonsDump.write(stage.roster));
    } catch (IOException fault) {
      stage.fail(fault);
      return Map.of();
    }
  }

  /**
   * Frees those who are still present; false if some could not be. Those in rooms are interrupted
   * first: whoever waits then gets a room, finds the run over and leaves. To interrupt a long line
   * would take the square of its length, since each who leaves it has to be found in it.
   */
  private static boolean free(Stage stage) throws InterruptedException {
    if (!stage.stopping()) {
      return true;
    }
    stage.roster.forEach(Entrant::interruptUnlessInLine);
    long present = Long.MAX_VALUE;
    long latestNanos = stage.now();
    boolean allGone = false;
    while (!allGone && stage.now() < latestNanos + FREE_NANOS) {
      allGone = stage.roster.awaitAllGone(SLICE_NANOS);
      long presentNow = stage.roster.present();
      if (presentNow < present) {
        present = presentNow;
        latestNanos = stage.now();
      } else {
        stage.roster.forEach(Entrant::interrupt);
      }
    }
    return allGone;
  }
}
