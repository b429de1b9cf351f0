package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Machine;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JourneyVisitsTest {
  /** More visits than are kept, some of them long: they enter early and leave late. */
  private static final String MANY =
      """
      arrivals: poisson:400/s
      duration: 40s
      pools:
        workers: {rooms: 30, mode: semaphore-fair}
        connections: {rooms: 4, mode: semaphore-fair, patience: exponential:30ms}
      journey:
        - in: workers
          do:
            - hold: hyperexponential:50ms,cv=4
            - in: connections
              do: [{hold: exponential:8ms}]
      """;

  private static List<VisitRecord> visits(Scenario scenario) {
    return SimulatedRun.detailed(scenario).run(Machine.now(1)).visits();
  }

  private static List<NamedPool> pools(Scenario scenario) {
    return Objects.requireNonNull(scenario.journey()).pools();
  }

  @Test
  void noRoomOfAPoolHoldsTwoAtATime() {
    LongStream.range(0, 300)
        .mapToObj(RandomJourney::of)
        .forEach(
            scenario -> {
              List<VisitRecord> visits = visits(scenario);
              for (int pool = 0; pool < pools(scenario).size(); pool++) {
                List<VisitRecord> own = visits.stream().filter(isTo(pool)).toList();
                int rooms = pools(scenario).get(pool).facility().rooms();
                Timelines.assertExclusive(own, scenario.toString());
                assertThat(own)
                    .as(scenario::toString)
                    .allMatch(visit -> visit.room() == null || visit.room() < rooms);
              }
            });
  }

  private static Predicate<VisitRecord> isTo(int pool) {
    return visit -> visit.pool() == pool;
  }

  /** Each is told once, with those that the end of the run found. */
  @Test
  void allVisitsAreKeptWhereTheyAreFew() {
    LongStream.range(0, 300)
        .mapToObj(RandomJourney::of)
        .filter(JourneyVisitsTest::keepsItsRooms)
        .forEach(
            scenario -> {
              LoggedJourneys plain = new LoggedJourneys();
              boolean unused = new NaiveJourneys(scenario, new Schedule(scenario), plain).run();
              List<VisitRecord> visits = visits(scenario);
              assertThat(visits.size()).isLessThan(FirstVisits.MOST);
              assertThat(count(visits, VisitOutcome.COMPLETED)).isEqualTo(plain.count("leaves"));
              assertThat(count(visits, VisitOutcome.ABANDONED)).isEqualTo(plain.count("gives-up"));
              assertThat(count(visits, VisitOutcome.CENSORED))
                  .isEqualTo(plain.count("waits") + plain.count("holds"));
            });
  }

  private static boolean keepsItsRooms(Scenario scenario) {
    return pools(scenario).stream()
        .noneMatch(pool -> pool.locking().order() == Order.PREEMPT_RESUME);
  }

  private static long count(List<VisitRecord> visits, VisitOutcome outcome) {
    return visits.stream().filter(visit -> visit.outcome() == outcome).count();
  }

  @Test
  void theFirstToEnterOrToGiveUpAreKept() {
    List<VisitRecord> kept = visits(Simulations.ofYaml(MANY));
    List<Long> decided = new ArrayList<>();
    var everything =
        new JourneyLog() {
          @Override
          public void leaves(
              JourneyingPerson who,
              int step,
              long arrivedNanos,
              long enteredNanos,
              long leftNanos) {
            decided.add(enteredNanos);
          }

          @Override
          public void givesUp(JourneyingPerson who, int step, long arrivedNanos, long atNanos) {
            decided.add(atNanos);
          }
        };
    Scenario scenario = Simulations.ofYaml(MANY);
    boolean unused = new NaiveJourneys(scenario, new Schedule(scenario), everything).run();

    assertThat(decided).hasSizeGreaterThan(2 * FirstVisits.MOST);
    assertThat(kept).isSortedAccordingTo(Comparator.comparingLong(VisitRecord::decidedNanos));
    assertThat(kept.stream().map(VisitRecord::decidedNanos))
        .containsExactlyElementsOf(decided.stream().sorted().limit(FirstVisits.MOST).toList());
  }
}
