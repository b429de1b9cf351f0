package io.anteroom.run.engine;

import io.anteroom.measure.threads.CarrierTracker;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.JvmThreads;
import io.anteroom.modes.clock.NanoClock;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the carriers of this JVM, one after the other. A look stops the JVM for the moment that
 * it takes to print its platform threads, so nobody looks while a run goes well and unseen. The
 * JVM's management beans are made at the first look, since that takes 30 ms. Safe for any number of
 * threads.
 */
final class CarrierLooks {
  private final NanoClock clock;
  private @Nullable JvmThreads threads;
  private final CarrierTracker tracker = new CarrierTracker();

  CarrierLooks(NanoClock clock) {
    this.clock = clock;
  }

  /** The carriers now, compared with the look before; unknown where the JVM does not tell. */
  synchronized CarriersNow look() {
    try {
      if (threads == null) {
        threads = JvmThreads.ofThisJvm();
      }
      tracker.look(clock.nanoTime(), threads.print());
      return tracker.now();
    } catch (IOException untold) {
      return CarriersNow.UNKNOWN;
    }
  }
}
