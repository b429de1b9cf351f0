package io.anteroom.teach;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Has the JVM call a class loader that takes its time. */
final class SlowLoading {
  private SlowLoading() {}

  /** Runs code that refers to a class that its loader has not loaded yet. */
  static boolean run(long sleepNanos) throws ReflectiveOperationException {
    Runnable referrer =
        new SlowLoader(sleepNanos)
            .loadClass(Referrer.class.getName())
            .asSubclass(Runnable.class)
            .getConstructor()
            .newInstance();
    referrer.run();
    return true;
  }

  /** Loaded quickly. */
  public static final class Referrer implements Runnable {
    /** For reflection. */
    public Referrer() {}

    @Override
    public void run() {
      Referred.touch();
    }
  }

  /** Loaded slowly, when the code above runs for the first time. */
  static final class Referred {
    private Referred() {}

    static void touch() {}
  }

  private static final class SlowLoader extends ClassLoader {
    private final long sleepNanos;

    SlowLoader(long sleepNanos) {
      super(SlowLoading.class.getClassLoader());
      this.sleepNanos = sleepNanos;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean slow = name.equals(Referred.class.getName());
      if (!slow && !name.equals(Referrer.class.getName())) {
        return super.loadClass(name, resolve);
      }
      if (slow) {
        sleep();
      }
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream stream =
          Objects.requireNonNull(SlowLoading.class.getResourceAsStream(file), file)) {
        byte[] content = stream.readAllBytes();
        return defineClass(name, content, 0, content.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }

    private void sleep() throws ClassNotFoundException {
      try {
        TimeUnit.NANOSECONDS.sleep(sleepNanos);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        throw new ClassNotFoundException("interrupted", ended);
      }
    }
  }
}
