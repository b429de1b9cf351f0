package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.measure.flight.FlightSettings;
import io.anteroom.result.metric.InvalidExpectationException;
import io.anteroom.result.metric.Verdict.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchExpectationTest {
  private static WatchResult result(WatchFigures.Blocked pinning, List<String> gaps) {
    return new WatchResult(
        WatchResult.SCHEMA,
        WatchEnding.OVER,
        new WatchResult.Session(
            "2026-01-01T00:00:00Z", 5, "pinning", new Target(7, 25, "25", "VM", "Main")),
        null,
        new WatchFigures(pinning, null, null, 0L, 0, 0, null),
        gaps,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static final WatchFigures.Blocked THREE =
      new WatchFigures.Blocked(3, 9_000_000, 5_000_000, List.of());

  private static Judgement judge(String condition, List<String> gaps) {
    return WatchExpectation.parse(condition).evaluate(result(THREE, gaps)).judgement();
  }

  @ParameterizedTest
  @CsvSource({
    "pinning.count == 3, MET",
    "pinning.count == 0, NOT_MET",
    "pinning.count < 3, NOT_MET",
    "pinning.total <= 9ms, MET",
    "pinning.max < 5ms, NOT_MET",
    "contention.count == 0, NOT_JUDGED"
  })
  void judgesWhatWasSeen(String condition, Judgement judgement) {
    assertThat(judge(condition, List.of())).isEqualTo(judgement);
  }

  @ParameterizedTest
  @CsvSource({
    "pinning.count == 3, NOT_JUDGED",
    "pinning.count == 4, NOT_JUDGED",
    "pinning.count == 2, NOT_MET",
    "pinning.count < 3, NOT_MET",
    "pinning.count < 4, NOT_JUDGED",
    "pinning.count > 2, MET",
    "pinning.count > 3, NOT_JUDGED"
  })
  void judgesOnlyWhatCanBeToldWhereThereMayHaveBeenMore(String condition, Judgement judgement) {
    assertThat(judge(condition, List.of("it was cut short"))).isEqualTo(judgement);
  }

  @Test
  void saysWhatItWas() {
    WatchVerdict verdict =
        WatchExpectation.parse("pinning.max<5ms").evaluate(result(THREE, List.of()));
    assertThat(verdict.text()).isEqualTo("pinning.max < 5ms: not met, it was 5.00ms");
    assertThat(verdict.met()).isFalse();
  }

  @Test
  void theJsonIsReadAgain() {
    WatchExpectation expectation = WatchExpectation.parse("pinning.count == 0");
    WatchResult result = result(THREE, List.of());
    WatchResult judged = result.with(List.of(expectation.evaluate(result)));
    assertThat(WatchResult.JSON.read(WatchResult.JSON.write(judged))).isEqualTo(judged);
    assertThat(WatchResult.JSON.write(judged)).contains("\"contention\": null", "\"not met\"");
  }

  @Test
  void aWatchFromBeforeThreadsWereLookedAtIsStillRead() throws IOException {
    try (InputStream first =
        WatchResult.class.getResourceAsStream(
            "/io/anteroom/result/store/schema-1/first-watch.json")) {
      WatchResult result =
          WatchResult.JSON.read(
              new String(Objects.requireNonNull(first).readAllBytes(), StandardCharsets.UTF_8));
      assertThat(result.seen().now()).isNull();
      assertThat(WatchExpectation.parse("carriers.held == 0").evaluate(result).judgement())
          .isEqualTo(Judgement.NOT_JUDGED);
    }
  }

  @Test
  void whatStoodStillAtTheEndKeepsUpperLimitsFromBeingMet() {
    ThreadsNow now =
        new ThreadsNow(
            2,
            0,
            List.of(
                new ThreadsNow.Held(
                    "worker-1", "#7", "a.B.c:1", 3_000_000_000L, List.of(), List.of())),
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    WatchFigures seen = new WatchFigures(THREE, null, null, 0L, 0, 0, null).with(now);
    assertThat(WatchGaps.of(FlightSettings.of("pinning"), 25, WatchEnding.OVER, seen).pinning())
        .containsExactly("1 carrier was held at the end");
    assertThat(
            WatchGaps.of(FlightSettings.of("pinning"), 25, WatchEnding.OVER, seen.with(null))
                .pinning())
        .isEmpty();
  }

  @Test
  void whatTheRecorderLostKeepsUpperLimitsFromBeingMet() {
    WatchFigures seen = new WatchFigures(THREE, THREE, null, 0L, 0, 12_345, null);
    WatchGaps gaps = WatchGaps.of(FlightSettings.of("pinning"), 21, WatchEnding.OVER, seen);
    assertThat(gaps.pinning()).containsExactly("the recorder lost events of 12,345 bytes");
    assertThat(gaps.contention()).isEqualTo(gaps.pinning());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pinning", "pinning.count", "wait.p99 < 5ms", "pinning.max < 5"})
  void refusesWhatIsNoCondition(String text) {
    assertThatThrownBy(() -> WatchExpectation.parse(text))
        .isInstanceOf(InvalidExpectationException.class)
        .hasMessageNotContaining("\n");
  }
}
