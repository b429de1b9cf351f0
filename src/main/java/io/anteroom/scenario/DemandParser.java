package io.anteroom.scenario;

import io.anteroom.scenario.Scenario.Demand;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses who arrives and when, and refuses what the model, open or closed, has no use for. */
final class DemandParser {
  private static final long DEFAULT_PERSONS = 100;
  private static final long MOST_VISITS_IN_ALL = 1_000_000_000_000L;

  private final SettingReader settings;

  DemandParser(SettingReader settings) {
    this.settings = settings;
  }

  Demand demand() {
    Arrivals arrivals =
        settings.read(ScenarioKey.ARRIVALS, ArrivalsText::parse).orElseGet(Arrivals.AtOnce::new);
    return arrivals.open() ? open(arrivals) : closed(arrivals);
  }

  private Demand open(Arrivals arrivals) {
    String why = "it belongs to a closed model; remove it, or set arrivals to closed";
    settings.refuse(ScenarioKey.PERSONS, why);
    settings.refuse(ScenarioKey.THINK, why);
    Long visits = settings.whole(ScenarioKey.VISITS).orElse(null);
    Duration given = duration();
    Duration duration = given == null && visits == null ? arrivals.length() : given;
    if (visits == null && duration == null && !arrivals.ends()) {
      throw settings.refused(
          ScenarioKey.ARRIVALS, "it never ends; set duration (30s) or visits (1000)");
    }
    Integer limit = settings.whole(ScenarioKey.LIMIT).map(Long::intValue).orElse(null);
    return new Demand(arrivals, 0, visits, duration, limit, null);
  }

  private Demand closed(Arrivals arrivals) {
    settings.refuse(
        ScenarioKey.LIMIT,
        "it belongs to an open model; remove it, or set arrivals to poisson:300/s");
    long persons = settings.whole(ScenarioKey.PERSONS).orElse(DEFAULT_PERSONS);
    Duration duration = duration();
    Long visits = closedVisits(duration);
    if (visits != null && visits > MOST_VISITS_IN_ALL / persons) {
      throw settings.refused(
          ScenarioKey.VISITS,
          String.format(
              Locale.ROOT,
              "allowed: %,d visits in all, so %,d for each of %,d persons",
              MOST_VISITS_IN_ALL,
              MOST_VISITS_IN_ALL / persons,
              persons));
    }
    Distribution think = settings.read(ScenarioKey.THINK, DistributionText::parse).orElse(null);
    return new Demand(arrivals, (int) persons, visits, duration, null, think);
  }

  private @Nullable Long closedVisits(@Nullable Duration duration) {
    if (duration != null) {
      return settings.whole(ScenarioKey.VISITS).orElse(null);
    }
    Optional<Setting> none = settings.declined(ScenarioKey.VISITS);
    if (none.isPresent()) {
      throw none.get()
          .refused(ScenarioKey.VISITS, "the run never ends; set duration (30s) or visits (10)");
    }
    return settings.whole(ScenarioKey.VISITS).orElse(1L);
  }

  private @Nullable Duration duration() {
    return settings
        .read(ScenarioKey.DURATION, setting -> DurationText.parsePositive(setting.value()))
        .orElse(null);
  }
}
