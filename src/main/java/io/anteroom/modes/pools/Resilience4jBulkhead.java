package io.anteroom.modes.pools;

import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.ModeType;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.PoolKey;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Resilience4j's bulkhead: a semaphore with a timeout, and events for whoever listens. */
final class Resilience4jBulkhead {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "resilience4j-bulkhead",
              "Resilience4j's bulkhead, first come first served",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP),
              List.of(),
              new Discipline.InLine(true),
              Duration.ZERO,
              List.of(PoolKey.FAIRNESS)),
          Resilience4jBulkhead::open);

  private Resilience4jBulkhead() {}

  private static LockingMode open(Premises premises) {
    Libraries.keepQuiet();
    Bulkhead bulkhead =
        Bulkhead.of(
            "anteroom",
            BulkheadConfig.custom()
                .maxConcurrentCalls(premises.rooms().size())
                .maxWaitDuration(Duration.ofMillis(Timeouts.millis(premises)))
                .fairCallHandlingStrategyEnabled(
                    premises.scenario().locking().pool().fair().orElse(true))
                .build());
    LentPermits.Permit permit = stayed -> bulkhead.onComplete();
    return new LentPermits(premises, () -> bulkhead.tryAcquirePermission() ? permit : null);
  }
}
