package io.anteroom.modes.locking;

import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Scenario;
import java.util.List;

/** The catalogue of locking modes. A new mode is one class and one line here. */
public final class LockingModes {
  private static final List<ModeType> ALL =
      List.of(
          NoLock.TYPE,
          SynchronizedRooms.TYPE,
          MonitorWait.TYPE,
          Reentrant.UNFAIR,
          Reentrant.FAIR,
          SemaphorePool.UNFAIR,
          SemaphorePool.FAIR,
          StampedRooms.TYPE,
          QueuePool.TYPE,
          TimedTry.TYPE,
          TrySpin.TYPE,
          TryYield.TYPE,
          TryPark.TYPE,
          TryBackoff.TYPE);

  private LockingModes() {}

  /** What scenarios have to know of each mode, in the catalogue's order. */
  public static List<ModeTraits> traits() {
    return ALL.stream().map(ModeType::traits).toList();
  }

  /**
   * The locking mode that the scenario names.
   *
   * @throws IllegalArgumentException if there is none of that name, or if it can't do what the
   *     scenario asks for: that line, or giving up
   */
  public static LockingMode create(Premises premises) {
    ModeType type = find(premises.scenario().locking().mode());
    requireAble(type.traits(), premises.scenario());
    return type.factory().apply(premises);
  }

  private static ModeType find(String name) {
    return ALL.stream()
        .filter(type -> type.traits().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no locking mode " + name));
  }

  private static void requireAble(ModeTraits traits, Scenario scenario) {
    Line line = scenario.facility().line();
    if (!traits.lines().contains(line)) {
      throw new IllegalArgumentException(traits.name() + " has no line " + line.word());
    }
    if (!traits.canGiveUp() && scenario.stay().patience() != null) {
      throw new IllegalArgumentException(traits.name() + " can't give up, so it takes no patience");
    }
  }
}
