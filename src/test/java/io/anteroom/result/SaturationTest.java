package io.anteroom.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.RunResult.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an open model got more persons than could be served, and when it only looks like it. */
class SaturationTest {
  private static final long SECOND = 1_000_000_000;
  private static final int ROOMS = 2;

  /** A run of eight seconds, of which the first two are the warm-up. */
  private static Offer offer(long arrivals, long ended, long waiting) {
    return new Offer(arrivals, ended, 2 * SECOND, 8 * SECOND, waiting, 0);
  }

  /** So many persons wait in each second. */
  private static List<Interval> line(double... waiting) {
    List<Interval> intervals = new ArrayList<>();
    for (double each : waiting) {
      int second = intervals.size();
      intervals.add(new Interval(second, second + 1.0, each, ROOMS, 0, 0, 0, 0));
    }
    return intervals;
  }

  private static String explanation(Offer offer, double holdMillis, List<Interval> intervals) {
    return new Saturation(offer, ROOMS, holdMillis * 1e6, intervals).explanation();
  }

  private static final List<Interval> GROWS = line(9, 9, 10, 20, 30, 40, 50, 60);

  /** 100 arrivals a second that stay for 25 ms each keep 2.5 rooms busy. */
  @Test
  void moreLoadThanRoomsAndALineThatGrowsIsSaturated() {
    assertThat(explanation(offer(600, 480, 60), 25, GROWS))
        .contains("100.0/s and so kept 2.5 rooms busy on average; there are 2")
        .contains("The line grew to the end (60 waiting)");
  }

  /** The same at exactly the rooms' capacity. */
  @Test
  void asMuchLoadAsRoomsIsTooMuch() {
    assertThat(explanation(offer(600, 599, 60), 20, GROWS)).contains("kept 2.0 rooms busy");
    assertThat(explanation(offer(600, 599, 60), 19.9, GROWS)).isEmpty();
  }

  /** 100 arrivals a second that stay for 10 ms keep one room busy, but only 90 are served. */
  @Test
  void aShortfallWithALineThatGrowsIsSaturatedThoughTheRoomsWouldDo() {
    assertThat(explanation(offer(600, 540, 60), 10, GROWS))
        .contains("100.0/s, but only 90.0/s were served, with 2 rooms for a load of 1.0")
        .contains("something other than the rooms is the bottleneck");
    assertThat(explanation(offer(600, 569, 60), 10, GROWS)).isNotEmpty();
    assertThat(explanation(offer(600, 570, 60), 10, GROWS)).isEmpty();
  }

  @Test
  void aLineThatDoesNotGrowToTheEndIsNot() {
    Offer tooMuch = offer(600, 480, 60);
    assertThat(explanation(tooMuch, 25, line(9, 9, 10, 20, 30, 50, 45, 40))).isEmpty();
    assertThat(explanation(tooMuch, 25, line(9, 9, 60, 50, 40, 45, 60, 70))).isEmpty();
    assertThat(explanation(tooMuch, 25, line(9, 9, 40, 40, 41, 42, 43, 44))).isEmpty();
    assertThat(explanation(offer(600, 480, ROOMS), 25, GROWS)).isEmpty();
    assertThat(explanation(offer(600, 480, ROOMS + 1), 25, GROWS)).isNotEmpty();
  }

  /** While the line of the warm-up falls, that of the measured part grows. */
  @Test
  void onlyTheLineOfTheMeasuredPartCounts() {
    assertThat(explanation(offer(600, 480, 60), 25, line(999, 500, 10, 20, 30, 40, 50, 60)))
        .isNotEmpty();
    assertThat(explanation(offer(600, 480, 60), 25, line(9, 9, 10, 20, 30, 40, 50, 60, 20, 0)))
        .isNotEmpty();
  }

  /** Fewer than four intervals show no growth: then a tenth of the arrivals may not wait. */
  @Test
  void aShortRunIsJudgedByThoseWhoWaitAtItsEnd() {
    Offer few = new Offer(100, 80, 0, SECOND, 11, 0);
    assertThat(explanation(few, 25, line(9))).contains("The line grew to the end (11 waiting)");
    assertThat(explanation(new Offer(100, 80, 0, SECOND, 10, 0), 25, line(9))).isEmpty();
  }

  @Test
  void personsLetInTooLateSaturateTheMachine() {
    Offer late = new Offer(600, 600, 0, 8 * SECOND, 0, SECOND / 12);
    assertThat(explanation(late, 1, line(0)))
        .contains("The last person was let in 83.3 ms late", "this machine can't start persons");
    Offer inTime = new Offer(600, 600, 0, 8 * SECOND, 0, SECOND / 13);
    assertThat(explanation(inTime, 1, line(0))).isEmpty();
  }

  @Test
  void aRunWithoutArrivalsIsNot() {
    assertThat(explanation(new Offer(0, 0, 0, 0, 0, SECOND), 25, List.of())).isEmpty();
  }
}
