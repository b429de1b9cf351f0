package io.anteroom.result.metric;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Quantiles;
import io.anteroom.result.PartLabel;
import io.anteroom.result.Run;
import io.anteroom.statistics.Estimate;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that runs are judged by. It says of itself all that lists, tables, comparisons, plans
 * and merged runs need to know of it. Two metrics of one name are the same one.
 *
 * @param meaning one line for a person to read
 * @param readings where its values come from
 * @param look how it is shown
 * @param duration what it is a statistic of; null: of no durations
 */
public record Metric(
    String name,
    Unit unit,
    String meaning,
    MetricKind kind,
    MetricSource source,
    Readings readings,
    Look look,
    @Nullable DurationKind duration) {

  /** A metric of no durations. */
  Metric(
      String name,
      Unit unit,
      String meaning,
      MetricKind kind,
      MetricSource source,
      Readings readings,
      Look look) {
    this(name, unit, meaning, kind, source, readings, look, null);
  }

  /** A plain number that no catalogue lists, for one purpose. */
  public static Metric unlisted(String name, Gauge gauge) {
    return new Metric(
        name,
        Unit.NUMBER,
        name,
        MetricKind.GAUGE,
        MetricSource.VISITS,
        Readings.of(gauge),
        Look.in(MetricGroup.DURATIONS));
  }

  /** The same metric of a part of a run, such as {@code wait.p99{pool=connections}}. */
  Metric of(PartLabel part) {
    Quantile whole = readings.quantile;
    Quantile own =
        whole == null
            ? null
            : new Quantile(
                whole.percent,
                run -> run.part(part).map(whole.count::applyAsLong).orElse(0L),
                of(part, whole.reached),
                of(part, whole.longest));
    TheoryGauge known = readings.theory == null ? null : new PartTheoryGauge(part, readings.theory);
    return new Metric(
        name + part,
        unit,
        meaning,
        kind,
        source,
        new Readings(of(part, readings.whole), null, known, own, counted(part, readings.over)),
        new Look(look.group, Prominence.DETAIL, part.words() + " " + heading(), words(part)),
        duration);
  }

  /** The pool whose rooms alone it is about, by its label; null: there is none. */
  public @Nullable String pool() {
    return readings.theory instanceof PartTheoryGauge(PartLabel part, TheoryGauge of)
        ? part.pool()
        : null;
  }

  private ChangeWords words(PartLabel part) {
    ChangeWords words = words();
    String where = part.pool() == null ? "" : " for pool " + part.pool();
    String who = part.personClass() == null ? "" : " as " + part.personClass();
    return new ChangeWords(words.verb(), words.more(), words.less(), words.after() + where + who);
  }

  private static @Nullable ToLongFunction<Run> counted(
      PartLabel part, @Nullable ToLongFunction<Run> count) {
    return count == null ? null : run -> run.part(part).map(count::applyAsLong).orElse(0L);
  }

  private static Gauge of(PartLabel part, Gauge gauge) {
    return run -> run.part(part).map(gauge::read).orElse(OptionalDouble.empty());
  }

  /** Reads a quantity from a run. */
  @FunctionalInterface
  public interface Gauge {
    /** The quantity in the metric's unit; empty or NaN where the run has no data for it. */
    OptionalDouble read(Run run);
  }

  /**
   * Where a metric's values come from.
   *
   * @param whole reads it from a run
   * @param part reads it from a part of a run's time; null: it can't be told of a part
   * @param theory reads it from closed formulas; null: none are known
   * @param quantile what it is a quantile of; null: it is not a quantile
   * @param over counts the visits that it is taken over; null: it is not taken over visits
   */
  public record Readings(
      Gauge whole,
      @Nullable ToDoubleFunction<RunPart> part,
      @Nullable TheoryGauge theory,
      @Nullable Quantile quantile,
      @Nullable ToLongFunction<Run> over) {
    static Readings of(Gauge whole) {
      return new Readings(whole, null, null, null, null);
    }

    Readings part(ToDoubleFunction<RunPart> gauge) {
      return new Readings(whole, gauge, theory, quantile, over);
    }

    Readings theory(TheoryGauge gauge) {
      return new Readings(whole, part, gauge, quantile, over);
    }

    Readings over(ToLongFunction<Run> count) {
      return new Readings(whole, part, theory, quantile, count);
    }
  }

  /**
   * How a metric is shown.
   *
   * @param heading of a column of it; empty: its name
   * @param words for a difference in it; null: those that suit any metric
   */
  public record Look(
      MetricGroup group, Prominence prominence, String heading, @Nullable ChangeWords words) {
    static Look in(MetricGroup group) {
      return new Look(group, Prominence.DETAIL, "", null);
    }

    Look as(Prominence another) {
      return new Look(group, another, heading, words);
    }

    Look heading(String another) {
      return new Look(group, prominence, another, words);
    }

    Look words(String verb, String more, String less, String after) {
      return new Look(group, prominence, heading, new ChangeWords(verb, more, less, after));
    }
  }

  /**
   * A quantile of a run's durations.
   *
   * @param percent greater than 0, less than 100
   * @param count how many durations there are
   * @param reached what {@link Quantiles#LEAST_BEYOND} of them reached, or all if there are fewer:
   *     where the quantile is no figure it is at least that
   * @param longest of them
   */
  public record Quantile(double percent, ToLongFunction<Run> count, Gauge reached, Gauge longest) {

    /** Whether enough durations lie beyond it; else it is no figure. */
    public boolean known(Run run) {
      return Quantiles.known(count.applyAsLong(run), percent);
    }
  }

  /** The name as a cell of a table: two labels have a comma between them. */
  public String csvName() {
    return name.indexOf(',') < 0 ? name : '"' + name + '"';
  }

  /** Whether it is about all visits, not only those of a pool or a class. */
  public boolean ofAll() {
    return !name.endsWith("}");
  }

  /** What it is a quantile of; null: it is not a quantile. */
  public @Nullable Quantile quantile() {
    return readings.quantile;
  }

  /**
   * How many visits it is taken over in that run, which is how much the run weighs in the figure of
   * several; empty where it is not taken over visits, and runs weigh the same.
   */
  public OptionalLong visits(Run run) {
    return readings.over == null
        ? OptionalLong.empty()
        : OptionalLong.of(readings.over.applyAsLong(run));
  }

  /** Reads it from what closed formulas say; null: none are known. */
  public @Nullable TheoryGauge theory() {
    return readings.theory;
  }

  /** The heading of a column of it. */
  public String heading() {
    return look.heading.isEmpty() ? name : look.heading;
  }

  /** Words for a difference in it. */
  public ChangeWords words() {
    ChangeWords words = look.words;
    return words == null ? new ChangeWords("has a", "greater", "smaller", name) : words;
  }

  /** The statistic of the durations, such as {@code p99}; of anything else, the name. */
  public String statistic() {
    return duration == null ? name : name.substring(duration.word().length() + 1);
  }

  /** Whether it is a statistic of these durations. */
  public boolean of(DurationKind kind) {
    return duration == kind;
  }

  /** The most that it can be; no metric is less than 0. */
  public double most() {
    return kind.most();
  }

  /** The interval without what the metric can't be: less than 0, or of a share more than 1. */
  public Estimate possible(Estimate estimate) {
    return new Estimate(
        estimate.mean(),
        Math.max(estimate.low(), 0),
        Math.min(estimate.high(), Math.max(most(), estimate.mean())));
  }

  /**
   * What it was in that run; empty where the run has no data for it, and of a quantile where too
   * few durations lie beyond it (see {@link Quantiles}).
   */
  public OptionalDouble measure(Run run) {
    Quantile quantile = quantile();
    if (quantile != null && !quantile.known(run)) {
      return OptionalDouble.empty();
    }
    OptionalDouble measured = readings.whole.read(run);
    return measured.isPresent() && Double.isFinite(measured.getAsDouble())
        ? measured
        : OptionalDouble.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Metric metric && metric.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
