package io.anteroom.study.replication;

import io.anteroom.result.Check;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Ending;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Cpu;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several runs of one scenario, as one run.
 *
 * <p>Histograms and counts are added. Rates are averaged, weighed by the measured time; fairness is
 * averaged, weighed by persons. The outcome is the worst of all outcomes, and so is the verdict of
 * each check. Percentiles are read from the added histograms and never averaged; they are unknown
 * if a run has not kept its histograms. The course of time is that of the earliest run. The order
 * in which the runs are given does not change a byte of the result.
 *
 * <p>Merging merged runs gives the same histograms, counts and outcome as merging all runs at once,
 * and the same rates but for rounding. How sure the figures are comes out nearly the same; the
 * course of time, the words of an explanation and the order of the intervals in the log may differ.
 */
public final class MergedRuns {
  private static final List<Outcome> BEST_FIRST =
      List.of(
          Outcome.COMPLETED,
          Outcome.INTERRUPTED,
          Outcome.SATURATED,
          Outcome.SERVER_LOST,
          Outcome.STUCK,
          Outcome.INVALID);

  /** More runs than these are not named. */
  private static final int MOST_NAMED = 5;

  /** Sorted by the time of their start, then by a checksum of their content. */
  private final List<RunResult> results;

  private final Scenario scenario;

  /** The places of the runs that met a noisy machine. Where all did, the verdict says it. */
  private final List<Integer> noisy = new ArrayList<>();

  private final Merger merger = new Merger(Integer.MAX_VALUE);

  private MergedRuns(List<Run> sorted) {
    this.results = sorted.stream().map(Run::result).toList();
    this.scenario = sorted.getFirst().scenario();
    sorted.forEach(run -> merger.add(run, Merger.Weight.of(run.result())));
    for (int place = 0; place < sorted.size(); place++) {
      if (RunVerdict.of(sorted.get(place)).kind() == VerdictKind.MACHINE_TOO_NOISY) {
        noisy.add(place);
      }
    }
  }

  /**
   * Merges one run or more. A single run stays as it is.
   *
   * @throws UnmergeableRunsException if they are of different scenarios, or have visits in common
   */
  public static Run of(List<Run> runs) {
    if (runs.size() == 1) {
      return runs.getFirst();
    }
    List<Keyed> keyed = runs.stream().map(Keyed::of).toList();
    for (int other = 1; other < runs.size(); other++) {
      for (int one = 0; one < other; one++) {
        requireApart(keyed, one, other);
      }
      new SameScenario(runs.getFirst().scenario(), runs.get(other).scenario()).require(other);
    }
    List<Run> sorted =
        keyed.stream()
            .sorted(Comparator.comparing(Keyed::startedAt).thenComparing(Keyed::hash))
            .map(Keyed::run)
            .toList();
    Run all = new MergedRuns(sorted).merged();
    return all.withConfidence(MergedConfidence.of(sorted, all));
  }

  /** A run with the keys that it is sorted by. */
  private record Keyed(Instant startedAt, String hash, Run run) {
    static Keyed of(Run run) {
      String startedAt = run.result().environment().startedAt();
      return new Keyed(OffsetDateTime.parse(startedAt).toInstant(), sha256(run.result()), run);
    }

    private static String sha256(RunResult result) {
      try {
        byte[] json = StoredRun.RESULT.write(result).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
      } catch (NoSuchAlgorithmException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }
  }

  private static void requireApart(List<Keyed> runs, int one, int other) {
    if (runs.get(one).hash.equals(runs.get(other).hash)) {
      throw new UnmergeableRunsException(
          one, other, "the same result twice would count its visits twice; name it once");
    }
    List<Long> seeds = new ArrayList<>(seeds(runs.get(one).run.result().simulation()));
    seeds.retainAll(seeds(runs.get(other).run.result().simulation()));
    if (!seeds.isEmpty()) {
      throw new UnmergeableRunsException(
          one,
          other,
          "both simulated seed %d and so the same visits; simulate again with another --seed"
              .formatted(seeds.getFirst()));
    }
  }

  private static List<Long> seeds(@Nullable Simulation simulation) {
    return simulation == null ? List.of() : simulation.seeds();
  }

  private Run merged() {
    Simulation simulation = simulation();
    Scenario all =
        simulation == null ? scenario : scenario.withReplications(simulation.seeds().size());
    Outcome worst =
        results.stream()
            .map(RunResult::outcome)
            .max(Comparator.comparingInt(BEST_FIRST::indexOf))
            .orElseThrow();
    MergedEnvironment environment =
        new MergedEnvironment(results.stream().map(RunResult::environment).toList());
    return merger.merged(
        all,
        result ->
            result
                .ended(
                    new Ending(
                        worst,
                        String.join(" ", explanation(worst), environment.explanation()).strip()),
                    checks())
                .environment(environment.merged())
                .deadlock(deadlock(worst))
                .cpu(cpu())
                .pinning(MergedPinning.of(results))
                .flight(MergedFlight.of(results.stream().map(RunResult::flight).toList()))
                .simulation(simulation));
  }

  /** The first deadlock of a run that got stuck; if none did, the first that patience ended. */
  private @Nullable Deadlock deadlock(Outcome worst) {
    return results.stream()
        .filter(result -> (result.outcome() == Outcome.STUCK) == (worst == Outcome.STUCK))
        .map(RunResult::deadlock)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Empty if all runs are well. */
  private String explanation(Outcome worst) {
    List<String> parts = new ArrayList<>();
    if (worst != Outcome.COMPLETED) {
      List<Integer> bad = places(result -> result.outcome() == worst);
      parts.add(named(bad) + ": " + results.get(bad.getFirst()).explanation());
    }
    if (!noisy.isEmpty() && noisy.size() < results.size()) {
      parts.add(
          named(noisy) + (noisy.size() == 1 ? ", met" : ", each met") + " a machine too noisy.");
    }
    return String.join(" ", parts);
  }

  private List<Integer> places(Predicate<RunResult> which) {
    return IntStream.range(0, results.size())
        .filter(place -> which.test(results.get(place)))
        .boxed()
        .toList();
  }

  /** Such as {@code 1 of 4 runs, number 2}: in the order in which they began. */
  private String named(List<Integer> places) {
    String numbers =
        places.stream()
            .limit(MOST_NAMED)
            .map(place -> Integer.toString(place + 1))
            .collect(Collectors.joining(", "));
    return "%d of %d runs, number %s%s"
        .formatted(places.size(), results.size(), numbers, places.size() > MOST_NAMED ? ", …" : "");
  }

  /**
   * All processor time, divided by the visits of all runs. The visits of a run follow from its two
   * figures. Not measured unless all runs have measured it.
   */
  private Cpu cpu() {
    long nanos = 0;
    double visits = 0;
    for (RunResult result : results) {
      Long ofRun = result.cpu().nanos();
      Double ofVisit = result.cpu().nanosPerVisit();
      if (ofRun == null || ofVisit == null) {
        return Cpu.NOT_MEASURED;
      }
      nanos += ofRun;
      visits += ofVisit > 0 ? ofRun / ofVisit : 0;
    }
    return new Cpu(nanos, visits == 0 ? 0 : nanos / visits, null);
  }

  private @Nullable Simulation simulation() {
    List<Simulation> all =
        results.stream().map(RunResult::simulation).filter(Objects::nonNull).toList();
    if (all.isEmpty()) {
      return null;
    }
    Simulation one = all.getFirst();
    List<Boolean> found =
        all.stream().map(Simulation::warmupFound).filter(Objects::nonNull).toList();
    Optional<Long> suggested =
        all.stream()
            .map(Simulation::suggestedWarmupNanos)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
    return new Simulation(
        one.method(),
        one.model(),
        all.stream().flatMap(each -> each.seeds().stream()).toList(),
        one.warmupNanos(),
        found.isEmpty() ? null : Boolean.valueOf(!found.contains(false)),
        suggested.orElse(null));
  }

  /** Failed is worse than not judged, which is worse than passed. */
  private List<Check> checks() {
    List<Check.Verdict> better =
        List.of(Check.Verdict.PASSED, Check.Verdict.NOT_JUDGED, Check.Verdict.FAILED);
    Map<String, Check> worst = new LinkedHashMap<>();
    for (RunResult result : results) {
      for (Check check : result.checks()) {
        worst.merge(
            check.name(),
            check,
            (one, other) ->
                better.indexOf(other.verdict()) > better.indexOf(one.verdict()) ? other : one);
      }
    }
    return worst.values().stream().map(this::ofWhich).toList();
  }

  /** The same check, with the runs that it did not pass in. */
  private Check ofWhich(Check worst) {
    List<Integer> bad =
        places(
            result ->
                result.checks().stream()
                    .anyMatch(
                        check ->
                            check.name().equals(worst.name())
                                && check.verdict() == worst.verdict()));
    return bad.size() == results.size() ? worst : worst.inRuns(named(bad));
  }
}
