package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import java.util.List;

/** Fates computed by hand, in whole milliseconds, and the simulators that are to tell them. */
final class HandComputed {
  private static final long NANOS_A_MILLI = 1_000_000;

  private HandComputed() {}

  /**
   * What all simulators tell of a scenario, ordered by person and visit; they have to agree.
   *
   * @param settings as {@link Simulations#scenario(String)} takes them
   */
  static List<Fate> fates(String settings) {
    return log(settings).fates();
  }

  /** As {@link #fates}, with the violations. */
  static LoggedVisits log(String settings) {
    Scenario scenario = Simulations.scenario(settings);
    Schedule schedule = new Schedule(scenario);
    LoggedVisits plain = Simulations.naively(scenario);
    LoggedVisits calendar = new LoggedVisits();
    new Calendar(scenario, schedule, schedule.newWindow(), calendar, false).run();
    assertThat(calendar.differenceFrom(plain)).as("- plain, + calendar").isEmpty();
    if (Recursion.applies(scenario)) {
      LoggedVisits recursion = new LoggedVisits();
      new Recursion(scenario, schedule, schedule.newWindow(), recursion, false).run();
      assertThat(recursion.differenceFrom(plain)).as("- plain, + recursion").isEmpty();
    }
    return plain;
  }

  /** A visit that got its room without a refusal. */
  static Fate entered(int person, long visit, long intended, long entered, long left) {
    return entered(person, visit, intended, entered, left, 0);
  }

  static Fate entered(
      int person, long visit, long intended, long entered, long left, long refusals) {
    return new Fate.Entered(
        person,
        visit,
        intended * NANOS_A_MILLI,
        entered * NANOS_A_MILLI,
        left * NANOS_A_MILLI,
        refusals);
  }

  static Fate abandoned(int person, long visit, long intended, long at, long refusals) {
    return new Fate.Abandoned(
        person, visit, intended * NANOS_A_MILLI, at * NANOS_A_MILLI, refusals);
  }

  static Fate turnedAway(int person, long at) {
    return new Fate.TurnedAway(person, at * NANOS_A_MILLI);
  }

  static Fate leftWaiting(int person, long visit, long intended, long refusals) {
    return new Fate.LeftWaiting(person, visit, intended * NANOS_A_MILLI, refusals);
  }
}
