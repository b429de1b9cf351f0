package io.anteroom.scenario.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final Discipline.Polling JITTER =
      new Discipline.Polling(Duration.ofMillis(64), 0, true);

  private static final Distribution TEN_MILLIS =
      new Distribution.Exponential(Duration.ofMillis(10));

  @Test
  void oneSeedGivesOneChecksumWhateverTheModeTheRoomsAndThePersons() {
    String checksum = closed().schedule().checksum();
    assertThat(checksum).matches("[0-9a-f]{8}");
    assertThat(closed().schedule().checksum()).isEqualTo(checksum);
    assertThat(closed().locking("queue", Line.SHARED, 9).schedule().checksum()).isEqualTo(checksum);
    assertThat(closed().choice(Choice.RANDOM).readers(0.5).retry(TEN_MILLIS).schedule().checksum())
        .isEqualTo(checksum);
    assertThat(closed().persons(3).visits(7).schedule().checksum()).isEqualTo(checksum);
  }

  @Test
  void theChecksumTellsSeedsArrivalsAndHoldsApart() {
    assertThat(
            new String[] {
              closed().schedule().checksum(),
              closed().seed(43).schedule().checksum(),
              closed().hold(TEN_MILLIS).schedule().checksum(),
              closed().think(TEN_MILLIS).schedule().checksum(),
              closed().patience(TEN_MILLIS).schedule().checksum(),
              closed().arrivals(new Arrivals.Poisson(10)).schedule().checksum(),
              closed().arrivals(new Arrivals.Poisson(11)).schedule().checksum()
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void theChecksumIsTheSameForEver() {
    Schedule schedule = closed().arrivals(new Arrivals.Poisson(10)).patience(TEN_MILLIS).schedule();
    assertThat(schedule.checksum()).isEqualTo("69dc4b35");
  }

  @Test
  void holdsDoNotChangeWhenPatienceOrThinkTimeIsAdded() {
    Schedule plain = closed().schedule();
    Schedule rich = closed().patience(TEN_MILLIS).think(TEN_MILLIS).readers(0.5).schedule();
    Draws ofPlain = plain.newDraws();
    Draws ofRich = rich.newDraws();
    for (int visit = 0; visit < 100; visit++) {
      assertThat(rich.thinkNanos(ofRich, 3, visit)).isNotNegative();
      assertThat(rich.patienceNanos(ofRich, 3, visit)).isLessThan(Long.MAX_VALUE);
      assertThat(rich.holdNanos(ofRich, 3, visit)).isEqualTo(plain.holdNanos(ofPlain, 3, visit));
    }
  }

  @Test
  void holdThinkAndPatienceOfOneDistributionAreDrawnApart() {
    Schedule schedule = closed().hold(TEN_MILLIS).patience(TEN_MILLIS).think(TEN_MILLIS).schedule();
    Draws draws = schedule.newDraws();
    long hold = schedule.holdNanos(draws, 1, 1);
    long think = schedule.thinkNanos(draws, 1, 1);
    long patience = schedule.patienceNanos(draws, 1, 1);
    assertThat(LongStream.of(hold, think, patience).distinct().count()).isEqualTo(3);
  }

  @Test
  void withoutThinkTimeNobodyThinksAndWithoutPatienceNobodyGivesUp() {
    Schedule schedule = closed().schedule();
    assertThat(schedule.thinkNanos(schedule.newDraws(), 1, 1)).isZero();
    assertThat(schedule.patienceNanos(schedule.newDraws(), 1, 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whereTheScenarioHasNoRetryTheModesOwnPausesDoubleUpToTheirBound() {
    Schedule schedule = closed().schedule();
    Draws draws = schedule.newDraws();
    Discipline.Polling own = new Discipline.Polling(Duration.ofMillis(1), 2, false);
    assertThat(LongStream.of(1, 2, 3, 4, 100).map(n -> schedule.pauseNanos(draws, 0, 0, n, own)))
        .containsExactly(1_000_000L, 2_000_000L, 4_000_000L, 4_000_000L, 4_000_000L);
  }

  @Test
  void retriesDifferFromAttemptToAttempt() {
    Schedule schedule = closed().retry(TEN_MILLIS).schedule();
    Draws draws = schedule.newDraws();
    LongStream pauses =
        LongStream.rangeClosed(1, 50)
            .map(attempt -> schedule.pauseNanos(draws, 4, 2, attempt, JITTER));
    assertThat(pauses.distinct().count()).isEqualTo(50);
  }

  @Test
  void jitterIsUniformUpToItsBound() {
    Schedule schedule = closed().schedule();
    Draws draws = schedule.newDraws();
    double[] jitter =
        IntStream.range(0, 20_000)
            .mapToDouble(person -> schedule.pauseNanos(draws, person, 0, 1, JITTER))
            .toArray();
    assertThat(Fit.kolmogorov(jitter, nanos -> nanos / 64e6)).isLessThan(Fit.KOLMOGOROV_LIMIT);
  }

  @Test
  void theShareOfReadersIsThatOfTheScenario() {
    assertThat(shareOfReaders(0)).isZero();
    assertThat(shareOfReaders(1)).isEqualTo(1);
    assertThat(shareOfReaders(0.8)).isCloseTo(0.8, within(0.01));
  }

  private static double shareOfReaders(double readers) {
    Schedule schedule = closed().readers(readers).schedule();
    Draws draws = schedule.newDraws();
    return IntStream.range(0, 20_000).filter(person -> schedule.reads(draws, person, 0)).count()
        / 20_000.0;
  }

  private static ScenarioBuilder closed() {
    return new ScenarioBuilder();
  }
}
