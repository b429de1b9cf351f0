package io.anteroom.result.metric;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a metric with labels, such as {@code wait.p99{pool=connections}}. No scenario has
 * anything yet that a label could name.
 *
 * @param metric the name without the labels
 * @param labels what stands between the braces
 */
record MetricLabels(String metric, String labels) {
  /** What may follow a name in a limit. */
  static final String OPTIONAL = "(?:\\{[^{}]*\\}\\s*)?";

  private static final Pattern LABELLED = Pattern.compile("([^{}]*)\\{([^{}]*)\\}");
  private static final Pattern LABEL =
      Pattern.compile("\\s*(\\w+)\\s*=\\s*\"?([^\"=,]*[^\"=,\\s])\"?\\s*(?:,.*)?");

  /** Null where the name has no labels. */
  static @Nullable MetricLabels of(String name) {
    Matcher labelled = LABELLED.matcher(name);
    return labelled.matches()
        ? new MetricLabels(labelled.group(1).strip(), labelled.group(2))
        : null;
  }

  /** Why the metric does not exist with the first of the labels. */
  String problem() {
    Matcher label = LABEL.matcher(labels);
    if (!label.matches()) {
      return "labels are written so: %s{pool=NAME}".formatted(metric);
    }
    String value = InvalidExpectationException.quoted(label.group(2));
    return switch (label.group(1)) {
      case "pool" ->
          "there is no pool %s: all rooms are one pool without a name; write %s"
              .formatted(value, metric);
      case "class" ->
          "there is no class %s: all persons are of one class without a name; write %s"
              .formatted(value, metric);
      default ->
          "there is no label %s; allowed: pool, class"
              .formatted(InvalidExpectationException.quoted(label.group(1)));
    };
  }
}
