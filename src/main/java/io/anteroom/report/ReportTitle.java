package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import java.util.Map;
import java.util.stream.Collectors;

/** What a report is headed with: the scenario's name, or else what it is about in a few words. */
final class ReportTitle {
  private ReportTitle() {}

  /** A run's title. */
  static String of(Scenario scenario) {
    return named(scenario.name()) ? scenario.name() : demand(scenario) + ", " + facility(scenario);
  }

  /**
   * The title of what was asked about a scenario.
   *
   * @param settings its keys and values, as a stored document has them
   * @param question in a few words, for a scenario without a name
   */
  static String of(Map<String, ?> settings, String question) {
    return of(String.valueOf(settings.get("name")), question);
  }

  /** The same, of a name. */
  static String of(String name, String question) {
    return named(name) && !name.equals("null") ? name : question;
  }

  private static boolean named(String name) {
    return !name.equals(Scenario.UNNAMED);
  }

  private static String demand(Scenario scenario) {
    Demand demand = scenario.demand();
    return demand.arrivals().open()
        ? String.valueOf(demand.arrivals())
        : counted(demand.persons(), "person");
  }

  private static String facility(Scenario scenario) {
    Journey journey = scenario.journey();
    return journey == null
        ? counted(scenario.facility().rooms(), "room")
        : journey.pools().stream()
            .map(pool -> pool.name() + " " + FigureText.count(pool.facility().rooms()))
            .collect(Collectors.joining(", "));
  }

  private static String counted(long count, String thing) {
    return FigureText.count(count) + " " + thing + (count == 1 ? "" : "s");
  }
}
