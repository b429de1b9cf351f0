package io.anteroom.scenario;

import io.anteroom.scenario.Scenario.Conduct;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Locking;
import io.anteroom.scenario.Scenario.Stay;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A folder that holds a scenario and all it needs. Durations that were read from files are written
 * beside it, each file named after the key that refers to it.
 */
final class ScenarioFolder {
  private static final String FLIGHT_SETTINGS = "flight.jfc";

  private final Path folder;

  ScenarioFolder(Path folder) {
    this.folder = folder;
  }

  void write(Path file, Scenario scenario) throws IOException {
    Conduct conduct = scenario.conduct();
    Scenario local =
        new Scenario(
            scenario.name(),
            scenario.facility(),
            local(scenario.locking()),
            local(scenario.demand()),
            local(scenario.stay()),
            conduct.withJfr(localFlightSettings(conduct.jfr())));
    Files.writeString(file, ScenarioText.write(local));
  }

  private String localFlightSettings(String jfr) throws IOException {
    if (!jfr.endsWith(".jfc")) {
      return jfr;
    }
    Files.copy(Path.of(jfr), folder.resolve(FLIGHT_SETTINGS));
    return FLIGHT_SETTINGS;
  }

  private Locking local(Locking locking) throws IOException {
    return new Locking(
        locking.traits(),
        locking.order(),
        locking.timeout(),
        localOrNull(ScenarioKey.RETRY, locking.retry()),
        locking.readers(),
        locking.pool());
  }

  private Demand local(Demand demand) throws IOException {
    return new Demand(
        local(demand.arrivals()),
        demand.persons(),
        demand.visits(),
        demand.duration(),
        demand.limit(),
        localOrNull(ScenarioKey.THINK, demand.think()));
  }

  private Stay local(Stay stay) throws IOException {
    return new Stay(
        local(ScenarioKey.HOLD, stay.hold()),
        stay.activity(),
        localOrNull(ScenarioKey.PATIENCE, stay.patience()));
  }

  private Arrivals local(Arrivals arrivals) throws IOException {
    if (arrivals instanceof Arrivals.Trace(String file, DurationList times)) {
      return new Arrivals.Trace(copy(ScenarioKey.ARRIVALS, times), times);
    }
    if (arrivals instanceof Arrivals.Renewal(Distribution gap)) {
      return new Arrivals.Renewal(local(ScenarioKey.ARRIVALS, gap));
    }
    return arrivals;
  }

  private @Nullable Distribution localOrNull(ScenarioKey key, @Nullable Distribution distribution)
      throws IOException {
    return distribution == null ? null : local(key, distribution);
  }

  private Distribution local(ScenarioKey key, Distribution distribution) throws IOException {
    return distribution instanceof Distribution.Empirical(String file, DurationList values)
        ? new Distribution.Empirical(copy(key, values), values)
        : distribution;
  }

  private String copy(ScenarioKey key, DurationList durations) throws IOException {
    String file = key.word() + ".txt";
    try (Writer writer = Files.newBufferedWriter(folder.resolve(file))) {
      for (int i = 0; i < durations.size(); i++) {
        writer.write(DurationText.format(Duration.ofNanos(durations.nanos(i))));
        writer.write('\n');
      }
    }
    return file;
  }
}
