package io.anteroom.study.diff;

import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.VerdictRecord;
import io.anteroom.result.metric.ChangeLimit;
import io.anteroom.result.store.Document;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.statistics.Estimates;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In what two runs differ: first what was different to begin with, then what came of it.
 *
 * @param schema version of this shape
 * @param same whether both are the same result, to the byte
 * @param environment where they took place, the same values included
 * @param scenario keys of their scenarios that differ
 * @param sameSchedule whether both met the same arrivals and holds: then what changed is none of
 *     theirs, and the intervals, which take the runs to be independent, are rather too wide
 * @param waits their distributions, side by side
 * @param metrics how the usual metrics changed
 * @param pins what held carriers
 * @param regressions what came of the changes that were named as too much
 * @param failOn what came of all of them; of documents without it, by the regressions
 * @param strict whether a change that could not be judged counts as found
 */
@Json
public record RunDiff(
    int schema,
    boolean same,
    Side a,
    Side b,
    List<Difference> environment,
    List<Difference> scenario,
    boolean sameSchedule,
    List<WaitBucket> waits,
    List<Change> metrics,
    Pins pins,
    List<Regression> regressions,
    FailOn failOn,
    boolean strict) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<RunDiff> JSON =
      new Document<>(RunDiff.class, "diff of runs", SCHEMA, List.of());

  public RunDiff {
    failOn = failOn(failOn, regressions);
  }

  /** Documents of the beginning of version 1 do not have the key. */
  static FailOn failOn(@Nullable FailOn given, List<Regression> regressions) {
    return given == null ? FailOn.of(regressions) : given;
  }

  /**
   * One of the runs.
   *
   * @param name where it came from, or what else tells it from the other one
   * @param samples how many runs or replications its figures are from
   * @param verdict on it
   */
  public record Side(
      String name,
      String startedAt,
      Outcome outcome,
      String explanation,
      int samples,
      VerdictRecord verdict) {
    static Side of(String name, Run run) {
      var confidence = run.result().confidence();
      return new Side(
          name,
          run.result().environment().startedAt(),
          run.result().outcome(),
          run.result().explanation(),
          confidence == null ? 1 : confidence.replications(),
          RunVerdict.of(run).toRecord());
    }
  }

  public record Labelled(String name, Run run) {}

  /**
   * Compares two runs.
   *
   * @param limits changes that are too much
   */
  public static RunDiff of(Labelled a, Labelled b, List<ChangeLimit> limits) {
    return of(a, b, limits, Estimates.LEVEL);
  }

  /** As one of several comparisons, of which each needs intervals of that level. */
  static RunDiff of(Labelled a, Labelled b, List<ChangeLimit> limits, double level) {
    boolean same = text(a.run, a.run).equals(text(b.run, a.run));
    Changes changes = new Changes(a.run, b.run, same, level);
    Outcome outcome = b.run.result().outcome();
    boolean brokeDown =
        a.run.result().outcome() == Outcome.COMPLETED
            && (outcome == Outcome.SATURATED || outcome == Outcome.STUCK);
    List<Regression> regressions =
        limits.stream()
            .map(limit -> Regression.of(limit, changes.of(limit.metric())))
            .map(one -> brokeDown ? one.brokenDown(outcome) : one)
            .toList();
    return new RunDiff(
        SCHEMA,
        same,
        Side.of(a.name, a.run),
        Side.of(b.name, b.run),
        SettingDifferences.environment(a.run.result().environment(), b.run.result().environment()),
        SettingDifferences.scenario(a.run.scenario(), b.run.scenario()),
        a.run.result().scheduleChecksum().equals(b.run.result().scheduleChecksum()),
        WaitBucket.of(a.run.histograms().wait, b.run.histograms().wait),
        changes.usual(),
        Pins.of(a.run, b.run),
        regressions,
        FailOn.of(regressions),
        false);
  }

  /** The result as a document; where it was simulated does not matter, so it is as of another. */
  private static String text(Run run, Run other) {
    boolean simulated = run.result().simulation() != null && other.result().simulation() != null;
    Run there = simulated ? run.withEnvironment(other.result().environment()) : run;
    return StoredRun.RESULT.write(there.result());
  }

  /** The same, where a change that could not be judged counts as found. */
  public RunDiff strictly() {
    return new RunDiff(
        schema,
        same,
        a,
        b,
        environment,
        scenario,
        sameSchedule,
        waits,
        metrics,
        pins,
        regressions,
        failOn,
        true);
  }

  /** Whether a change that was named as too much was found, or counts as found. */
  public boolean regressed() {
    return failOn.fails(strict);
  }
}
