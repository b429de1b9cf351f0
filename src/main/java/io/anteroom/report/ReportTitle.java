package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a report is headed with: the scenario's name, or else what it is about in a few words. */
public final class ReportTitle {
  private static final int LONGEST_FOLDER = 60;

  private ReportTitle() {}

  /** A run's title. */
  static String of(Scenario scenario) {
    return named(scenario.name()) ? scenario.name() : demand(scenario) + ", " + facility(scenario);
  }

  /** The same of letters that a folder may have in its name. */
  public static String folder(Scenario scenario) {
    return folder(of(scenario));
  }

  /** That of the results folder of what was asked about a scenario. */
  public static String folder(Scenario scenario, String question) {
    return folder(of(scenario.name(), question));
  }

  /** That of the results folder of a plan, which looks for rooms or something else. */
  public static String planFolder(Scenario scenario, String find) {
    return folder(of(scenario.name(), find + " for " + demand(scenario)));
  }

  private static String folder(String title) {
    String plain = title.replaceAll("(?<=\\d),(?=\\d)", "").replaceAll("[^A-Za-z0-9._]+", "-");
    return plain
        .substring(0, Math.min(plain.length(), LONGEST_FOLDER))
        .replaceAll("^[-.]+|[-.]+$", "");
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

  /** Settings without those that say nothing: empty lists, and the name that is none. */
  static Map<String, Object> told(Map<String, Object> settings) {
    Map<String, Object> told = new LinkedHashMap<>(settings);
    told.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
    told.entrySet()
        .removeIf(one -> one.getKey().equals("name") && Scenario.UNNAMED.equals(one.getValue()));
    return told;
  }

  private static boolean named(String name) {
    return !name.equals(Scenario.UNNAMED);
  }

  private static String demand(Scenario scenario) {
    Demand demand = scenario.demand();
    return demand.arrivals().open()
        ? String.valueOf(demand.arrivals())
        : FigureText.count(demand.persons(), "person");
  }

  private static String facility(Scenario scenario) {
    Journey journey = scenario.journey();
    return journey == null
        ? FigureText.count(scenario.facility().rooms(), "room")
        : journey.pools().stream()
            .map(pool -> pool.name() + " " + FigureText.count(pool.facility().rooms()))
            .collect(Collectors.joining(", "));
  }
}
