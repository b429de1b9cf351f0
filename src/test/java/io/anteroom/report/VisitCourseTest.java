package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.report.facts.RunData.Present;
import io.anteroom.report.facts.RunData.TimelineRow;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Interval;
import io.anteroom.result.SampleRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VisitCourseTest {
  private static final long SECOND = 1_000_000_000;

  private static Run run(Run like, List<VisitRecord> visits) {
    return new Run(
        like.scenario(), like.result(), like.histograms(), like.intervals(), visits, Map.of());
  }

  private static VisitRecord visit(int person, long intended, long entered, long left) {
    return Timelines.visit(
        person, 0, person, intended, entered, left, VisitOutcome.COMPLETED, person);
  }

  @Test
  void everyPersonIsCountedInEveryStepForAsLongAsItWasThere() {
    SplittableRandom random = new SplittableRandom(7);
    List<VisitRecord> visits = new ArrayList<>();
    double waited = 0;
    double held = 0;
    for (int person = 0; person < 500; person++) {
      long intended = random.nextLong(SECOND);
      long entered = intended + random.nextLong(SECOND);
      long left = entered + random.nextLong(SECOND);
      visits.add(visit(person, intended, entered, left));
      waited += entered - intended;
      held += left - entered;
    }
    VisitCourse course = VisitCourse.of(run(SampleRuns.completed(), visits)).orElseThrow();
    for (long step : new long[] {1_000_000, 7_000_000, 100_000_000, SECOND}) {
      List<Interval> steps = course.steps(step);
      double waiting = 0;
      double occupied = 0;
      long completed = 0;
      double from = 0;
      for (Interval one : steps) {
        assertThat(one.startSeconds()).isEqualTo(from);
        from = one.endSeconds();
        waiting += one.waiting() * (one.endSeconds() - one.startSeconds()) * SECOND;
        occupied += one.occupied() * (one.endSeconds() - one.startSeconds()) * SECOND;
        completed += one.completed();
      }
      assertThat(from).isEqualTo(course.endNanos() / 1e9);
      assertThat(waiting).isCloseTo(waited, within(waited * 1e-9));
      assertThat(occupied).isCloseTo(held, within(held * 1e-9));
      assertThat(completed).isEqualTo(500);
    }
  }

  @Test
  void aShortRunIsDrawnInShortSteps() {
    List<VisitRecord> visits =
        List.of(visit(0, 0, 0, 5 * SECOND), visit(1, 0, 5 * SECOND, 10 * SECOND));
    List<Present> present = ChartMoments.of(run(SampleRuns.stuck(), visits)).present();

    assertThat(present.get(1).endSeconds() - present.get(1).startSeconds())
        .isCloseTo(0.1, within(1e-9));
    assertThat(present).filteredOn(one -> one.waiting() > 0.5).hasSize(50);
    assertThat(present)
        .filteredOn(one -> one.endSeconds() < 10)
        .allMatch(one -> one.occupied() > 0);
  }

  @Test
  void whatIsLeftAtTheEndIsNoStepOfItsOwn() {
    List<VisitRecord> visits = new ArrayList<>();
    for (int person = 0; person < 1_010; person++) {
      visits.add(
          visit(person, person * 10_000_000L, person * 10_000_000L, (person + 1) * 10_000_000L));
    }
    Run run = run(SampleRuns.stuck(), visits);
    assertThat(ChartMoments.of(run).moments())
        .allSatisfy(moment -> assertThat(moment.completed()).isCloseTo(100, within(1.0)));
  }

  @Test
  void whoIsStillThereHeldTheRoomOrWaitedToTheEnd() {
    Run like = SampleRuns.stuck();
    long end = VisitCourse.endNanos(run(like, List.of()));
    VisitRecord holds = Timelines.visit(0, 0, 0, 0, 1L, null, VisitOutcome.CENSORED, 0);
    VisitRecord waits = Timelines.visit(1, 0, null, 0, null, null, VisitOutcome.CENSORED, 9);

    assertThat(Timeline.of(run(like, List.of(holds, waits))))
        .containsExactly(
            new TimelineRow(1, 1, "", 1, 0, 1, end, true),
            new TimelineRow(2, 1, "", 0, 0, end, end, true));
    assertThat(end).isGreaterThan(10 * SECOND);
  }
}
