package io.anteroom.modes.pools;

import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.ModeType;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.PoolKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Netflix's adaptive limits, which lend fewer or more permits by how long the stays are. */
final class Limits {
  /** After TCP Vegas: the shortest stay tells how many visits queue behind the rooms. */
  static final ModeType VEGAS =
      type(
          "limit-vegas",
          "Netflix's adaptive limit, by the shortest hold",
          premises -> AdaptiveLimits.vegas(premises));

  /** By a gradient (Gradient2): it compares the present stay with a long average. */
  static final ModeType GRADIENT =
      type(
          "limit-gradient",
          "Netflix's adaptive limit, by the average hold",
          premises -> AdaptiveLimits.gradient(premises));

  private Limits() {}

  private static ModeType type(
      String name, String summary, Function<Premises, LockingMode> factory) {
    return new ModeType(
        new ModeTraits(
            name,
            summary,
            List.of(Line.SHARED),
            Set.of(Trait.GIVES_UP, Trait.WAITS_IN_MONITOR, Trait.GIVES_UP_EARLY),
            List.of(),
            new Discipline.Unmodelled("its limit follows the holds that a run measures"),
            Duration.ofMillis(2),
            List.of(PoolKey.INITIAL_LIMIT)),
        factory);
  }
}
