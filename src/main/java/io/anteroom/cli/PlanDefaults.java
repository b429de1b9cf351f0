package io.anteroom.cli;

import io.anteroom.modes.LockingModes;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.Setting;
import io.anteroom.scenario.Settings;

/** What a plan takes for granted where the user says nothing. */
final class PlanDefaults {
  private static final String ORIGIN = "anteroom plan";

  private PlanDefaults() {}

  /** Whether it says how long the scenario lasts. */
  static boolean bounded(Settings settings) {
    return settings.get(ScenarioKey.VISITS).isPresent()
        || settings.get(ScenarioKey.DURATION).isPresent();
  }

  /** The scenario as long as its arrivals go on, if they end and nothing else is said. */
  static Scenario whole(Scenario scenario, boolean bounded) {
    Demand demand = scenario.demand();
    return bounded || !demand.arrivals().ends()
        ? scenario
        : scenario.with(demand.withLength(null, demand.arrivals().length()));
  }

  /**
   * A scenario's settings with what is not given. A bound that has to be there until {@link #whole}
   * or the plan itself says how long the scenario is, is among it.
   */
  static Settings of(Settings given) {
    Settings settings = simulated(given);
    if (given.get(ScenarioKey.MODE).isEmpty()) {
      settings = settings.with(ScenarioKey.MODE, inOrder(given), ORIGIN);
    }
    boolean burst =
        given
            .get(ScenarioKey.ARRIVALS)
            .map(setting -> setting.value().equals(ScenarioKey.ARRIVALS.defaultText()))
            .orElse(true);
    return bounded(given) || burst ? settings : settings.with(ScenarioKey.VISITS, "1000", ORIGIN);
  }

  /** The first mode that serves such a line in order: a shared one, if the user does not say. */
  private static String inOrder(Settings given) {
    String line = given.get(ScenarioKey.LINE).map(Setting::value).orElse(Line.SHARED.word());
    return LockingModes.traits().stream()
        .filter(mode -> mode.lines().getFirst().word().equals(line))
        .filter(mode -> mode.discipline() instanceof Discipline.InLine(boolean fair) && fair)
        .findFirst()
        .map(ModeTraits::name)
        .orElse(ScenarioKey.MODE.defaultText());
  }

  /** As a plan runs for real. */
  static Settings real(Settings given) {
    return given.with(ScenarioKey.CLOCK, ClockKind.WALL.word(), ORIGIN);
  }

  /** Plans are made in simulated time. */
  static Settings simulated(Settings given) {
    return given.with(ScenarioKey.CLOCK, ClockKind.SIMULATED.word(), ORIGIN);
  }
}
