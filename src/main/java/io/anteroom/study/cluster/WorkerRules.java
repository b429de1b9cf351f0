package io.anteroom.study.cluster;

import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Scenario;
import java.util.regex.Pattern;

/**
 * What cells may ask of a worker. Both sides look: the one that sends, so that its user is told
 * before anything is queued, and the worker, which does not trust its database.
 */
final class WorkerRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private WorkerRules() {}

  /**
   * Refuses a name that is not that of a folder of its own.
   *
   * @throws ClusterException if it is not
   */
  static void requireName(String cell) {
    if (!NAME.matcher(cell).matches()) {
      throw new ClusterException("a batch names a cell outside of its folder: " + cell);
    }
  }

  /**
   * Refuses activities with keys of their own: they call servers and read files by them, and would
   * do so with the worker's password and rights.
   *
   * @throws ClusterException if the scenario has one
   */
  static void requireAtHome(Scenario scenario) {
    ActivityTraits activity = scenario.stay().activity();
    if (!activity.keys().isEmpty()) {
      throw new ClusterException(
          "activity "
              + activity.name()
              + " can't go to a worker, since it would call others with the worker's password;"
              + " run it without --cluster");
    }
  }
}
