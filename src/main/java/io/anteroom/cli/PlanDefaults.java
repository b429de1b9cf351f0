package io.anteroom.cli;

import io.anteroom.modes.LockingModes;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
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
        || settings.get(ScenarioKey.DURATION).isPresent()
        || arrivals(settings).startsWith("trace:");
  }

  private static String arrivals(Settings settings) {
    return settings.get(ScenarioKey.ARRIVALS).map(Setting::value).orElse("at-once");
  }

  /** A scenario's settings with what is not given. */
  static Settings of(Settings given) {
    Settings settings = simulated(given);
    if (given.get(ScenarioKey.MODE).isEmpty()) {
      settings = settings.with(ScenarioKey.MODE, inOrder(given), ORIGIN);
    }
    boolean unbounded =
        given.get(ScenarioKey.VISITS).isEmpty() && given.get(ScenarioKey.DURATION).isEmpty();
    boolean endless = !arrivals(given).equals("at-once") && !arrivals(given).startsWith("trace:");
    return unbounded && endless ? settings.with(ScenarioKey.VISITS, "1000", ORIGIN) : settings;
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
