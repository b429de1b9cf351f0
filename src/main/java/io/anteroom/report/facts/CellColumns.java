package io.anteroom.report.facts;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many cells for the scripts of a page: column by column, which takes the least space.
 *
 * @param names of the cells, which are also their folders'
 * @param pages whether each result has a page of its own
 * @param outcome of each cell: its place among the outcomes
 * @param notes what else there is to say of each cell; mostly empty
 */
@Json
public record CellColumns(
    List<String> names,
    boolean pages,
    List<AxisColumn> axes,
    List<OutcomeWord> outcomes,
    List<Integer> outcome,
    List<MetricColumn> metrics,
    List<String> notes) {

  /**
   * Something that is varied.
   *
   * @param at the place of each cell's value among the values
   */
  public record AxisColumn(String name, List<String> values, List<Integer> at) {}

  /**
   * What may become of a cell.
   *
   * @param sign that stands beside its figure; empty where there is nothing to be said against it
   * @param lost whether it has no result
   */
  public record OutcomeWord(String word, String sign, boolean lost) {}

  /**
   * A metric of all cells.
   *
   * @param unit {@code duration} in nanoseconds, {@code share} of 1, {@code rate} per second or
   *     {@code number}
   * @param figures null where there is none, or none that means anything
   * @param low where the interval begins that holds each figure; empty where none is known
   * @param high where it ends
   */
  public record MetricColumn(
      String name,
      String unit,
      List<@Nullable Double> figures,
      List<@Nullable Double> low,
      List<@Nullable Double> high) {}
}
