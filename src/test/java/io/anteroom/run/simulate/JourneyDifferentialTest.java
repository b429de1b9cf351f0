package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.scenario.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The simulator of journeys tells the same of every visit as the plain one. With {@code
 * -Danteroom.seeds=100000} more scenarios are tried, from {@code -Danteroom.firstSeed} on.
 */
class JourneyDifferentialTest {
  private static final long FIRST_SEED = Long.getLong("anteroom.firstSeed", 0);
  private static final long SEEDS = Long.getLong("anteroom.seeds", 1_000);

  /** A scenario in which both differ. */
  private record Difference(long seed, Scenario scenario, int size, List<String> lines) {
    @Override
    public String toString() {
      return "seed %d%n%s%n- plain, + fast:%n%s"
          .formatted(seed, ScenarioText.write(scenario), String.join("\n", lines));
    }
  }

  /** What happened in all of the scenarios, so that none of the rules goes untried. */
  private static final class Seen {
    long gaveUp;
    long cameAgain;
    long turnedAway;
    long deadlocks;
    long locked;
    long sentOut;
    long waited;
  }

  @Test
  void bothTellTheSameOfEveryVisit() {
    List<Difference> differences = new ArrayList<>();
    Seen seen = new Seen();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      Difference difference = difference(seed, seen);
      if (difference != null) {
        differences.add(difference);
      }
    }

    assertThat(differences.stream().min(Comparator.comparingInt(Difference::size)))
        .as("smallest of %d differences in %d scenarios", differences.size(), SEEDS)
        .isEmpty();
    assertThat(List.of(seen.gaveUp, seen.cameAgain, seen.turnedAway, seen.waited, seen.sentOut))
        .allMatch(count -> count > SEEDS);
    assertThat(seen.deadlocks).isBetween(SEEDS / 50, SEEDS / 2);
    assertThat(seen.locked).as("until patience ended").isBetween(SEEDS / 50, SEEDS / 2);
  }

  private static @Nullable Difference difference(long seed, Seen seen) {
    Scenario scenario = RandomJourney.of(seed);
    LoggedJourneys expected = new LoggedJourneys();
    NaiveJourneys naive = new NaiveJourneys(scenario, new Schedule(scenario), expected);
    boolean deadlock = naive.run();
    LoggedJourneys actual = new LoggedJourneys();
    Schedule schedule = new Schedule(scenario);
    JourneyCalendar calendar =
        new JourneyCalendar(scenario, schedule, schedule.newWindow(), actual);
    calendar.run();
    seen.gaveUp += expected.count("gives-up");
    seen.cameAgain += expected.returns();
    seen.turnedAway += expected.count("turned-away");
    seen.sentOut += expected.sentOut();
    seen.waited += expected.count("leaves");
    seen.deadlocks += deadlock ? 1 : 0;
    boolean locked = !deadlock && naive.wasLocked();
    seen.locked += locked ? 1 : 0;
    List<String> told = expected.lines();
    List<String> lines = difference(told, actual.lines());
    if (deadlock != (calendar.deadlock() != null)) {
      lines.add((deadlock ? "-" : "+") + " deadlock");
    }
    if (!deadlock && locked != (calendar.deadlockEndedByPatience() != null)) {
      lines.add((locked ? "-" : "+") + " deadlock that patience ends");
    }
    return lines.isEmpty() ? null : new Difference(seed, scenario, told.size(), lines);
  }

  private static List<String> difference(List<String> expected, List<String> actual) {
    if (expected.equals(actual)) {
      return new ArrayList<>();
    }
    List<String> missing = new ArrayList<>(expected);
    actual.forEach(missing::remove);
    List<String> added = new ArrayList<>(actual);
    expected.forEach(added::remove);
    List<String> lines = new ArrayList<>();
    missing.forEach(line -> lines.add("- " + line));
    added.forEach(line -> lines.add("+ " + line));
    return lines;
  }
}
