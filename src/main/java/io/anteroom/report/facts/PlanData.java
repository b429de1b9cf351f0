package io.anteroom.report.facts;

import io.anteroom.report.facts.Block.Download;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the script of a plan's page draws and offers.
 *
 * @param axis what the candidates are
 * @param values of the candidates, ascending
 * @param labels the same as a person reads them
 * @param answer its place among the candidates; null: none
 * @param knee its place among the candidates; null: none
 */
@Json
public record PlanData(
    String axis,
    List<Double> values,
    List<String> labels,
    @Nullable Integer answer,
    @Nullable Integer knee,
    List<Goal> objectives,
    List<Download> downloads)
    implements ChartData {

  /**
   * An objective, and each candidate held against it; figures are in the metric's {@link
   * CellColumns.MetricColumn unit}.
   */
  public record Goal(
      String text, String metric, String unit, double limit, List<Candidate> points) {}

  /**
   * A candidate.
   *
   * @param simulated over the replications; null where there is none
   * @param low where the interval begins that holds it
   * @param theory null where no formula is known
   * @param verdict as results write it
   * @param words the verdict for a person to read
   * @param endless whether the line grows without end
   */
  public record Candidate(
      @Nullable Double simulated,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double theory,
      String verdict,
      String words,
      boolean endless) {}
}
