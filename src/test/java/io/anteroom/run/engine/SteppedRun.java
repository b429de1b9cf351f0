package io.anteroom.run.engine;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.result.Run;
import io.anteroom.run.engine.Stepper.Turn;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of the engine on a clock that stands still between two events: every figure is exact. A
 * test may intervene at a time of the run, and say what persons do in their rooms.
 *
 * <p>Locks with timeouts can't be stepped, so persons can only give up where they poll.
 */
final class SteppedRun {
  /** What the persons of a test do in their rooms. */
  @FunctionalInterface
  interface Stay {
    /** Keeps the calling person occupied. */
    void perform(SteppedRun run, long holdNanos) throws InterruptedException, IOException;
  }

  private static final long A_MILLISECOND = 1_000_000;

  final SteppedHost host = new SteppedHost();
  final Scenario scenario;
  private final Engine engine;
  private Stay stay = SteppedRun::sleep;
  private Function<Premises, LockingMode> modes = LockingModes::create;
  private @Nullable Run ended;
  private @Nullable Throwable fault;

  private SteppedRun(Scenario scenario) {
    this.scenario = scenario;
    boolean timed =
        scenario.locking().discipline() instanceof Discipline.Requeue
            || (scenario.stay().patience() != null
                && scenario.locking().discipline() instanceof Discipline.InLine);
    if (timed) {
      throw new IllegalArgumentException("a lock with a timeout can't be stepped");
    }
    this.engine =
        new Engine(scenario, new Staying(), premises -> modes.apply(premises), host, null);
  }

  private final class Staying implements RoomActivity {
    @Override
    public void perform(long holdNanos) throws InterruptedException, IOException {
      stay.perform(SteppedRun.this, holdNanos);
    }

    @Override
    public void close() {}
  }

  /** A run of the scenario, written as on the command line. */
  static SteppedRun of(String keysAndValues) {
    return of(Scenarios.of(keysAndValues));
  }

  static SteppedRun of(Scenario scenario) {
    return new SteppedRun(scenario);
  }

  /** What persons do in their rooms; else they sleep there as long as their hold is. */
  SteppedRun with(Stay other) {
    stay = other;
    return this;
  }

  /** How persons get their rooms; else as the scenario says. */
  SteppedRun under(Function<Premises, LockingMode> other) {
    modes = other;
    return this;
  }

  /** Has something happen at a time of the run, before all else that happens then. */
  SteppedRun at(long nanos, Runnable action) {
    host.stepper.at(nanos, action);
    return this;
  }

  /** Has something happen every millisecond of the run. */
  SteppedRun whenever(Runnable action) {
    return at(
        host.stepper.elapsedNanos() + A_MILLISECOND,
        () -> {
          action.run();
          SteppedRun unused = whenever(action);
        });
  }

  /** Has the machine stand still for so long from that time on. */
  SteppedRun stallAt(long nanos, long length) {
    return at(nanos, () -> host.stepper.stall(length));
  }

  /** Sleeps in a room. */
  void sleep(long nanos) throws InterruptedException {
    host.stepper.sleepNanos(nanos, Turn.DEPARTURE);
  }

  /** The engine, to be looked at or interrupted at a time. */
  Engine engine() {
    return engine;
  }

  /** Runs to the end. */
  Run run() {
    host.stepper.runToEnd(host.engine.unstarted(this::runEngine));
    if (fault instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (ended == null) {
      throw new IllegalStateException("the run has failed", fault);
    }
    return ended;
  }

  private void runEngine() {
    try {
      ended = engine.run();
    } catch (Throwable thrown) {
      fault = thrown;
    }
  }
}
