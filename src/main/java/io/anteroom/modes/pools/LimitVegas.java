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
 * Netflix's limit after TCP Vegas: it estimates from the shortest stay how many visits queue behind
 * the rooms, and lends fewer or more permits.
 */
final class LimitVegas {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "limit-vegas",
              "Netflix's adaptive limit, by the shortest hold",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP, Trait.WAITS_IN_MONITOR, Trait.GIVES_UP_EARLY),
              List.of(),
              new Discipline.Unmodelled("its limit follows the holds that a run measures"),
              Duration.ofMillis(2),
              List.of(PoolKey.INITIAL_LIMIT)),
          premises -> AdaptiveLimits.vegas(premises));

  private LimitVegas() {}
}
