package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.threads.JvmThreads;
import io.anteroom.modes.clock.NanoClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.management.MBeanServerConnection;
import org.junit.jupiter.api.Test;

/** Looks at a JVM, this one, that stops to answer. */
class ThreadSamplerTest {
  private static final long SECOND = 1_000_000_000;

  private boolean silent;
  private int asked;
  private final SetClock clock = new SetClock();
  private final MBeanServerConnection beans =
      (MBeanServerConnection)
          Proxy.newProxyInstance(
              ThreadSamplerTest.class.getClassLoader(),
              new Class<?>[] {MBeanServerConnection.class},
              (proxy, method, arguments) -> {
                asked++;
                if (silent) {
                  throw new IOException("nobody there");
                }
                try {
                  return method.invoke(ManagementFactory.getPlatformMBeanServer(), arguments);
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              });
  private final JvmThreads threads = JvmThreads.of(beans);
  private final ThreadSampler looks =
      new ThreadSampler(
          threads,
          new TargetDumps(threads, new Target(1, 25, "25", "VM", "Main"), "/tmp"),
          DumpChoice.NEVER,
          clock);

  /** Its time passes when somebody sleeps. */
  private static final class SetClock implements NanoClock {
    private long now = 1;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void sleepNanos(long nanos) {
      now += nanos;
    }

    @Override
    public void parkUntil(long deadlineNanos) {
      now = deadlineNanos;
    }

    @Override
    public void spinUntil(long deadlineNanos) {
      now = deadlineNanos;
    }
  }

  private void lookForSeconds(int seconds) {
    for (int second = 0; second < seconds; second++) {
      looks.lookNowAndThen();
      clock.sleepNanos(SECOND);
    }
  }

  @Test
  void looksOfBeforeAreNotTakenForThoseOfTheEnd() throws Exception {
    lookForSeconds(5);
    silent = true;
    ThreadsNow end = looks.finish();
    assertThat(end.isSeen()).isFalse();
    assertThat(end.gaps().getFirst()).contains("could not be looked at", "nobody there");
  }

  @Test
  void whoAnswersAgainIsSeenAtTheEnd() throws Exception {
    silent = true;
    lookForSeconds(2);
    silent = false;
    assertThat(looks.finish().isSeen()).isTrue();
  }

  @Test
  void aLookThatFailedIsNotTriedAgainAtOnce() {
    silent = true;
    looks.lookNowAndThen();
    int once = asked;
    clock.sleepNanos(SECOND / 5);
    looks.lookNowAndThen();
    assertThat(asked).isEqualTo(once);
    clock.sleepNanos(SECOND);
    looks.lookNowAndThen();
    assertThat(asked).isGreaterThan(once);
  }
}
