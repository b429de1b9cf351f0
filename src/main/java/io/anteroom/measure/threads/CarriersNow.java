package io.anteroom.measure.threads;

import java.util.List;

/**
 * The carriers of a JVM at the last look.
 *
 * @param carriers how many there were; those that have never carried anything are not known as such
 * @param riding those with a virtual thread on them, the longest first
 * @param busy how many used processor time since the look before
 */
public record CarriersNow(int carriers, List<CarrierHeld> riding, int busy) {
  /** Before the first look. */
  public static final CarriersNow UNKNOWN = new CarriersNow(0, List.of(), 0);

  public CarriersNow {
    riding = List.copyOf(riding);
  }

  /** Those whose virtual thread waits and has kept its carrier for so long, the longest first. */
  public List<CarrierHeld> heldFor(long nanos) {
    return riding.stream().filter(one -> one.blocked() && one.nanos() >= nanos).toList();
  }

  /** Those that one virtual thread has computed on for so long, the longest first. */
  public List<CarrierHeld> computedFor(long nanos) {
    return riding.stream().filter(one -> !one.blocked() && one.nanos() >= nanos).toList();
  }
}
