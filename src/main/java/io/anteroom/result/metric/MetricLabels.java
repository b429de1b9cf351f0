package io.anteroom.result.metric;

import io.anteroom.result.PartLabel;
import io.anteroom.scenario.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a metric with labels, such as {@code wait.p99{pool=connections}}.
 *
 * @param metric the name without the labels
 * @param labels what stands between the braces
 */
record MetricLabels(String metric, String labels) {
  /** What may follow a name in a limit. */
  static final String OPTIONAL = "(?:\\{[^{}]*\\}\\s*)?";

  private static final String POOL = "pool";
  private static final String CLASS = "class";
  private static final Pattern LABELLED = Pattern.compile("([^{}]*)\\{([^{}]*)\\}");
  private static final Pattern LABEL =
      Pattern.compile("\\s*(\\w+)\\s*=\\s*\"?([^\"=,]*[^\"=,\\s])\"?\\s*");

  /** Null where the name has no labels. */
  static @Nullable MetricLabels of(String name) {
    Matcher labelled = LABELLED.matcher(name);
    return labelled.matches()
        ? new MetricLabels(labelled.group(1).strip(), labelled.group(2))
        : null;
  }

  /** The labels by key; empty where they are not written as labels are, or one stands twice. */
  private Optional<Map<String, String>> byKey() {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String one : labels.split(",", -1)) {
      Matcher label = LABEL.matcher(one);
      if (!label.matches() || byKey.put(label.group(1), label.group(2)) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(byKey);
  }

  /** The part that they name, whether or not there is one; empty where they name none. */
  Optional<PartLabel> recorded() {
    return byKey()
        .filter(byKey -> List.of(POOL, CLASS).containsAll(byKey.keySet()))
        .map(byKey -> new PartLabel(byKey.get(POOL), byKey.get(CLASS)));
  }

  /** The part that they name; empty where there is no such part. */
  Optional<PartLabel> part(PartNames names) {
    Map<String, String> byKey = byKey().orElse(Map.of());
    PartLabel part = new PartLabel(byKey.get(POOL), byKey.get(CLASS));
    boolean known =
        !byKey.isEmpty()
            && List.of(POOL, CLASS).containsAll(byKey.keySet())
            && (part.pool() == null || names.pools().contains(part.pool()))
            && (part.personClass() == null || names.classes().contains(part.personClass()));
    return known ? Optional.of(part) : Optional.empty();
  }

  /** Why the metric does not exist with the first label that is wrong. */
  String problem(PartNames names) {
    Map<String, String> byKey = byKey().orElse(Map.of());
    for (Map.Entry<String, String> label : byKey.entrySet()) {
      Optional<String> problem =
          switch (label.getKey()) {
            case POOL -> unknown(POOL, label.getValue(), names.pools(), "all rooms are one pool");
            case CLASS ->
                unknown(CLASS, label.getValue(), names.classes(), "all persons are of one class");
            default ->
                Optional.of(
                    "there is no label %s; allowed: pool, class"
                        .formatted(InvalidExpectationException.quoted(label.getKey())));
          };
      if (problem.isPresent()) {
        return problem.get();
      }
    }
    return "labels are written so: %s{pool=NAME}".formatted(metric);
  }

  private Optional<String> unknown(String key, String value, List<String> names, String none) {
    if (names.contains(value)) {
      return Optional.empty();
    }
    String quoted = InvalidExpectationException.quoted(value);
    String remedy =
        names.isEmpty()
            ? "%s without a name; write %s".formatted(none, metric)
            : Spelling.meant(value, names, "allowed: " + String.join(", ", names));
    return Optional.of(
        "there is no %s %s%s %s".formatted(key, quoted, names.isEmpty() ? ":" : ";", remedy));
  }
}
