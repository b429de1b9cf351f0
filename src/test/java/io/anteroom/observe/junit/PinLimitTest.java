package io.anteroom.observe.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the annotations allow, and which one holds. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PinLimitTest {
  static class Limits {
    @MaxPins(2)
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void upToTwo(int times) throws Exception {
      pin(times);
    }
  }

  @Test
  void asManyAsAllowedPassOneMoreFails() {
    TestRun run = TestRun.of(Limits.class);
    assertThat(run.passed()).isEqualTo(2);
    assertThat(run.message("3"))
        .contains("@MaxPins(2) on JDK", "held their carriers 3 times", "2 times at most allowed");
  }

  static class Thresholds {
    @Test
    @NoPinning(threshold = "1 ms")
    void longEnough() throws Exception {
      pin(2);
    }

    @Test
    @NoPinning(threshold = "100s")
    void tooShort() throws Exception {
      pin(2);
    }

    @Test
    @MaxPins(value = 1, threshold = "1 us")
    void longEnoughTwice() throws Exception {
      pin(2);
    }
  }

  @Test
  void shorterThanTheThresholdDoesNotCount() {
    TestRun run = TestRun.of(Thresholds.class);
    assertThat(run.passed()).isEqualTo(1);
    assertThat(run.message("longEnough()"))
        .contains("@NoPinning with threshold 1 ms on JDK", "held their carriers 2 times");
    assertThat(run.message("longEnoughTwice")).contains("once at most allowed");
  }

  @NoPinning
  static class Outer {
    @Test
    void ofTheClass() throws Exception {
      pin(1);
    }

    @Test
    @MaxPins(1)
    void ofTheMethod() throws Exception {
      pin(1);
    }

    @Nested
    class Inner {
      @Test
      void ofTheEnclosingClass() throws Exception {
        pin(1);
      }
    }

    @Nested
    @MaxPins(1)
    class InnerWithItsOwn {
      @Test
      void ofTheNearestClass() throws Exception {
        pin(1);
      }

      @Test
      void ofTheNearestClassTwice() throws Exception {
        pin(2);
      }
    }
  }

  static class Heir extends Outer {}

  @Test
  void theNearestLimitHolds() {
    TestRun run = TestRun.of(Outer.class);
    assertThat(run.passed()).isEqualTo(2);
    assertThat(run.message("ofTheClass")).startsWith("@NoPinning");
    assertThat(run.message("ofTheEnclosingClass")).startsWith("@NoPinning");
    assertThat(run.message("ofTheNearestClassTwice")).startsWith("@MaxPins(1)");
  }

  @Test
  void aSubclassInherits() {
    assertThat(TestRun.of(Heir.class).message("ofTheClass")).startsWith("@NoPinning");
  }

  static class NotAllowed {
    @Test
    @NoPinning(threshold = "5")
    void withoutUnit() {}

    @Test
    @MaxPins(-1)
    void negative() {}

    @Test
    @NoPinning
    @MaxPins(1)
    void both() {}
  }

  @Test
  void valuesThatAreNotAllowedAreNamed() {
    TestRun run = TestRun.of(NotAllowed.class);
    assertThat(run.message("withoutUnit"))
        .contains("@NoPinning on", "withoutUnit", "threshold is '5'", "such as 5 ms");
    assertThat(run.message("negative")).contains("@MaxPins(-1) on", "write 0 or more");
    assertThat(run.message("both")).contains("@NoPinning and @MaxPins stand together", "keep one");
  }

  private static void pin(int times) throws InterruptedException {
    for (int time = 0; time < times; time++) {
      Pins.parkInInitialiser();
    }
  }
}
