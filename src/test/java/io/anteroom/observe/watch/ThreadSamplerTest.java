package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.threads.JvmThreads;
import io.anteroom.modes.clock.NanoClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.MBeanServerConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a JVM, this one, that stops to answer. */
class ThreadSamplerTest {
  private static final long SECOND = 1_000_000_000;

  private static final String DUMP = "#8 \"two\" virtual\n    shop.Main.buy(Main.java:7)\n";

  @TempDir private static Path folder;
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
                if (arguments.length > 1 && arguments[1].equals("dumpThreads")) {
                  Object[] given = (Object[]) arguments[2];
                  return Files.writeString(Path.of((String) given[0]), DUMP).toString();
                }
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
  private final ThreadSampler looks = looks(DumpChoice.NEVER);

  private ThreadSampler looks(DumpChoice choice) {
    Target target = new Target(ProcessHandle.current().pid(), 25, "25", "VM", "Main");
    return new ThreadSampler(
        threads, new TargetDumps(threads, target, folder.toString()), choice, clock);
  }

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

  /** The looks of the end take less than the two seconds of quiet that a dump needs there. */
  @Test
  void aDumpThatJdk25MayCrashOfIsTakenByWhoTakesTheRisk() throws Exception {
    ThreadsNow refused = looks(DumpChoice.ALWAYS).finish();
    assertThat(refused.waiting()).isNull();
    assertThat(refused.isClear()).isFalse();
    assertThat(refused.notes()).singleElement().asString().contains("--dump anyway");
    ThreadsNow taken = looks(DumpChoice.ANYWAY).finish();
    assertThat(taken.waiting()).isNotNull();
    assertThat(taken.notes()).isEmpty();
  }
}
