package io.anteroom.modes.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whatever a plugin does wrong is told in one line; an interrupt is not its fault. */
class PluginCallsTest {
  private static final PluginCalls FAILURES =
      new PluginCalls(
          "own",
          "own.jar",
          Fault.FAILED,
          Duration.ofMillis(50),
          PluginCallsTest.class.getClassLoader());

  @Test
  void aCallThatDoesNotReturnIsGivenUp() {
    assertThatThrownBy(() -> FAILURES.within("open", () -> waitFor(new CountDownLatch(1))))
        .isInstanceOf(PluginException.class)
        .hasMessage("plugin own (own.jar): open had not returned after 50ms");
  }

  private static String waitFor(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return "";
  }

  @Test
  void whatIsThrownIsOneShortLine() {
    PluginException told =
        FAILURES.threw("enter", new SQLException("no\nroom\u001b" + "x".repeat(900)));
    assertThat(told.getMessage())
        .startsWith("plugin own (own.jar): enter threw java.sql.SQLException: no room x")
        .hasSizeLessThan(320)
        .matches("[ -~]+");
    assertThat(told.fault()).isEqualTo(Fault.FAILED);
  }

  @Test
  void anInterruptThatIsWrappedIsAnInterrupt() {
    SQLException wrapped = new SQLException(new InterruptedException());
    assertThatThrownBy(() -> FAILURES.during("enter", wrapped, false))
        .isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> FAILURES.during("enter", new SQLException("closed"), true))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void whatIsThrownElseIsAFailure() throws InterruptedException {
    assertThat(FAILURES.during("enter", new SQLException("no"), false))
        .isInstanceOf(PluginException.class);
  }

  @Test
  void whereItWasThrownIsSaidIfThatIsKnown() {
    assertThat(FAILURES.threw("enter", new SQLException("no")).getMessage())
        .startsWith("plugin own (own.jar): enter threw java.sql.SQLException: no at ")
        .contains("PluginCallsTest.java:");
    SQLException nowhere = new SQLException("no");
    nowhere.setStackTrace(new StackTraceElement[0]);
    assertThat(FAILURES.threw("enter", nowhere).getMessage()).endsWith("SQLException: no");
  }

  /** Libraries look for their drivers and their settings there. */
  @Test
  void aPluginFindsItsOwnClassesByTheContext() throws InterruptedException {
    ClassLoader own = new ClassLoader(null) {};
    PluginCalls calls = new PluginCalls("own", "own.jar", Fault.FAILED, own);
    ClassLoader found = calls.within("open", () -> Thread.currentThread().getContextClassLoader());
    assertThat(found).isSameAs(own);
  }
}
