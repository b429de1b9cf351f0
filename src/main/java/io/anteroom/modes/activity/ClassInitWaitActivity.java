package io.anteroom.modes.activity;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.clock.WallClock;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Uses a fresh class that a platform thread is initialising, and so waits until that is over: up to
 * JDK 25 the wait pins the carrier, from JDK 26 on it does not (JDK-8369238, for interpreted code).
 * Safe for any number of threads: no two persons share a class, and each has an initialising thread
 * to itself, so there are never more of these than persons in rooms.
 *
 * <p>The JVM does not end that wait for an interrupt. The initialising thread looks for one.
 */
final class ClassInitWaitActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(
          "class-init-wait",
          "Waits for a class that another thread initialises",
          scenario -> new ClassInitWaitActivity(new WallClock()));

  private static final String AWAITED = AwaitedClass.class.getName();
  private static final String AWAITING = AwaitingClass.class.getName();

  /** An interrupt is seen so late at most. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** Loads the two classes of one visit. Its {@code run} is what the initialiser does. */
  private static final class FreshLoader extends ClassLoader implements Runnable {
    private final CountDownLatch initialising = new CountDownLatch(1);
    private final CountDownLatch needed = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private final NanoClock clock;
    private final Thread person;

    /** Written before {@link #needed} is counted down. */
    private long dueNanos;

    FreshLoader(ClassInitWaitActivity activity, Thread person) {
      super(ClassInitWaitActivity.class.getClassLoader());
      this.clock = activity.clock;
      this.person = person;
      defineClass(AWAITED, activity.awaited, 0, activity.awaited.length);
      defineClass(AWAITING, activity.awaiting, 0, activity.awaiting.length);
    }

    @Override
    public void run() {
      initialising.countDown();
      try {
        needed.await();
        long restNanos = dueNanos - clock.nanoTime();
        while (restNanos > 0
            && !person.isInterrupted()
            && !left.await(Math.min(restNanos, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
          restNanos = dueNanos - clock.nanoTime();
        }
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }

    /** Waits until the class is initialised, in the calling thread. */
    void use(long holdNanos) throws InterruptedException {
      initialising.await();
      Runnable user = user();
      dueNanos = clock.nanoTime() + holdNanos;
      needed.countDown();
      user.run();
    }

    /** Lets the initialiser end, wherever it is. */
    void leave() {
      left.countDown();
      needed.countDown();
    }

    void initialise() {
      try {
        // Finds the class that this loader has defined, before any parent is asked.
        Class.forName(AWAITED, true, this);
      } catch (ClassNotFoundException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private Runnable user() {
      try {
        return loadClass(AWAITING).asSubclass(Runnable.class).getConstructor().newInstance();
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private final NanoClock clock;
  private final byte[] awaited;
  private final byte[] awaiting;
  private final ExecutorService initialisers =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("anteroom-initialiser-", 0).factory());

  ClassInitWaitActivity(NanoClock clock) throws IOException {
    this.clock = clock;
    this.awaited = ClassInitActivity.template(AwaitedClass.class);
    this.awaiting = ClassInitActivity.template(AwaitingClass.class);
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException {
    if (holdNanos <= 0) {
      return;
    }
    FreshLoader loader = new FreshLoader(this, Thread.currentThread());
    initialisers.execute(loader::initialise);
    try {
      loader.use(holdNanos);
    } finally {
      loader.leave();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public void close() {
    initialisers.shutdownNow();
    initialisers.close();
  }
}
