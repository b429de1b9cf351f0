package io.anteroom.observe.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.AssertionFailedError;

/** Which tests fail, on which JDK, and what the failure says. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PinningExtensionTest {
  private static final boolean MONITORS_PIN = Runtime.version().feature() < 24;

  @NoPinning
  static class EachCause {
    @Test
    void sleepsPlainly() throws Exception {
      Pins.sleepPlainly();
    }

    @Test
    void parksInInitialiser() throws Exception {
      Pins.parkInInitialiser();
    }

    @Test
    void sleepsInSynchronized() throws Exception {
      Pins.sleepInSynchronized();
    }

    @Test
    void waitsInMonitor() throws Exception {
      Pins.objectWait();
    }

    @Test
    void entersMonitor() throws Exception {
      Pins.enterContendedMonitor();
    }
  }

  @Test
  void everyCauseThatHoldsACarrierOnThisJdkFailsItsTest() {
    TestRun run = TestRun.of(EachCause.class);
    assertThat(run.passed()).isEqualTo(MONITORS_PIN ? 1 : 4);
    assertThat(run.message("parksInInitialiser"))
        .startsWith("@NoPinning on JDK " + Runtime.version().feature())
        .contains("virtual threads held their carriers once, ", " ms in all; never allowed")
        .contains(Pins.Slow.class.getName() + ".<clinit>:")
        .containsPattern("(?m)<clinit>:\\d+: .*<clinit>.*: once, \\d+\\.\\d{3} ms in all, longest");
    assertThat(run.failure("parksInInitialiser")).isInstanceOf(AssertionFailedError.class);
    if (MONITORS_PIN) {
      assertThat(run.message("sleepsInSynchronized"))
          .contains(Pins.class.getName() + ".sleepInMonitor:", "in a synchronized, native or VM");
      assertThat(run.message("waitsInMonitor"))
          .contains(Pins.class.getName() + ".waitOnMonitor:", "in Object.wait");
      assertThat(run.message("entersMonitor"))
          .contains(Pins.class.getName() + ".enter:", "entering a contended monitor");
    }
  }

  static class OneIsMarked {
    @Test
    void unmarked() throws Exception {
      Pins.parkInInitialiser();
    }

    @Test
    @NoPinning
    void marked() throws Exception {
      Pins.parkInInitialiser();
    }
  }

  @Test
  void onAMethodItHoldsForThatMethod() {
    TestRun run = TestRun.of(OneIsMarked.class);
    assertThat(run.passed()).isEqualTo(1);
    assertThat(run.message("marked()")).contains("held their carriers once");
  }

  @NoPinning
  static class AroundEach {
    @BeforeEach
    void before() throws Exception {
      Pins.parkInInitialiser();
    }

    @Test
    void test() {}

    @AfterEach
    void after() throws Exception {
      Pins.parkInInitialiser();
    }
  }

  @Test
  void whatIsDoneBeforeAndAfterEachTestBelongsToIt() {
    assertThat(TestRun.of(AroundEach.class).message("test"))
        .contains("held their carriers 2 times");
  }

  @NoPinning
  static class FailsByItself {
    @Test
    void fails() throws Exception {
      Pins.parkInInitialiser();
      throw new IllegalStateException("the test's own failure");
    }

    @Test
    void aborts() throws Exception {
      Pins.parkInInitialiser();
      Assumptions.abort("not here");
    }
  }

  @Test
  void theFailureOfTheTestItselfComesFirst() {
    TestRun run = TestRun.of(FailsByItself.class);
    assertThat(run.failure("fails")).hasMessage("the test's own failure");
    assertThat(run.failure("fails").getSuppressed())
        .singleElement()
        .satisfies(ours -> assertThat(ours).hasMessageContaining("held their carriers once"));
  }

  @Test
  void anAbortedTestIsNotJudged() {
    TestRun run = TestRun.of(FailsByItself.class);
    assertThat(run.failed()).isEqualTo(1);
    assertThat(run.aborted()).isEqualTo(1);
  }

  @NoPinning
  static class ManySites {
    @Test
    void test() throws Exception {
      Pins.parkInInitialiser();
      Pins.onVirtualThread(() -> Sites.initialise());
    }
  }

  @Test
  void aFewSitesAreNamedTheOthersCounted() {
    assertThat(TestRun.of(ManySites.class).message("test"))
        .contains("held their carriers 8 times")
        .contains("and 3 more")
        .hasLineCount(7);
  }
}
