package io.anteroom.modes.activity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps in a comparison that the C library's {@code qsort} calls back, which pins the carrier: a
 * native frame can't be unmounted. Safe for any number of threads: each has its hold in a
 * thread-local.
 */
final class NativeActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(
          "native",
          "Sleeps in a call back from native code, which pins the carrier",
          scenario -> new NativeActivity());

  /** One visit, handed over to the comparison. For one thread. */
  private static final class Stay {
    private long holdNanos;
    private @Nullable Throwable failure;

    Stay(long holdNanos) {
      this.holdNanos = holdNanos;
    }
  }

  private static final ThreadLocal<@Nullable Stay> STAY = new ThreadLocal<>();

  private final MethodHandle sort;

  NativeActivity() throws UnsupportedActivityException {
    sort = NativeSort.bind("qsort", comparison());
  }

  private static MethodHandle comparison() {
    try {
      return MethodHandles.lookup()
          .findStatic(NativeActivity.class, "compare", MethodType.methodType(int.class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Sleeps the hold in the first comparison of a visit, and finds the elements equal. Called from
   * native code only.
   */
  static int compare() {
    Stay stay = STAY.get();
    if (stay == null) {
      return 0;
    }
    try {
      long holdNanos = stay.holdNanos;
      stay.holdNanos = 0;
      TimeUnit.NANOSECONDS.sleep(holdNanos);
    } catch (Throwable failure) {
      // Whatever is thrown into native code ends the JVM.
      stay.failure = failure;
    }
    return 0;
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException {
    if (holdNanos <= 0) {
      return;
    }
    Stay stay = new Stay(holdNanos);
    STAY.set(stay);
    try {
      sort.invokeExact();
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      STAY.remove();
    }
    rethrow(stay.failure);
  }

  private static void rethrow(@Nullable Throwable failure) throws InterruptedException {
    switch (failure) {
      case null -> {}
      case InterruptedException interruption -> throw interruption;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {}
}
