package io.anteroom.modes.locking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes what a test has built, since pools have threads. Tests run one after the other. */
final class Houses implements AfterEachCallback {
  private static final Queue<LockingMode> OPEN = new ConcurrentLinkedQueue<>();

  static void opened(LockingMode mode) {
    OPEN.add(mode);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    for (LockingMode mode; (mode = OPEN.poll()) != null; ) {
      try {
        mode.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
