package io.anteroom.study.replication;

import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.PartNames;
import io.anteroom.statistics.Estimate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How sure a metric is to be: {@code wait.p99 +-2%} wants an interval that reaches at most 2% to
 * either side.
 *
 * @param share greater than 0, less than 1
 */
public record Precision(Metric metric, double share) {
  private static final Pattern NOTATION =
      Pattern.compile(
          "\\s*([A-Za-z0-9.]+(?:\\([^()]*\\))?(?:\\{[^{}]*\\})?)\\s*(?:\\+-|±)\\s*([0-9]+(?:\\.[0-9]+)?)%\\s*");

  /**
   * Reads {@code METRIC +-SHARE%}.
   *
   * @param parts that the labels of the metric may name
   * @throws IllegalArgumentException if the text is not that; the message says what is allowed
   */
  public static Precision parse(String text, PartNames parts) {
    Matcher matcher = NOTATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "can't be \""
              + text
              + "\"; allowed: a metric and a share, for example \"wait.p99 +-2%\"");
    }
    String name = matcher.group(1);
    Metric metric =
        Optional.of(
                PartMetrics.find(name, parts)
                    .orElseThrow(
                        () -> new IllegalArgumentException(PartMetrics.problem(name, parts))))
            .filter(Samples::estimated)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no metric "
                            + name
                            + " in simulated time; \"anteroom metrics\" lists them"));
    double share = Double.parseDouble(matcher.group(2)) / 100;
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "can't be \"" + text + "\"; allowed: more than 0%, less than 100%");
    }
    return new Precision(metric, share);
  }

  /** Whether an interval is as narrow as that. */
  boolean met(Estimate estimate) {
    return estimate.reach() <= share * Math.abs(estimate.mean());
  }

  /** What came of it, in words; {@code estimate} is null where there is no data. */
  String outcome(@Nullable Estimate estimate) {
    if (estimate == null) {
      return this + Confidence.NOT_MET + "too few visits for an interval";
    }
    if (met(estimate)) {
      return this + " met";
    }
    double reached = estimate.reach() / Math.abs(estimate.mean());
    return this + Confidence.NOT_MET + String.format(Locale.ROOT, "+-%.2g%%", reached * 100);
  }

  /** How many replications will probably do, where {@code replications} gave that interval. */
  int needed(Estimate estimate, int replications) {
    double ratio = estimate.reach() / (share * Math.abs(estimate.mean()));
    double needed = replications * ratio * ratio * 1.1;
    return (int) Math.clamp(needed, replications + 1.0, 2.0 * replications);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s +-%s%%", metric.name(), trimmed(share * 100));
  }

  private static String trimmed(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
