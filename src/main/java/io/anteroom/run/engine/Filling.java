package io.anteroom.run.engine;

import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.ModeTraits.Trait;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Makes modes whose connections are open before the first person comes. A pool that opens them
 * later lets the crowd that has gathered in all at once. Persons who each need two may then wait
 * for each other for ever; with a full pool they would have come one after the other.
 *
 * @param modes makes the mode of a scenario
 * @param stopping whether the run is to end early
 */
record Filling(Function<Premises, LockingMode> modes, BooleanSupplier stopping)
    implements Function<Premises, LockingMode> {
  private static final Duration SLICE = Duration.ofMillis(50);

  @Override
  public LockingMode apply(Premises premises) {
    LockingMode mode = modes.apply(premises);
    if (premises.scenario().locking().traits().has(Trait.POOLS_CONNECTIONS)) {
      fill(mode, premises.scenario().conduct().stuckAfter().dividedBy(2));
    }
    return mode;
  }

  /** As far as that goes in the time after which a database that can't be reached is lost. */
  private void fill(LockingMode mode, Duration longest) {
    Thread filler = Thread.ofPlatform().daemon().name("anteroom-filler").start(mode::fill);
    long slices = longest.dividedBy(SLICE);
    try {
      while (slices > 0 && !stopping.getAsBoolean() && !filler.join(SLICE)) {
        slices--;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    filler.interrupt();
  }
}
