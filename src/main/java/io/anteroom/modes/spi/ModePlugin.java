package io.anteroom.modes.spi;

/** A way of getting a room, as far as a {@link LockPlugin} and a {@link PoolPlugin} are alike. */
public sealed interface ModePlugin extends Plugin permits LockPlugin, PoolPlugin {
  /**
   * Whether persons can have patience: then a wait that is told how long it may last ends by then.
   * Where it is false, scenarios with {@code patience} are refused.
   */
  default boolean givesUp() {
    return false;
  }

  /** Whether persons keep their carriers busy while they wait, as those do who spin or yield. */
  default boolean keepsCarriersBusy() {
    return false;
  }

  /** In which order persons get rooms: simulated time has to know. */
  default WaitingOrder order() {
    return WaitingOrder.UNKNOWN;
  }
}
