package io.anteroom.run.simulate;

import static io.anteroom.run.simulate.HandComputed.abandoned;
import static io.anteroom.run.simulate.HandComputed.entered;
import static io.anteroom.run.simulate.HandComputed.fates;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.schedule.Schedule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rooms that readers share and others have to themselves; R reads, W does not. */
class ReadersTest {
  @Test
  void readersShareARoom() {
    assertThat(
            fates(
                "mode=stamped readers=1 rooms=1 arrivals=constant:1000/s visits=3 hold=fixed:5ms"))
        .containsExactly(entered(0, 0, 0, 0, 5), entered(1, 0, 1, 1, 6), entered(2, 0, 2, 2, 7));
  }

  @Test
  void readersThatComeAfterAWriterInLineWaitBehindIt() {
    assertThat(fates(arriving("RRWRRW", "hold=fixed:6ms")))
        .containsExactly(
            entered(0, 0, 0, 0, 6),
            entered(1, 0, 1, 1, 7),
            entered(2, 0, 2, 7, 13),
            entered(3, 0, 3, 13, 19),
            entered(4, 0, 4, 13, 19),
            entered(5, 0, 5, 19, 25));
  }

  @Test
  void readersThatWaitForAWriterEnterTogether() {
    assertThat(fates(arriving("WRRWR", "hold=fixed:5ms")))
        .containsExactly(
            entered(0, 0, 0, 0, 5),
            entered(1, 0, 1, 5, 10),
            entered(2, 0, 2, 5, 10),
            entered(3, 0, 3, 10, 15),
            entered(4, 0, 4, 15, 20));
  }

  @Test
  void readersEnterWhenTheWriterBeforeThemGivesUp() {
    assertThat(fates(arriving("RWRR", "hold=fixed:9ms patience=fixed:3ms")))
        .containsExactly(
            entered(0, 0, 0, 0, 9),
            abandoned(1, 0, 1, 4, 1),
            entered(2, 0, 2, 4, 13),
            entered(3, 0, 3, 4, 13));
  }

  @Test
  void aWriterWithoutPatienceLeavesReadersAlone() {
    assertThat(fates(arriving("RWRW", "hold=fixed:2ms patience=fixed:0s")))
        .containsExactly(
            entered(0, 0, 0, 0, 2),
            abandoned(1, 0, 1, 1, 1),
            entered(2, 0, 2, 2, 4),
            abandoned(3, 0, 3, 3, 1));
  }

  /** The visits arrive one a millisecond; the seed is one under which they read as told. */
  private static String arriving(String visits, String settings) {
    return Simulations.seeded(
        "mode=stamped readers=0.5 rooms=1 arrivals=constant:1000/s visits=%d %s"
            .formatted(visits.length(), settings),
        schedule -> pattern(schedule, visits.length()).equals(visits));
  }

  private static String pattern(Schedule schedule, int visits) {
    return IntStream.range(0, visits)
        .mapToObj(person -> schedule.reads(schedule.newDraws(), person, 0) ? "R" : "W")
        .collect(Collectors.joining());
  }
}
