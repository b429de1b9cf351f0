package io.anteroom.observe.junit;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ways in which a virtual thread blocks; all of them wait until it has ended. */
final class Pins {
  static final long BLOCK_MILLIS = 20;

  /** What a virtual thread does. */
  interface Deed {
    void perform() throws Exception;
  }

  private Pins() {}

  static void onVirtualThread(Deed deed) throws InterruptedException {
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    deed.perform();
                  } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                  }
                });
    thread.join();
  }

  /** Holds the carrier once on every JDK so far: parks in a class initialiser. */
  static void parkInInitialiser() throws InterruptedException {
    onVirtualThread(Pins::initialiseAgain);
  }

  private static void initialiseAgain() throws ReflectiveOperationException {
    Class<?> fresh = Class.forName(Slow.class.getName(), false, new FreshLoader());
    ((Runnable) fresh.getConstructor().newInstance()).run();
  }

  /** Its initialiser parks. The loader gives a new class each time. */
  public static final class Slow implements Runnable {
    static {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BLOCK_MILLIS));
    }

    public Slow() {}

    @Override
    public void run() {}
  }

  private static final class FreshLoader extends ClassLoader {
    FreshLoader() {
      super(Pins.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Slow.class.getName())) {
        return super.loadClass(name, resolve);
      }
      try (InputStream stream =
          Pins.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
        byte[] content = stream == null ? new byte[0] : stream.readAllBytes();
        return defineClass(name, content, 0, content.length);
      } catch (IOException broken) {
        throw new ClassNotFoundException(name, broken);
      }
    }
  }

  static void sleepPlainly() throws InterruptedException {
    onVirtualThread(() -> Thread.sleep(BLOCK_MILLIS));
  }

  static void sleepInSynchronized() throws InterruptedException {
    onVirtualThread(Pins::sleepInMonitor);
  }

  private static void sleepInMonitor() throws InterruptedException {
    synchronized (new Object()) {
      Thread.sleep(BLOCK_MILLIS);
    }
  }

  static void objectWait() throws InterruptedException {
    onVirtualThread(Pins::waitOnMonitor);
  }

  private static void waitOnMonitor() throws InterruptedException {
    Object monitor = new Object();
    long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BLOCK_MILLIS);
    synchronized (monitor) {
      while (System.nanoTime() < endNanos) {
        monitor.wait(BLOCK_MILLIS);
      }
    }
  }

  /** A platform thread holds the monitor until the virtual thread is blocked. */
  static void enterContendedMonitor() throws InterruptedException {
    Object monitor = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread person =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  awaitQuietly(held);
                  enter(monitor);
                });
    Thread holder =
        Thread.ofPlatform()
            .start(
                () -> {
                  synchronized (monitor) {
                    held.countDown();
                    while (person.getState() != Thread.State.BLOCKED) {
                      Thread.onSpinWait();
                    }
                  }
                });
    person.start();
    person.join();
    holder.join();
  }

  private static void enter(Object monitor) {
    synchronized (monitor) {
      Thread.onSpinWait();
    }
  }

  static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
