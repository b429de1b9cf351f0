package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds that take longer for a while. */
final class SlowdownTest {
  /** From 100 ns to 140 ns everything takes four times as long: 10 ns of a hold get done. */
  private static final Slowdown SLOW = new Slowdown(Duration.ofNanos(100), Duration.ofNanos(40), 4);

  @ParameterizedTest
  @CsvSource({
    // before, up to the beginning
    "0, 50, 50",
    "50, 50, 50",
    // from before into it, and out of it again
    "50, 51, 54",
    "90, 15, 30",
    "90, 20, 50",
    "90, 100, 130",
    // from within it, and out of it
    "100, 1, 4",
    "100, 10, 40",
    "100, 11, 41",
    "120, 4, 16",
    "120, 30, 45",
    "139, 10, 11",
    // after it
    "140, 10, 10",
    "1000, 10, 10",
    // nothing to do
    "120, 0, 0"
  })
  void thePartOfAHoldThatFallsIntoItIsStretched(long from, long hold, long lasts) {
    assertThat(SLOW.stretchedNanos(from, hold)).isEqualTo(lasts);
  }

  @Test
  void whoEntersLaterLeavesLater() {
    for (long hold = 1; hold < 100; hold += 7) {
      for (long from = 0; from < 200; from++) {
        assertThat(from + 1 + SLOW.stretchedNanos(from + 1, hold))
            .isGreaterThanOrEqualTo(from + SLOW.stretchedNanos(from, hold));
      }
    }
  }

  @Test
  void aStallEndsWithItsPeriodHoweverManyAreInIt() {
    Slowdown stall = new Slowdown(Duration.ofSeconds(1), Duration.ofSeconds(2), 1e6);
    long left = 1_500_000_000 + stall.stretchedNanos(1_500_000_000, 5_000_000);
    assertThat(left).isBetween(3_004_998_000L, 3_005_000_000L);
  }

  @Test
  void longTimesDoNotOverflow() {
    Slowdown ever = new Slowdown(Duration.ZERO, DurationText.LONGEST, 1e6);
    assertThat(ever.stretchedNanos(0, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(ever.stretchedNanos(Long.MAX_VALUE / 2, 5)).isEqualTo(5);
  }

  @Test
  void isWrittenAsItIsRead() {
    String text = "at=20s,for=1.5s,factor=2.5";
    Scenario scenario = Given.scenario("slowdown: " + text);
    assertThat(scenario.stay().slowdown())
        .isEqualTo(new Slowdown(Duration.ofSeconds(20), Duration.ofMillis(1500), 2.5));
    assertThat(ScenarioText.write(scenario)).contains("slowdown: " + text + "\n");
    assertThat(ScenarioText.write(Given.scenario("slowdown: none"))).doesNotContain("slowdown");
    assertThat(Given.scenario("slowdown: at=0s, for=1ms, factor=1").stay().slowdown()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slowdown: 5 | allowed: at=TIME,for=DURATION,factor=NUMBER, with a factor from 1",
        "slowdown: at=20s,factor=5 | allowed: at=TIME,for=DURATION,factor=NUMBER",
        "slowdown: at=20,for=20s,factor=5 | allowed: a number and a unit",
        "slowdown: at=20s,for=0s,factor=5 | allowed: longer than 0s",
        "slowdown: at=20s,for=1s,factor=0.5 | allowed: a factor from 1 to 1,000,000",
        "slowdown: at=20s,for=1s,factor=5x | allowed: a decimal number such as 1.5",
        "slowdown: at=1s,for=1s,factor=2\\n"
            + "activity: http\\n"
            + "url: http://localhost/ | it stretches holds that are drawn",
        "slowdown: at=1s,for=1s,factor=2\\n"
            + "clock: simulated\\n"
            + "warmup: auto | it looks for a steady state",
      })
  void whatIsNotAllowedIsSaid(String yaml, String said) {
    assertThatThrownBy(() -> Given.scenario(yaml.replace("\\n", "\n")))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("can't be")
        .hasMessageContaining(said);
  }
}
