package io.anteroom.measure.flight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Ways in which a virtual thread blocks for about {@link #BLOCK_MILLIS}: see facts A and C. */
final class Cause {
  static final long BLOCK_MILLIS = 60;

  private Cause() {}

  static void sleepPlainly() {
    Blocking.sleep(BLOCK_MILLIS);
  }

  static void sleepInSynchronized() {
    synchronized (new Object()) {
      Blocking.sleep(BLOCK_MILLIS);
    }
  }

  static void parkInSynchronized() {
    long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BLOCK_MILLIS);
    synchronized (new Object()) {
      for (long left = 1; left > 0; left = endNanos - System.nanoTime()) {
        LockSupport.parkNanos(endNanos - System.nanoTime());
      }
    }
  }

  static void pollInSynchronized() throws InterruptedException {
    synchronized (new Object()) {
      new ArrayBlockingQueue<Integer>(1).poll(BLOCK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  static void lockInSynchronized() throws InterruptedException {
    synchronized (new Object()) {
      lock();
    }
  }

  static void computeIfAbsent() {
    new ConcurrentHashMap<String, String>()
        .computeIfAbsent(
            "key",
            key -> {
              Blocking.sleep(BLOCK_MILLIS);
              return key;
            });
  }

  /** Waits for a lock that a platform thread holds. */
  static void lock() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        Thread.ofPlatform()
            .start(
                () -> {
                  lock.lock();
                  try {
                    held.countDown();
                    Blocking.sleep(BLOCK_MILLIS);
                  } finally {
                    lock.unlock();
                  }
                });
    held.await();
    lock.lock();
    try {
      held.countDown();
    } finally {
      lock.unlock();
    }
    holder.join();
  }

  static void semaphore() throws InterruptedException {
    new Semaphore(0).tryAcquire(BLOCK_MILLIS, TimeUnit.MILLISECONDS);
  }

  static void objectWait() throws InterruptedException {
    Object monitor = new Object();
    long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BLOCK_MILLIS);
    synchronized (monitor) {
      while (System.nanoTime() < endNanos) {
        monitor.wait(BLOCK_MILLIS);
      }
    }
  }

  /** Enters a monitor that a platform thread holds. */
  static void enterContendedMonitor() throws InterruptedException {
    Object monitor = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        Thread.ofPlatform()
            .start(
                () -> {
                  synchronized (monitor) {
                    held.countDown();
                    Blocking.sleep(BLOCK_MILLIS);
                  }
                });
    held.await();
    synchronized (monitor) {
      held.countDown();
    }
    holder.join();
  }

  static void sleepInClassInitialiser() {
    SleepyClass.touch();
  }

  private static final class SleepyClass {
    static {
      Blocking.sleep(BLOCK_MILLIS);
    }

    static void touch() {}
  }

  /** Needs a class that a platform thread is initialising. */
  static void waitForClassInitialiser() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(ClassOfAnother::touch);
    ClassOfAnother.STARTED.acquire();
    ClassOfAnother.Slow.touch();
    other.join();
  }

  /** The same through {@code Class.forName}, so with native frames on the stack. */
  static void waitForClassInitialiserByReflection() throws Exception {
    Thread other = Thread.ofPlatform().start(ClassByReflection::touch);
    ClassByReflection.STARTED.acquire();
    Class.forName(ClassByReflection.class.getName() + "$Late");
    other.join();
  }

  private static final class ClassByReflection {
    static final Semaphore STARTED = new Semaphore(0);

    static void touch() {
      Late.touch();
    }

    static final class Late {
      static {
        STARTED.release();
        Blocking.sleep(BLOCK_MILLIS);
      }

      static void touch() {}
    }
  }

  private static final class ClassOfAnother {
    static final Semaphore STARTED = new Semaphore(0);

    static void touch() {
      Slow.touch();
    }

    static final class Slow {
      static {
        STARTED.release();
        Blocking.sleep(BLOCK_MILLIS);
      }

      static void touch() {}
    }
  }

  /** The JVM resolves a class and calls a loader that blocks. */
  static void slowClassLoader() throws Exception {
    try {
      new SlowLoader().loadClass(Referrer.class.getName()).getMethod("refer").invoke(null);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Loaded by {@link SlowLoader}. */
  public static final class Referrer {
    private Referrer() {}

    public static void refer() {
      Referred.touch();
    }
  }

  /** Loaded by {@link SlowLoader}, slowly. */
  static final class Referred {
    static void touch() {}
  }

  private static final class SlowLoader extends ClassLoader {
    SlowLoader() {
      super(Cause.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Referrer.class.getName()) && !name.equals(Referred.class.getName())) {
        return super.loadClass(name, resolve);
      }
      if (name.equals(Referred.class.getName())) {
        Blocking.sleep(BLOCK_MILLIS);
      }
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream stream = Cause.class.getResourceAsStream(file)) {
        byte[] content = stream == null ? new byte[0] : stream.readAllBytes();
        return defineClass(name, content, 0, content.length);
      } catch (IOException missing) {
        throw new ClassNotFoundException(name, missing);
      }
    }
  }

  /** Reads a pipe that a platform thread opens for writing after a while. */
  static void readPipe() throws Exception {
    Path directory = Files.createTempDirectory("anteroom-pipe");
    Path pipe = directory.resolve("pipe");
    Recorded.command(directory, "mkfifo", pipe.toString());
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  Blocking.sleep(BLOCK_MILLIS);
                  try {
                    Files.writeString(pipe, "x");
                  } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                  }
                });
    Files.readString(pipe);
    writer.join();
    Files.delete(pipe);
    Files.delete(directory);
  }
}
