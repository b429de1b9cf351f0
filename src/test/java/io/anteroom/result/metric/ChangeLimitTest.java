package io.anteroom.result.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeLimitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait.p99 +10%  | wait.p99 +10%  | 100 | 110 | true",
        "wait.p99+10%   | wait.p99 +10%  | 100 | 109 | false",
        "wait.p99 + 10 %| wait.p99 +10%  | 100 | 90  | false",
        "throughput -5% | throughput -5% | 100 | 95  | true",
        "throughput -5% | throughput -5% | 100 | 106 | false",
        "wait.p50 +5ms  | wait.p50 +5ms  | 1e6 | 6e6 | true",
        "wait.p50 +5ms  | wait.p50 +5ms  | 1e6 | 5e6 | false",
        "wait.p50 +0%   | wait.p50 +0%   | 5   | 5   | false",
        "abandoned +10% | abandoned +10% | 0   | 0.1 | true",
        "abandoned +0.2 | abandoned +0.2 | 0   | 0.1 | false",
        "throughput -9/s| throughput -9/s| 99  | 90  | true",
        "violations +1  | violations +1  | 0   | 1   | true",
      })
  void saysWhetherAChangeIsTooMuch(
      String text, String notation, double before, double after, boolean reached) {
    ChangeLimit limit = ChangeLimit.parse(text);
    assertThat(limit).hasToString(notation);
    assertThat(limit.reached(before, after)).isEqualTo(reached);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "wait.p99",
        "wait.p99 10%",
        "wait.p99 +",
        "wait.p99 +%",
        "wait.p99 +-10%",
        "wait.p99 +10",
        "wait.p99 +10parsecs",
        "wait.p99 +1e3%",
        "throughput +5ms",
        "+10%",
        "wait.p99 < 5ms",
      })
  void whatIsNotAllowedIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> ChangeLimit.parse(text))
        .isInstanceOf(InvalidExpectationException.class)
        .message()
        .hasLineCount(1)
        .hasSizeLessThan(250);
  }

  @Test
  void aWrongNameGetsTheNearestOne() {
    assertThatThrownBy(() -> ChangeLimit.parse("wiat.p99 +10%"))
        .hasMessageContaining("did you mean wait.p99?");
  }

  @Test
  void whatIsWrittenIsReadAgainAndGarbageIsRefused() {
    SplittableRandom random = new SplittableRandom(20261122);
    List<Metric> metrics = Metrics.all();
    int accepted = 0;
    for (int i = 0; i < 50_000; i++) {
      String name = metrics.get(random.nextInt(metrics.size())).name();
      String valid =
          name + (random.nextBoolean() ? " +" : " -") + random.nextInt(100_000) / 10.0 + "%";
      assertThat(ChangeLimit.parse(valid)).hasToString(valid);
      accepted += readAgain(Mutations.of(valid, random)) ? 1 : 0;
    }
    assertThat(accepted).isBetween(1, 49_999);
  }

  private static boolean readAgain(String text) {
    ChangeLimit limit;
    try {
      limit = ChangeLimit.parse(text);
    } catch (InvalidExpectationException refused) {
      assertThat(refused).message().hasLineCount(1);
      return false;
    }
    assertThat(ChangeLimit.parse(limit.toString())).hasToString(limit.toString());
    return true;
  }
}
