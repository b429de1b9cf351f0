package io.anteroom.study.replication;

import io.anteroom.result.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where merged runs took place. What is the same everywhere stays; texts that differ are put side
 * by side, of numbers that differ the earliest run's is kept, and of the machine's load the
 * highest.
 *
 * @param all by when the runs started
 */
record MergedEnvironment(List<Environment> all) {
  private static final String BESIDE = " / ";

  Environment merged() {
    Environment one = all.getFirst();
    return new Environment(
        text(Environment::anteroom),
        one.startedAt(),
        text(Environment::jdk),
        text(Environment::vm),
        text(Environment::os),
        all.stream().flatMap(each -> each.flags().stream()).distinct().toList(),
        text(Environment::collector),
        one.heapBytes(),
        one.processors(),
        one.carriers(),
        all.stream().mapToDouble(Environment::hostLoad).max().orElse(-1),
        busyWaiting());
  }

  private String text(Function<Environment, String> text) {
    return all.stream()
        .flatMap(each -> Stream.of(text.apply(each).split(BESIDE, -1)))
        .distinct()
        .collect(Collectors.joining(BESIDE));
  }

  /** Null where the runs differ in it. */
  private @Nullable Boolean busyWaiting() {
    Boolean first = all.getFirst().busyWaiting();
    return all.stream().allMatch(each -> Objects.equals(each.busyWaiting(), first)) ? first : null;
  }

  /** In what the runs' environments differ, for a person to read; empty if in nothing. */
  String explanation() {
    Map<String, Function<Environment, Object>> keys = new LinkedHashMap<>();
    keys.put("anteroom", Environment::anteroom);
    keys.put("jdk", Environment::jdk);
    keys.put("vm", Environment::vm);
    keys.put("os", Environment::os);
    keys.put("flags", Environment::flagsThatMatter);
    keys.put("collector", Environment::collector);
    keys.put("heapBytes", Environment::heapBytes);
    keys.put("processors", Environment::processors);
    keys.put("carriers", Environment::carriers);
    if (all.stream().allMatch(each -> each.busyWaiting() != null)) {
      keys.put("busyWaiting", each -> Boolean.TRUE.equals(each.busyWaiting()));
    }
    List<String> differing = new ArrayList<>();
    keys.forEach((key, value) -> addIfDiffering(differing, key, value));
    return differing.isEmpty()
        ? ""
        : "The merged runs took place in different environments: "
            + String.join("; ", differing)
            + ".";
  }

  private void addIfDiffering(
      List<String> differing, String key, Function<Environment, Object> value) {
    List<String> values =
        all.stream()
            .map(each -> value.apply(each).toString())
            .map(text -> text.isEmpty() ? "none" : text)
            .distinct()
            .toList();
    if (values.size() > 1 || values.getFirst().contains(BESIDE)) {
      differing.add(key + " " + String.join(BESIDE, values));
    }
  }
}
