package io.anteroom.modes.pools;

import io.anteroom.modes.locking.ModeType;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.PoolKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Netflix's limit by a gradient (Gradient2): it compares the present stay with a long average, and
 * lends fewer permits when stays grow.
 */
final class LimitGradient {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "limit-gradient",
              "Netflix's adaptive limit, by the average hold",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP, Trait.WAITS_IN_MONITOR, Trait.GIVES_UP_EARLY),
              List.of(),
              new Discipline.Unmodelled("its limit follows the holds that a run measures"),
              Duration.ofMillis(2),
              List.of(PoolKey.INITIAL_LIMIT)),
          premises -> AdaptiveLimits.gradient(premises));

  private LimitGradient() {}
}
