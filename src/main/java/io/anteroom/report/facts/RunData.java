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
 * @param waits what else there is to the distribution of the wait
 * @param course what happened over time
 * @param heat how many waits of which length ended when; null where that was not kept
 * @param holds when and where carriers were held
 * @param timeline who held which room when; empty in runs that did not keep it
 */
@Json
public record RunData(
    int rooms,
    List<Curve> curves,
    Waits waits,
    Course course,
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

  /**
   * What stands beside the distribution of the wait.
   *
   * @param uncorrected the distribution of the wait from its real start; null where it was not kept
   * @param theory the distribution of the wait that a formula gives; null where none does
   * @param bands how sure quantiles of the wait are
   * @param objectives what was expected of durations
   */
  public record Waits(
      @Nullable Curve uncorrected,
      @Nullable Curve theory,
      List<Band> bands,
      List<Objective> objectives) {}

  /**
   * A duration that a figure is held against.
   *
   * @param text the condition as it was written
   * @param curve the name of the distribution that it is about
   * @param x where the quantile stands; null where it is about none
   */
  public record Objective(String text, String curve, @Nullable Double x, long nanos) {}

  /** The interval that holds a quantile, at its {@code x}. */
  public record Band(double x, long lowNanos, long highNanos) {}

  /**
   * What happened over time.
   *
   * @param present who was there, in steps that may be shorter than those of the moments
   * @param moments what became of visits
   * @param canary how late the canary was at most, in nanoseconds; empty where there was none
   * @param processors that the process kept busy, on average; empty where that is not known
   */
  public record Course(
      List<Present> present,
      List<Moment> moments,
      List<LanePart> canary,
      List<LanePart> processors) {}

  /**
   * Who was there between two times.
   *
   * @param waiting persons who waited, on average
   * @param occupied rooms that were occupied, on average
   */
  public record Present(double startSeconds, double endSeconds, double waiting, double occupied) {}

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
   * A figure of the time between two moments.
   *
   * @param value null where that is not known
   */
  public record LanePart(double startSeconds, double endSeconds, @Nullable Double value) {}

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
   * @param person from 1
   * @param visit of that person, from 1
   * @param pool the name of its pool; empty: there is one, without a name
   * @param room of that pool, from 1; 0: it got none
   * @param intendedNanos when it should have begun
   * @param enteredNanos when it entered the room, or gave up
   * @param leftNanos when it left the room, or gave up, or the run ended
   * @param cut whether the end of the run cut it short: then it is still there
   */
  public record TimelineRow(
      long person,
      long visit,
      String pool,
      int room,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      boolean cut) {
    /** What the room is called; it has got one. */
    public String roomName() {
      return (pool.isEmpty() ? "room" : pool) + " " + room;
    }
  }
}
