package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What queueing theory says of a journey through several pools: of the whole, and of each pool and
 * class of persons that a formula knows. It is about the steady state.
 *
 * @param whole about whole journeys; its waits are null where those of a pool are not known
 * @param parts by pool, by class and by both, as far as they are known
 * @param notes why no waits are known of a pool: plain sentences, without capital and full stop
 * @param bounds where the mean response has no exact formula, as far as there are bounds; else null
 */
public record JourneyTheory(
    Theory whole, List<Part> parts, List<String> notes, @Nullable JourneyBounds bounds) {
  public JourneyTheory {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /**
   * What is known of a part.
   *
   * @param pool its name; null: it is about whole journeys
   * @param personClass its name; null: it is about all persons
   * @param hold how its holds are distributed; null: that has no simple form
   * @param meanHoldNanos for which rooms are held; of whole journeys, all but waiting
   */
  public record Part(
      @Nullable String pool,
      @Nullable String personClass,
      @Nullable Distribution hold,
      double meanHoldNanos,
      Prediction prediction) {}

  /** What theory says of a scenario that has a journey. */
  public static JourneyTheory of(Scenario scenario) {
    Journey journey = scenario.requireJourney();
    Optional<String> broken = JourneyAssumptions.broken(scenario, journey);
    if (broken.isPresent()) {
      return none(broken.get(), null);
    }
    Optional<List<Station>> stations = Station.of(journey);
    if (stations.isEmpty()) {
      return none(
          JourneyAssumptions.nested(journey) + ": no exact formula",
          JourneyBounds.of(scenario, journey));
    }
    return scenario.demand().arrivals().open()
        ? new OpenNetwork(scenario, journey, stations.get()).theory()
        : ClosedNetworks.of(scenario, journey, stations.get());
  }

  static JourneyTheory none(String reason, @Nullable JourneyBounds bounds) {
    return new JourneyTheory(new NoFormula(reason), List.of(), List.of(), bounds);
  }

  /** What is known of a part; null: nothing. Of whole journeys both names are null. */
  public @Nullable Part part(@Nullable String pool, @Nullable String personClass) {
    return parts.stream()
        .filter(
            part ->
                Objects.equals(part.pool, pool) && Objects.equals(part.personClass, personClass))
        .findFirst()
        .orElse(null);
  }
}
