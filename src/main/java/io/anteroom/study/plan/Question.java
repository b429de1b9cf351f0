package io.anteroom.study.plan;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is asked for.
 *
 * @param scenario in simulated time; what the plan looks for is replaced in it
 * @param objectives conditions such as {@code wait.p99 < 50ms}
 * @param lengthGiven whether replications are as long as the scenario says; else the plan chooses
 * @param mostRooms no plan may have more
 * @param costPerRoom null where it does not matter
 */
public record Question(
    Find find,
    Scenario scenario,
    List<String> objectives,
    boolean lengthGiven,
    int mostRooms,
    @Nullable BigDecimal costPerRoom) {
  /**
   * @throws InvalidPlanException if there is no answer to such a question
   */
  public Question {
    objectives = List.copyOf(objectives);
    requireSearchable(find, scenario);
    boolean lengthKnown = lengthGiven || scenario.demand().arrivals().ends();
    if (!lengthKnown && scenario.stay().slowdown() != null) {
      throw lengthNeeded("slowdown");
    }
    if (!lengthKnown && scenario.facility().plan() != null) {
      throw lengthNeeded("rooms that open and close");
    }
    if (costPerRoom != null && find != Find.ROOMS) {
      throw new InvalidPlanException(
          "--cost-per-room: it belongs to --find rooms; remove it, or look for rooms");
    }
    List<Objective> unused = Objectives.parse(objectives, scenario, find);
  }

  private static InvalidPlanException lengthNeeded(String what) {
    return new InvalidPlanException(
        what
            + ": objectives are about all visits, and nobody says how long they go on; add"
            + " duration, such as 60s");
  }

  private static void requireSearchable(Find find, Scenario scenario) {
    Arrivals arrivals = scenario.demand().arrivals();
    if (find == Find.ROOMS && scenario.facility().plan() != null) {
      throw new InvalidPlanException(
          "--find rooms: the scenario says how many rooms are open when; look for the rate or the"
              + " hold, or give one number of rooms");
    }
    if (find == Find.RATE && Variation.atRate(arrivals, 1) == null) {
      throw new InvalidPlanException(
          "--find rate: arrivals "
              + arrivals
              + " have no rate to change; allowed: poisson:300/s, constant:300/s, stages, a trace,"
              + " or renewal with a distribution that is not from a file");
    }
    if (find == Find.HOLD && Variation.withMean(scenario.stay().hold(), 1e6) == null) {
      throw new InvalidPlanException(
          "--find hold: the holds of "
              + scenario.stay().hold()
              + " are listed in a file; allowed: any other distribution");
    }
  }

  /** The objectives that relief helps to meet, or those that it opposes. */
  List<Objective> objectivesHelped(boolean helped) {
    return parsedObjectives().stream().filter(one -> one.helpedByRelief(find) == helped).toList();
  }

  List<Objective> parsedObjectives() {
    return Objectives.parse(objectives, scenario, find);
  }
}
