package io.anteroom.report.facts;

import io.anteroom.report.facts.Block.Download;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the script of a fit's page draws and offers.
 *
 * @param blockSeconds how long each block of the rate's course is
 * @param perSecond arrivals a second in each block; null: the data do not cover all of it
 * @param percentiles of which the quantiles are known
 * @param quantileNanos of the data
 * @param families the best one first
 */
@Json
public record FitData(
    double blockSeconds,
    List<@Nullable Double> perSecond,
    List<Double> percentiles,
    List<Long> quantileNanos,
    List<FamilyQuantiles> families,
    List<Download> downloads)
    implements ChartData {

  /** The quantiles of a family's member. */
  public record FamilyQuantiles(String name, List<Long> quantileNanos) {}
}
