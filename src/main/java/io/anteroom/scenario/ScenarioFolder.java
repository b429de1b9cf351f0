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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder that holds a scenario and all it needs but a password. Durations that were read from
 * files are written beside it, each file named after the key that refers to it.
 */
final class ScenarioFolder {
  private static final String BATCHES = "batches.txt";
  private static final String FLIGHT_SETTINGS = "flight.jfc";

  private final Path folder;
  private int holds;

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
            conduct.withJfr(localFlightSettings(conduct.jfr())),
            scenario.journey() == null ? null : local(scenario.journey()));
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
        localOrNull(ScenarioKey.PATIENCE, stay.patience()),
        whereTheyAre(stay.settings()),
        stay.slowdown());
  }

  /** A password is not copied: the folder names the file where it is. */
  private static Map<ScenarioKey, String> whereTheyAre(Map<ScenarioKey, String> settings) {
    Map<ScenarioKey, String> told = new TreeMap<>(settings);
    told.computeIfPresent(
        ScenarioKey.JDBC_PASSWORD_FILE, (key, file) -> Path.of(file).toAbsolutePath().toString());
    return told;
  }

  /** Each file is named after what refers to it, by its number where there are several. */
  private Journey local(Journey journey) throws IOException {
    List<NamedPool> pools = new ArrayList<>();
    for (NamedPool pool : journey.pools()) {
      String patience = "patience-" + pool.name();
      pools.add(
          new NamedPool(
              pool.name(),
              pool.facility(),
              pool.locking(),
              pool.activity(),
              localOrNull(patience, pool.patience())));
    }
    List<PersonClass> classes = new ArrayList<>();
    for (PersonClass one : journey.classes()) {
      classes.add(
          new PersonClass(
              one.name(),
              one.share(),
              one.priority(),
              localOrNull("patience-of-" + one.name(), one.patience())));
    }
    Journey.ComeBack comeBack = journey.comeBack();
    return new Journey(
        pools,
        local(journey.steps()),
        classes,
        comeBack == null
            ? null
            : new Journey.ComeBack(local("pause", comeBack.pause()), comeBack.times()));
  }

  private List<JourneyStep> local(List<JourneyStep> steps) throws IOException {
    List<JourneyStep> local = new ArrayList<>();
    for (JourneyStep step : steps) {
      local.add(
          switch (step) {
            case JourneyStep.Hold hold ->
                new JourneyStep.Hold(local("hold-" + ++holds, hold.length()), hold.onlyClass());
            case JourneyStep.In in ->
                new JourneyStep.In(
                    in.pool(), in.times(), in.chance(), in.onlyClass(), local(in.steps()));
          });
    }
    return local;
  }

  private Arrivals local(Arrivals arrivals) throws IOException {
    if (arrivals instanceof Arrivals.Trace trace) {
      return trace.named(copy(ScenarioKey.ARRIVALS.word(), trace.times(), trace.holds()));
    }
    if (arrivals instanceof Arrivals.Renewal(Distribution gap)) {
      return new Arrivals.Renewal(local(ScenarioKey.ARRIVALS, gap));
    }
    if (arrivals instanceof Arrivals.Batches(Arrivals times, BatchSize size)) {
      return new Arrivals.Batches(local(times), local(size));
    }
    return arrivals;
  }

  private @Nullable Distribution localOrNull(ScenarioKey key, @Nullable Distribution distribution)
      throws IOException {
    return localOrNull(key.word(), distribution);
  }

  private @Nullable Distribution localOrNull(String name, @Nullable Distribution distribution)
      throws IOException {
    return distribution == null ? null : local(name, distribution);
  }

  private Distribution local(ScenarioKey key, Distribution distribution) throws IOException {
    return local(key.word(), distribution);
  }

  private Distribution local(String name, Distribution distribution) throws IOException {
    return switch (distribution) {
      case Distribution.Empirical(String file, DurationList values) ->
          new Distribution.Empirical(copy(name, values, null), values);
      case Distribution.Mixture(List<Distribution.Mixture.Part> parts) -> {
        List<Distribution.Mixture.Part> local = new ArrayList<>();
        for (Distribution.Mixture.Part part : parts) {
          local.add(new Distribution.Mixture.Part(part.weight(), local(name, local.size(), part)));
        }
        yield new Distribution.Mixture(local);
      }
      default -> distribution;
    };
  }

  private Distribution local(String name, int number, Distribution.Mixture.Part part)
      throws IOException {
    return part.distribution() instanceof Distribution.Empirical(String file, DurationList values)
        ? new Distribution.Empirical(copy(name + "-" + (number + 1), values, null), values)
        : part.distribution();
  }

  private BatchSize local(BatchSize size) throws IOException {
    if (!(size instanceof BatchSize.Listed(String file, List<Integer> sizes))) {
      return size;
    }
    Files.write(folder.resolve(BATCHES), sizes.stream().map(String::valueOf).toList());
    return new BatchSize.Listed(BATCHES, sizes);
  }

  /**
   * @param beside others, one for each; null: there are none
   */
  private String copy(String name, DurationList durations, @Nullable DurationList beside)
      throws IOException {
    String file = name + ".txt";
    try (Writer writer = Files.newBufferedWriter(folder.resolve(file))) {
      for (int i = 0; i < durations.size(); i++) {
        writer.write(DurationText.format(Duration.ofNanos(durations.nanos(i))));
        if (beside != null) {
          writer.write("," + DurationText.format(Duration.ofNanos(beside.nanos(i))));
        }
        writer.write('\n');
      }
    }
    return file;
  }
}
