package io.anteroom.report.facts;

import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.RunData.Curve;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of a comparison's page draw and offer.
 *
 * @param arms their labels; the first one is the baseline
 * @param metrics those that an arm has figures for
 * @param distributions of what was recorded
 */
@Json
public record ComparisonData(
    List<String> arms,
    List<MetricDots> metrics,
    List<Distribution> distributions,
    CellColumns cells,
    List<Download> downloads)
    implements ChartData {

  /** A metric of all arms, in its {@link CellColumns.MetricColumn unit}. */
  public record MetricDots(String name, String unit, List<Dot> dots) {}

  /**
   * A metric of an arm.
   *
   * @param arm its place among the arms
   * @param mean over the forks; null where they have too few figures
   * @param low where the interval begins that holds the true mean; null where it says nothing
   * @param differs whether the runs show a difference from the baseline
   * @param sentence what they show; empty for the baseline
   */
  public record Dot(
      int arm,
      @Nullable Double mean,
      @Nullable Double low,
      @Nullable Double high,
      boolean differs,
      String sentence) {}

  /**
   * One kind of durations.
   *
   * @param name such as {@code wait}
   * @param curves of the arms that have any, named after them
   */
  public record Distribution(String name, List<Curve> curves) {}
}
