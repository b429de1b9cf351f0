package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.observe.watch.Target;
import io.anteroom.observe.watch.ThreadsNow;
import io.anteroom.observe.watch.WatchEnding;
import io.anteroom.observe.watch.WatchExpectation;
import io.anteroom.observe.watch.WatchFigures;
import io.anteroom.observe.watch.WatchResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchReportTest {
  private static final long SECOND = 1_000_000_000;

  /** Many short pins, none of which is long enough to be held at the end. */
  private static WatchResult pinned(long totalNanos, int carriers) {
    return watched(
        totalNanos,
        new ThreadsNow(carriers, 0, List.of(), 0, null, List.of(), List.of(), List.of()));
  }

  private static WatchResult watched(long totalNanos, ThreadsNow now) {
    return new WatchResult(
        WatchResult.SCHEMA,
        WatchEnding.OVER,
        new WatchResult.Session(
            "2026-01-01T00:00:00Z", 10 * SECOND, "pinning", new Target(7, 21, "21", "VM", "Main")),
        null,
        new WatchFigures(
            new WatchFigures.Blocked(50, totalNanos, SECOND / 2, List.of()),
            null,
            8L,
            0L,
            0,
            0,
            now),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "19, 2, ! virtual threads that waited held the carriers for 95%, ? watched for 10.0s, 95%",
    "25, 2, ! virtual threads that waited held the carriers for 100%, ? watched for 10.0s,"
        + " 100%",
    "5, 2, ✓ watched for 10.0s, ✓ watched for 10.0s, 25%",
  })
  void carriersThatWereHeldMostOfTheTimeAreNoAllClear(
      long seconds, int carriers, String first, String second, String share) {
    WatchResult result = pinned(seconds * SECOND, carriers);

    assertThat(new WatchReport(Style.PLAIN).text(result, List.of()))
        .contains("\n" + first)
        .contains("\n" + second)
        .contains(" · " + share + " of the carriers' time");
    assertThat(
            WatchExpectation.parse("pinning.carrierShare < 30%")
                .evaluate(result)
                .judgement()
                .name())
        .isEqualTo(seconds == 5 ? "MET" : "NOT_MET");
  }

  @Test
  void whatWasAskedForAndCouldNotBeSeenIsNoAllClear() {
    String note = "no thread dump: less than 2 GB is free in /tmp";
    ThreadsNow without =
        new ThreadsNow(2, 0, List.of(), 0, null, List.of(), List.of(), List.of(note));
    WatchResult result = watched(0, without);
    assertThat(new WatchReport(Style.PLAIN).text(result, List.of()))
        .contains("\n? " + note + "\n? watched for 10.0s")
        .doesNotContain("✓");
    assertThat(WatchExpectation.parse("threads.waiting < 5").evaluate(result).reason())
        .isEqualTo(note);
    assertThat(
            new WatchReport(Style.PLAIN)
                .text(watched(0, ThreadsNow.unseen("nobody answers")), List.of()))
        .contains("\n? watched for 10.0s")
        .doesNotContain("✓");
  }
}
