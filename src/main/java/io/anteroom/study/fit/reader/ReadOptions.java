package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of the files; null: what they say themselves.
 *
 * @param columns of a table
 * @param unit of numbers that have none
 * @param label requests are left out unless this is found in their label
 * @param stampsAreEnds whether times are those at which requests end, rather than begin
 * @param event of a flight recording
 * @param durationsNeeded whether a request without a duration is of no use
 */
public record ReadOptions(
    Columns columns,
    @Nullable DurationUnit unit,
    @Nullable Pattern label,
    @Nullable Boolean stampsAreEnds,
    @Nullable String event,
    boolean durationsNeeded) {

  /** As the files say. */
  public static final ReadOptions NONE =
      new ReadOptions(new Columns(null, null, null, null, null), null, null, null, null, true);

  /** The same for other columns. */
  ReadOptions with(Columns others) {
    return new ReadOptions(others, unit, label, stampsAreEnds, event, durationsNeeded);
  }

  /** The same, where numbers without a unit have this one unless the user says another. */
  ReadOptions withDefaultUnit(DurationUnit usual) {
    return new ReadOptions(
        columns, unit == null ? usual : unit, label, stampsAreEnds, event, durationsNeeded);
  }

  /** How many nanoseconds numbers without a unit are. */
  long unitNanosOr(DurationUnit usual) {
    return (unit == null ? usual : unit).nanos().longValue();
  }

  /** Whether times are those of ends. */
  boolean endsUnlessSaid(boolean usual) {
    return stampsAreEnds == null ? usual : stampsAreEnds;
  }

  /**
   * The columns of a table by their names or numbers, from 1.
   *
   * @param expression a sum of products that gives the duration
   */
  public record Columns(
      @Nullable String start,
      @Nullable String end,
      @Nullable String duration,
      @Nullable DurationExpression expression,
      @Nullable String label) {}
}
