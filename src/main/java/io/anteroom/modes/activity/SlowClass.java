package io.anteroom.modes.activity;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A class whose initialiser sleeps: the template that {@link ClassInitActivity} loads afresh for
 * each visit. Its loader says for how long, in nanoseconds.
 *
 * <p>Loaded afresh it is in a run-time package of its own, so it uses public types of the JDK only.
 */
final class SlowClass {
  static {
    long holdNanos = ((LongSupplier) SlowClass.class.getClassLoader()).getAsLong();
    try {
      TimeUnit.NANOSECONDS.sleep(holdNanos);
    } catch (InterruptedException interruption) {
      // Thrown from here it would become an ExceptionInInitializerError: the activity throws it.
      Thread.currentThread().interrupt();
    }
  }

  private SlowClass() {}
}
