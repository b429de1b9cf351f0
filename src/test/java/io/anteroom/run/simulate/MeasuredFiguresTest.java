package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.Presence;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.scenario.Warmup;
import io.anteroom.scenario.schedule.Schedule;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure of a run against the same figure worked out plainly, after the run, from what became
 * of each visit: random scenarios, each with several warm-ups.
 */
final class MeasuredFiguresTest {
  private static final int SEEDS = 1_000;
  private static final Environment ENVIRONMENT = Machine.describe(OffsetDateTime.MIN, 1, 0);

  private static List<Warmup> warmups() {
    return List.of(
        new Warmup.Share(0),
        new Warmup.Share(0.2),
        new Warmup.Share(0.8),
        new Warmup.Time(Duration.ofMillis(5)));
  }

  @ParameterizedTest
  @MethodSource("warmups")
  void figuresAreWhatTheVisitsSay(Warmup warmup) {
    int compared = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Scenario scenario = RandomSimulation.of(seed).withWarmup(warmup);
      String which = "seed " + seed + "\n" + ScenarioText.write(scenario);
      LoggedVisits visits = new LoggedVisits();
      new NaiveSimulator(scenario, new Schedule(scenario), visits).run();
      PlainFigures plain = new PlainFigures(scenario, visits.fates());
      // What comes first at one instant is a matter of the order of events.
      if (!plain.someVisitIsDecidedOnAnEdge()) {
        compared++;
        assertSame(which, plain, Simulator.brief(scenario, true).run(ENVIRONMENT).result());
        assertSame(which, plain, Simulator.detailed(scenario).run(ENVIRONMENT).result());
        assertSame(which, plain, Simulator.detailed(scenario, true, 5).run(ENVIRONMENT).result());
      }
    }
    assertThat(compared).isGreaterThan(SEEDS / 5);
  }

  private static void assertSame(String which, PlainFigures plain, RunResult result) {
    assertThat(result.windowStartNanos()).as(which).isEqualTo(plain.startNanos);
    long windowNanos = plain.endNanos - plain.startNanos;
    assertThat(result.windowNanos()).as(which).isEqualTo(windowNanos);
    VisitCounts counts = result.visits();
    assertThat(counts.completed()).as(which).isEqualTo(plain.served());
    assertThat(counts.abandoned()).as(which).isEqualTo(plain.count(Fate.Abandoned.class));
    assertThat(counts.turnedAway()).as(which).isEqualTo(plain.count(Fate.TurnedAway.class));
    assertThat(counts.censored())
        .as(which)
        .isEqualTo(
            plain.count(Fate.LeftWaiting.class) + plain.count(Fate.Entered.class) - plain.served());
    assertThat(counts.cooldown()).as(which).isEqualTo(plain.cooldown());
    assertThat(result.fairness().jain()).as(which).isCloseTo(plain.jain(), within(1e-9));
    if (windowNanos > 0) {
      double seconds = windowNanos / 1e9;
      assertThat(result.throughputPerSecond() * seconds)
          .as(which)
          .isCloseTo((double) plain.completed(), within(1e-6));
      assertThat(result.achievedPerSecond() * seconds)
          .as(which)
          .isCloseTo((double) plain.ended(), within(1e-6));
      double rooms = scenarioRooms(result);
      assertThat(result.utilisation() * rooms * windowNanos)
          .as(which)
          .isCloseTo(plain.occupiedNanos(), within(1e-3));
      assertSamePresence(which, plain, Objects.requireNonNull(result.presence()));
    }
  }

  private static void assertSamePresence(String which, PlainFigures plain, Presence presence) {
    double nanos = plain.endNanos - plain.startNanos;
    Map<Long, Long> lengths = plain.lineLengths();
    double waiting =
        lengths.entrySet().stream().mapToDouble(one -> one.getKey() * one.getValue()).sum();
    assertThat(presence.waiting() * nanos).as(which).isCloseTo(waiting, within(1e-3));
    assertThat(presence.inSystem() * nanos)
        .as(which)
        .isCloseTo(waiting + plain.occupiedNanos(), within(1e-3));
    Map<Long, Long> kept = new TreeMap<>();
    Objects.requireNonNull(presence.lineLengths())
        .recordedValues()
        .forEach(value -> kept.put(value.getValueIteratedTo(), value.getCountAtValueIteratedTo()));
    assertThat(kept).as(which).isEqualTo(lengths);
  }

  private static double scenarioRooms(RunResult result) {
    return Double.parseDouble(String.valueOf(result.scenario().get("rooms")));
  }
}
