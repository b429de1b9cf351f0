package io.anteroom.run.engine;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Locking;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets waves of persons through a run like the one to come, on stages of its own that are thrown
 * away: whoever gets a room keeps it until all of the wave have come, the others wait.
 *
 * <p>Without it, a mass that parks before any virtual thread of the JVM was ever woken costs five
 * to ten times the processor time a wake-up, for the rest of the run; and whoever parks before the
 * just-in-time compiler has done its work keeps a stack of two to four times the size as long as it
 * waits.
 */
final class Rehearsal {
  private static final int PERSONS_A_WAVE = 1_000;

  /** So many, then a new stage, since the compiler is to see the first visits to rooms too. */
  private static final int WAVES_A_STAGE = 4;

  /** Few enough that most of a wave wait. */
  private static final int MOST_ROOMS = 100;

  /** The rehearsal's share of a run: about what starting a person costs. */
  private static final long NANOS_A_PERSON = 10_000;

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** How long is waited at a time, for a wave to come and to go. */
  private static final long PAUSE_NANOS = 50_000;

  /** A wave takes milliseconds; one that a deadlock holds up is left to the run's watchdog. */
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long LEAST_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private Rehearsal() {}

  /**
   * Rehearses a run on that host, the longer the more persons it has.
   *
   * @param modes makes the mode of a scenario
   * @throws EngineFault if the mode fails by then
   */
  static void run(Scenario scenario, Function<Premises, LockingMode> modes, RunHost host)
      throws InterruptedException {
    int persons =
        scenario.demand().arrivals().open() ? PERSONS_A_WAVE : scenario.demand().persons();
    long endNanos = System.nanoTime() + Math.min(persons * NANOS_A_PERSON, LONGEST_NANOS);
    Scenario visits = oneVisitEach(scenario, Math.min(persons, PERSONS_A_WAVE));
    Gate gate = new Gate();
    // The same for all stages: what they take would be garbage that the mass to come pays for.
    Recorders recorders = Recorders.create();
    JitCompiler compiler = JitCompiler.ofThisJvm();
    boolean enough = false;
    while (!enough) {
      Stage stage = new Stage(visits, gate, modes, recorders, host, null, null);
      try {
        for (int wave = 0; wave < WAVES_A_STAGE && !stage.stopping(); wave++) {
          if (wave % 2 == 0) {
            gate.shut();
          }
          wave(stage, gate);
        }
      } finally {
        stage.closeMode();
      }
      Throwable fault = stage.fault();
      if (fault != null) {
        throw new EngineFault(fault);
      }
      enough = stage.stopping() || System.nanoTime() > endNanos || compiler.quiet();
    }
  }

  /** Of a journey, its first pool alone is rehearsed. */
  private static Scenario oneVisitEach(Scenario scenario, int persons) {
    Scenario onePool =
        scenario.journey() == null
            ? scenario
            : scenario.ofPool(scenario.journey().pools().getFirst());
    return onePool
        .withRooms(Math.min(scenario.facility().rooms(), MOST_ROOMS))
        .with(waiting(onePool))
        .with(new Demand(scenario.demand().arrivals(), persons, 1L, null, null, null));
  }

  /** Persons who spin would keep those in the rooms from ever leaving them; so they wait here. */
  static Locking waiting(Scenario scenario) {
    Locking locking = scenario.locking();
    return BusyWaiting.reckonedWith(scenario)
        ? new Locking(
            ModeTraits.usual(LockingModes.traits()),
            locking.order(),
            locking.timeout(),
            locking.retry(),
            locking.readers())
        : locking;
  }

  /** Lets a wave through, and opens the gate when all have come; stops the stage if that fails. */
  private static void wave(Stage stage, Gate gate) throws InterruptedException {
    for (int index = 0; index < stage.scenario.demand().persons(); index++) {
      stage.roster.enters(stage.newPerson(index, 0));
    }
    pause(stage);
    gate.open();
    long limit = System.nanoTime() + limitNanos(stage.scenario);
    while (stage.roster.present() > 0 && System.nanoTime() < limit) {
      pause(stage);
    }
    if (stage.roster.present() > 0) {
      stage.stop(StopCause.STUCK);
      stage.roster.forEach(Entrant::interrupt);
    }
  }

  private static long limitNanos(Scenario scenario) {
    long stuckNanos = scenario.conduct().stuckAfter().toNanos();
    return Math.clamp(stuckNanos, LEAST_LIMIT_NANOS, LIMIT_NANOS);
  }

  /** Waits in vain now and then, as the engine does in a run, since the compiler bets on it. */
  private static void pause(Stage stage) throws InterruptedException {
    boolean unused = stage.roster.awaitAllGone(PAUSE_NANOS);
  }

  /** Keeps all who are in a room until it is opened. */
  private static final class Gate implements RoomActivity {
    private volatile CountDownLatch latch = new CountDownLatch(0);

    void shut() {
      latch = new CountDownLatch(1);
    }

    void open() {
      latch.countDown();
    }

    @Override
    public void perform(long holdNanos) throws InterruptedException {
      latch.await();
    }

    @Override
    public void close() {}
  }
}
