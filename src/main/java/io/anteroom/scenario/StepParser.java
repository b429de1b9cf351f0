package io.anteroom.scenario;

import static io.anteroom.scenario.NodeReader.entries;
import static io.anteroom.scenario.NodeReader.keys;
import static io.anteroom.scenario.NodeReader.known;
import static io.anteroom.scenario.NodeReader.positiveShare;
import static io.anteroom.scenario.NodeReader.required;
import static io.anteroom.scenario.NodeReader.whole;

import io.anteroom.scenario.SettingNode.Entries;
import io.anteroom.scenario.SettingNode.Entry;
import io.anteroom.scenario.SettingNode.Items;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the steps of a journey. For one use. */
final class StepParser {
  static final String IN = "in";
  static final String TIMES = "times";
  static final String CHANCE = "chance";
  static final String CLASS = "class";
  static final String DO = "do";

  /** How often a step may be taken in one journey, the steps around it counted. */
  static final int MOST_TIMES = 10_000;

  private static final int MOST_STEPS = 200;

  private final Collection<String> pools;
  private final Collection<String> classes;
  private final Set<String> entered = new HashSet<>();
  private int steps;

  StepParser(Collection<String> pools, Collection<String> classes) {
    this.pools = pools;
    this.classes = classes;
  }

  List<JourneyStep> journey(SettingNode node) {
    return steps(node, 1);
  }

  /** Whether a step so far enters that pool. */
  boolean enters(String pool) {
    return entered.contains(pool);
  }

  private List<JourneyStep> steps(SettingNode node, long times) {
    if (!(node instanceof Items list) || list.items().isEmpty()) {
      throw new InvalidScenarioException(
          node.origin(),
          "steps are a list, and not empty; write for example \"- hold: fixed:5ms\"");
    }
    return list.items().stream().map(item -> step(item, times)).toList();
  }

  private JourneyStep step(SettingNode node, long times) {
    Entries written = entries(node, "a step", "hold: fixed:5ms");
    if (++steps > MOST_STEPS) {
      throw new InvalidScenarioException(
          node.origin(), "too many steps; allowed: at most " + MOST_STEPS);
    }
    String hold = ScenarioKey.HOLD.word();
    Map<String, Entry> keys = keys(written, "a step", List.of(hold, IN, TIMES, CHANCE, CLASS, DO));
    Entry length = keys.get(hold);
    if (length != null && !keys.containsKey(IN)) {
      for (String word : List.of(TIMES, CHANCE, DO)) {
        if (keys.containsKey(word)) {
          throw keys.get(word).refused(word + " belongs to a step with \"in\"; remove it");
        }
      }
      return new JourneyStep.Hold(required(length), onlyClass(keys.get(CLASS)));
    }
    Entry pool = keys.get(IN);
    if (pool == null || length != null) {
      throw new InvalidScenarioException(
          node.origin(), "a step has either \"hold\" or \"in\" and \"do\"; write one of them");
    }
    return in(pool, keys, times);
  }

  private JourneyStep.In in(Entry pool, Map<String, Entry> keys, long around) {
    String name = known(pool, pools, "pool");
    entered.add(name);
    Entry repeated = keys.get(TIMES);
    int times = whole(repeated, MOST_TIMES);
    if (repeated != null && around * times > MOST_TIMES) {
      throw repeated.refused(
          "with the steps around it that is "
              + around * times
              + " times in a journey; allowed: at most "
              + MOST_TIMES);
    }
    Entry inside = keys.get(DO);
    if (inside == null) {
      throw pool.refused("nothing is done in " + name + "; add \"do\" with a list of steps");
    }
    Entry chance = keys.get(CHANCE);
    return new JourneyStep.In(
        name,
        times,
        chance == null ? 1 : positiveShare(chance),
        onlyClass(keys.get(CLASS)),
        steps(inside.value(), around * times));
  }

  private @Nullable String onlyClass(@Nullable Entry entry) {
    return entry == null ? null : known(entry, classes, "class");
  }
}
