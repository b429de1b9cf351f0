package io.anteroom.teach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that was seen of a lesson's runs.
 *
 * @param observations in the order of the runs
 */
public record Seen(List<Observation> observations) {
  public Seen {
    observations = List.copyOf(observations);
  }

  /** What was seen on each JDK, the oldest first; simulated time before all. */
  List<View> views() {
    Map<String, List<Observation>> byJdk = new LinkedHashMap<>();
    observations.stream()
        .sorted((one, other) -> Integer.compare(one.feature(), other.feature()))
        .forEach(seen -> byJdk.computeIfAbsent(seen.jdk(), none -> new ArrayList<>()).add(seen));
    return byJdk.entrySet().stream()
        .map(
            entry ->
                new View(
                    entry.getKey(),
                    Objects.requireNonNull(entry.getValue()).getFirst().feature(),
                    entry.getValue()))
        .toList();
  }

  /** The JDKs alone. */
  List<View> jdks() {
    return views().stream().filter(view -> view.feature() != JdkRange.NO_JDK).toList();
  }

  /** What was simulated; has no figures where nothing was. */
  View simulated() {
    return views().stream()
        .filter(view -> view.feature() == JdkRange.NO_JDK)
        .findFirst()
        .orElseGet(() -> new View("", JdkRange.NO_JDK, List.of()));
  }
}
