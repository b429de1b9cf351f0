package io.anteroom.report.facts;

import io.anteroom.report.facts.Block.Download;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of a run's page draw and offer. Times are in nanoseconds since the start of the
 * run unless their name says otherwise.
 *
 * @param rooms how many there are
 * @param curves distributions of durations
 * @param uncorrected the distribution of the wait from its real start; null where it was not kept
 * @param theory the distribution of the wait that a formula gives; null where none does
 * @param bands how sure quantiles of the wait are
 * @param series what happened over time
 * @param heat how many waits of which length ended when; null where that was not kept
 * @param holds when and where carriers were held
 * @param timeline who held which room when; empty in runs that did not keep it
 */
@Json
public record RunData(
    int rooms,
    List<Curve> curves,
    @Nullable Curve uncorrected,
    @Nullable Curve theory,
    List<Band> bands,
    List<Moment> series,
    @Nullable Heat heat,
    Holds holds,
    List<TimelineRow> timeline,
    List<Download> downloads)
    implements ChartData {

  /** A distribution: its quantiles, ascending. */
  public record Curve(String name, List<Quantile> points) {}

  /**
   * A duration that a share of all does not exceed.
   *
   * @param x 1/(1 - share), from 1 on: the axis of HdrHistogram's plots
   */
  public record Quantile(double x, long nanos) {}

  /** The interval that holds a quantile, at its {@code x}. */
  public record Band(double x, long lowNanos, long highNanos) {}

  /**
   * What happened between two times.
   *
   * @param waiting persons who waited, on average
   * @param occupied rooms that were occupied, on average
   * @param completed visits per second
   * @param p50Nanos of the waits of those who left then; null where too few lie beyond it
   * @param maxNanos the longest of those waits; null where nobody left
   */
  public record Moment(
      double startSeconds,
      double endSeconds,
      double waiting,
      double occupied,
      double completed,
      @Nullable Long p50Nanos,
      @Nullable Long p99Nanos,
      @Nullable Long maxNanos) {}

  /**
   * Carriers that were held.
   *
   * @param lane over time; null where that was not recorded
   * @param flame by their stacks; null where none were held
   */
  public record Holds(@Nullable Lane lane, @Nullable Frame flame) {}

  /** How many carriers of all were held when. */
  public record Lane(int carriers, List<LanePart> parts) {}

  /**
   * Carriers held between two times.
   *
   * @param held on average; null where that is not known
   */
  public record LanePart(double startSeconds, double endSeconds, @Nullable Double held) {}

  /**
   * Waits by when they ended and by their length.
   *
   * @param edges of the lengths' buckets in nanoseconds, one more than there are buckets
   */
  public record Heat(List<Long> edges, List<Column> columns) {}

  /** The waits that ended between two times, by bucket. */
  public record Column(double startSeconds, double endSeconds, List<Long> counts) {}

  /** A frame of stacks, with the carrier time lost in it and in those that it called. */
  public record Frame(String name, long nanos, List<Frame> children) {}

  /**
   * A visit.
   *
   * @param person from 0
   * @param visit of that person, from 0
   * @param room from 0; -1: it got none
   * @param intendedNanos when it should have begun
   * @param enteredNanos when it entered the room, or gave up
   * @param leftNanos when it left the room, or gave up
   */
  public record TimelineRow(
      long person, long visit, int room, long intendedNanos, long enteredNanos, long leftNanos) {}
}
