package io.anteroom.study.replication;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether two runs are of one scenario: nothing may differ but the seed, and how often it was
 * replicated.
 */
record SameScenario(Scenario one, Scenario other) {
  private static final Set<String> MAY_DIFFER = Set.of("seed", "replications");

  /**
   * Refuses scenarios that differ.
   *
   * @param index of the run that is compared with the first one
   * @throws UnmergeableRunsException if they do; it says in what
   */
  void require(int index) {
    Map<String, Object> ones = ScenarioText.settings(one);
    Map<String, Object> others = ScenarioText.settings(other);
    Set<String> keys = new LinkedHashSet<>(ones.keySet());
    keys.addAll(others.keySet());
    keys.removeAll(MAY_DIFFER);
    for (String key : keys) {
      Object ofOne = ones.getOrDefault(key, "not given");
      Object ofOther = others.getOrDefault(key, "not given");
      if (!ofOne.equals(ofOther)) {
        throw new UnmergeableRunsException(
            0,
            index,
            "%s is %s in the one and %s in the other; of scenarios that are merged only the seed"
                    .formatted(key, ofOne, ofOther)
                + " may differ");
      }
    }
    if (!comparable(one).equals(comparable(other))) {
      throw new UnmergeableRunsException(
          0, index, "the files of durations that their scenarios name hold different durations");
    }
  }

  private static Scenario comparable(Scenario scenario) {
    return scenario.withSeed(1).withReplications(1);
  }
}
