package io.anteroom.modes.locking;

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
    Scenario scenario = premises.scenario();
    ModeType type = find(scenario.locking().mode());
    type.traits().refusesLine(scenario.facility().line()).ifPresent(LockingModes::refuse);
    if (scenario.stay().patience() != null) {
      type.traits().refusesPatience().ifPresent(LockingModes::refuse);
    }
    return type.factory().apply(premises);
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException(why);
  }

  private static ModeType find(String name) {
    return ALL.stream()
        .filter(type -> type.traits().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no locking mode " + name));
  }
}
