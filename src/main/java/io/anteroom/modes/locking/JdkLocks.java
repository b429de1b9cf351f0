package io.anteroom.modes.locking;

import java.util.List;

/** The catalogue of locking modes that the JDK is enough for. A new one is a class and a line. */
public final class JdkLocks {
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
          PriorityPool.TYPE,
          TimedTry.TYPE,
          TrySpin.TYPE,
          TryYield.TYPE,
          TryPark.TYPE,
          TryBackoff.TYPE);

  private JdkLocks() {}

  /** All of them, in the catalogue's order. */
  public static List<ModeType> all() {
    return ALL;
  }
}
