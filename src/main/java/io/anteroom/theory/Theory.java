package io.anteroom.theory;

import io.anteroom.scenario.Scenario;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What queueing theory says of a scenario: a prediction, or why there is none. */
public sealed interface Theory permits Prediction, NoFormula {
  /** Farther no search for rooms goes. */
  int MOST_MORE = 64;

  /**
   * The prediction for a scenario, or which of its assumptions fails.
   *
   * <p>It is about the steady state, whatever {@code visits}, {@code duration} and {@code warmup}
   * bound, except for a burst: {@code at-once} and one visit for each person. It counts time in
   * holds as the scenario gives them, and knows of no other cost. A line whose lock lets newcomers
   * barge is taken to be served in order.
   *
   * <p>Of several pools it is about whole journeys; {@link JourneyTheory} has the rest.
   */
  static Theory of(Scenario scenario) {
    if (scenario.journey() != null) {
      return JourneyTheory.of(scenario).whole();
    }
    return Assumptions.broken(scenario)
        .<Theory>map(NoFormula::new)
        .orElseGet(
            () ->
                scenario.demand().arrivals().open()
                    ? OpenModels.of(scenario)
                    : ClosedModels.of(scenario));
  }

  /**
   * The fewest rooms, up to {@value #MOST_MORE} more than the scenario has, with which all but one
   * visit in a hundred wait for less than that; empty where none are known to do.
   */
  static OptionalInt enoughRooms(Scenario scenario, double nanos) {
    int rooms = scenario.facility().rooms();
    return IntStream.rangeClosed(rooms + 1, rooms + MOST_MORE)
        .filter(
            more ->
                of(scenario.withRooms(more)) instanceof Prediction prediction
                    && prediction.waitQuantileNanos(99).orElse(Double.MAX_VALUE) < nanos)
        .findFirst();
  }
}
