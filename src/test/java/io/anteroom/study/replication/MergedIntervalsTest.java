package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many replications there are, their log is short and lacks nothing. */
class MergedIntervalsTest {
  private static final int MOST = 4;

  private static List<Run> runs(int count) {
    Scenario scenario =
        Simulated.scenario(
            "mode=semaphore-fair rooms=2 arrivals=poisson:90/s hold=exponential:20ms visits=50");
    List<Run> runs = new ArrayList<>();
    for (int seed = 1; seed <= count; seed++) {
      runs.add(Simulated.brief(scenario.withSeed(seed)));
    }
    return runs;
  }

  private static List<IntervalRecord> merged(List<Run> runs) {
    MergedIntervals intervals = new MergedIntervals(MOST);
    runs.forEach(intervals::add);
    return intervals.without(List.of());
  }

  private static long end(List<Run> runs) {
    return runs.stream().mapToLong(run -> run.intervals().getLast().endNanos()).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 7, 8, 9, 16, 21})
  void nothingIsLost(int count) {
    List<Run> runs = runs(count);
    List<IntervalRecord> merged = merged(runs);
    assertThat(merged).hasSizeLessThanOrEqualTo(MOST);
    Histograms all = Histograms.empty();
    Histograms inLog = Histograms.empty();
    runs.forEach(run -> all.add(run.histograms()));
    long atNanos = 0;
    for (IntervalRecord interval : merged) {
      assertThat(interval.startNanos()).isEqualTo(atNanos);
      atNanos = interval.endNanos();
      interval.histograms().keySet().forEach(kind -> add(interval, kind, inLog));
    }
    assertThat(atNanos).isEqualTo(end(runs));
    for (DurationKind kind : DurationKind.values()) {
      assertThat(inLog.of(kind)).isEqualTo(all.of(kind));
    }
  }

  private static void add(IntervalRecord interval, DurationKind kind, Histograms to) {
    to.of(kind).add(interval.histogram(kind));
  }

  @Test
  void fewRunsHaveAnIntervalEach() {
    List<Run> runs = runs(3);
    List<IntervalRecord> merged = merged(runs);
    assertThat(merged).hasSize(3);
    for (int run = 0; run < 3; run++) {
      assertThat(merged.get(run).histogram(DurationKind.WAIT))
          .isEqualTo(runs.get(run).histograms().wait);
    }
  }

  @Test
  void anIntervalOfSeveralRunsHoldsThoseThatFollowOnOneAnother() {
    List<Run> runs = runs(9);
    List<IntervalRecord> merged = merged(runs);
    // Eight runs are four intervals at first, then two; the ninth one begins the third.
    assertThat(merged).hasSize(3);
    assertThat(merged.get(0).endNanos()).isEqualTo(end(runs.subList(0, 4)));
    assertThat(merged.get(1).endNanos()).isEqualTo(end(runs.subList(0, 8)));
    assertThat(merged.get(2).histogram(DurationKind.WAIT)).isEqualTo(runs.get(8).histograms().wait);
  }

  @Test
  void aRunAsAWholeIsOneIntervalThatLacksNothing() {
    Run run = MergedRuns.of(runs(3));
    Run whole = run.asAWhole();
    assertThat(whole.intervals()).hasSize(1);
    IntervalRecord all = whole.intervals().getFirst();
    assertThat(all.startNanos()).isZero();
    assertThat(all.endNanos()).isEqualTo(run.intervals().getLast().endNanos());
    for (DurationKind kind : DurationKind.values()) {
      assertThat(all.histogram(kind)).isEqualTo(run.histograms().of(kind));
    }
    assertThat(whole.result()).isSameAs(run.result());
    assertThat(whole.visits()).isEmpty();
  }

  @Test
  void whatIsUnknownInOneIsInNone() {
    MergedIntervals intervals = new MergedIntervals(MOST);
    runs(9).forEach(intervals::add);
    assertThat(intervals.without(List.of(DurationKind.HOLD)))
        .allSatisfy(
            interval ->
                assertThat(interval.histograms())
                    .doesNotContainKey(DurationKind.HOLD)
                    .containsKey(DurationKind.WAIT));
  }
}
