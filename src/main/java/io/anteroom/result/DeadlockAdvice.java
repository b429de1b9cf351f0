package io.anteroom.result;

import io.anteroom.scenario.Journey;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ends a deadlock. Where a person holds n rooms of one pool at once and at most p persons are
 * inside, {@code p × (n - 1) + 1} rooms are enough: even if each holds all but its last one, one
 * room is left, and whoever gets it goes on. Cycles over several pools are broken by entering the
 * pools in one order (Coffman, Elphick, Shoshani: System Deadlocks, ACM Computing Surveys 3, 1971).
 */
final class DeadlockAdvice {
  private DeadlockAdvice() {}

  /**
   * The advice in a sentence.
   *
   * @param cycle the places of the pools that are waited for in turn
   * @param patience whether there is one already
   */
  static String of(Scenario scenario, Journey journey, List<Integer> cycle, boolean patience) {
    String setPatience =
        patience
            ? "."
            : ", or set a patience, so that whoever waits too long gives up and releases what it"
                + " holds.";
    if (cycle.size() > 1) {
      return "Let every journey enter the pools in the same order" + setPatience;
    }
    String pool = journey.pools().get(cycle.getFirst()).name();
    int held = journey.mostHeld(pool);
    long persons = mostInside(scenario, journey, pool);
    String otherwise = "take what a person needs at once" + setPatience;
    if (persons == Long.MAX_VALUE) {
      return "Limit how many persons are present, since no number of rooms in "
          + pool
          + " is enough for any number of them; or "
          + otherwise;
    }
    return "Give pool %s at least %s rooms (%s persons × (%d held at once − 1) + 1); or %s"
        .formatted(
            pool,
            FigureText.count(persons * (held - 1) + 1),
            FigureText.count(persons),
            held,
            otherwise);
  }

  /**
   * How persons can come to wait for each other in a pool that they take several rooms of; null:
   * its rooms are enough for all of them.
   */
  static @Nullable String risk(Scenario scenario, Journey journey, String pool) {
    int held = journey.mostHeld(pool);
    if (held < 2) {
      return null;
    }
    long persons = mostInside(scenario, journey, pool);
    boolean any = persons == Long.MAX_VALUE;
    if (!any && persons * (held - 1) < journey.pool(pool).facility().rooms()) {
      return null;
    }
    return "Persons can deadlock: each takes %d rooms of %s one after the other, and %s. %s"
        .formatted(
            held,
            pool,
            any
                ? "no number of rooms is enough for any number of persons"
                : "%s of them need %s rooms"
                    .formatted(
                        FigureText.count(persons), FigureText.count(persons * (held - 1) + 1)),
            "That the simulation did not come to it says nothing of longer runs");
  }

  /** How many persons can want rooms of the pool at once. */
  private static long mostInside(Scenario scenario, Journey journey, String pool) {
    long most = Long.MAX_VALUE;
    if (!scenario.demand().arrivals().open()) {
      most = scenario.demand().persons();
    } else if (scenario.demand().limit() != null) {
      most = scenario.demand().limit();
    }
    List<Set<String>> around = new ArrayList<>();
    addAround(journey.steps(), pool, Set.of(), around);
    Set<String> always = new HashSet<>(around.getFirst());
    around.forEach(always::retainAll);
    for (String outer : always) {
      most = Math.min(most, journey.pool(outer).facility().rooms());
    }
    return most;
  }

  /** The pools around each step that enters the pool without holding a room of it. */
  private static void addAround(
      List<JourneyStep> steps, String pool, Set<String> outer, List<Set<String>> around) {
    for (JourneyStep step : steps) {
      if (!(step instanceof JourneyStep.In in)) {
        continue;
      }
      if (in.pool().equals(pool)) {
        around.add(outer);
      } else {
        Set<String> more = new HashSet<>(outer);
        more.add(in.pool());
        addAround(in.steps(), pool, more, around);
      }
    }
  }
}
