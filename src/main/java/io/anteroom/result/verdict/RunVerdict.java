package io.anteroom.result.verdict;

import io.anteroom.result.Check;
import io.anteroom.result.FigureText;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.VerdictRecord;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Verdict;
import io.anteroom.result.metric.Verdict.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a run as a whole: the one verdict that every report, the exit code and the
 * table of a sweep's cells show. The same run has the same verdict, whether it has just ended or
 * was read from its results folder. Immutable.
 *
 * @param kind the first one that applies
 * @param reason why, without a full stop at its end; empty where there is nothing to say
 * @param details what else there is to know of how the run ended; mostly empty
 * @param expectations what came of each expectation of the scenario
 */
public record RunVerdict(
    VerdictKind kind, String reason, String details, List<Verdict> expectations) {
  /** More expectations of one kind than these are counted, not named. */
  private static final int MOST_NAMED = 2;

  /** A kind, and the reason why it applies; empty where it does not. */
  private record Rule(VerdictKind kind, BiFunction<Run, List<Verdict>, Optional<String>> reason) {}

  /** What is asked of a run that completed, in order; the last kind applies where none of these. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(VerdictKind.OBJECTIVE_MISSED, (run, all) -> named(all, Judgement.NOT_MET)),
          new Rule(
              VerdictKind.OBJECTIVE_NOT_JUDGED, (run, all) -> named(all, Judgement.NOT_JUDGED)),
          new Rule(VerdictKind.CARRIERS_HELD, (run, all) -> Noise.ofHeldCarriers(run.result())),
          new Rule(VerdictKind.MACHINE_TOO_NOISY, (run, all) -> Noise.ofMachine(run.result())),
          new Rule(VerdictKind.THEORY_DISAGREES, (run, all) -> Disagreement.of(run)),
          new Rule(VerdictKind.TOO_FEW_VISITS, FewVisits::of),
          new Rule(VerdictKind.PRECISION_NOT_MET, (run, all) -> tooWide(run.result().confidence())),
          new Rule(VerdictKind.OBJECTIVE_MET, (run, all) -> named(all, Judgement.MET)));

  public RunVerdict {
    expectations = List.copyOf(expectations);
  }

  public static RunVerdict of(Run run) {
    List<Verdict> expectations =
        Expectation.of(run.scenario()).stream().map(one -> one.evaluate(run)).toList();
    Optional<Check> failed =
        run.result().checks().stream()
            .filter(check -> check.verdict() == Check.Verdict.FAILED)
            .findFirst();
    if (failed.isPresent()) {
      return invalid(run.result(), failed.get(), expectations);
    }
    return switch (run.result().outcome()) {
      case INVALID -> ended(VerdictKind.INVALID, run.result(), expectations);
      case STUCK -> ended(VerdictKind.STUCK, run.result(), expectations);
      case SERVER_LOST -> ended(VerdictKind.SERVER_LOST, run.result(), expectations);
      case INTERRUPTED -> ended(VerdictKind.INTERRUPTED, run.result(), expectations);
      case SATURATED -> ended(VerdictKind.SATURATED, run.result(), expectations);
      case COMPLETED -> completed(run, expectations);
    };
  }

  /** The kind, and the reason after it: the first line of every report. */
  public String headline() {
    return reason.isEmpty() ? kind.words() : kind.words() + ": " + reason;
  }

  /** As documents have it. */
  public VerdictRecord toRecord() {
    return new VerdictRecord(kind.word(), kind.rating().word(), headline());
  }

  /** A check that failed comes before how the run ended. */
  private static RunVerdict invalid(RunResult result, Check failed, List<Verdict> expectations) {
    String reason = "check " + failed.name() + " failed";
    return new RunVerdict(
        VerdictKind.INVALID,
        failed.reason().isEmpty() ? reason : reason + ": " + failed.reason(),
        result.outcome() == Outcome.INVALID
            ? Sentences.of(result.explanation()).rest()
            : result.explanation().strip(),
        expectations);
  }

  private static RunVerdict ended(VerdictKind kind, RunResult result, List<Verdict> expectations) {
    Sentences why = Sentences.of(result.explanation());
    return new RunVerdict(kind, why.first(), why.rest(), expectations);
  }

  private static RunVerdict completed(Run run, List<Verdict> expectations) {
    String details = run.result().explanation().strip();
    for (Rule rule : RULES) {
      Optional<String> reason = rule.reason.apply(run, expectations);
      if (reason.isPresent()) {
        return new RunVerdict(rule.kind, reason.get(), details, expectations);
      }
    }
    return new RunVerdict(VerdictKind.COMPLETED, "", details, expectations);
  }

  private static Optional<String> tooWide(@Nullable Confidence confidence) {
    return confidence == null
        ? Optional.empty()
        : confidence
            .shortfall()
            .map(
                words ->
                    "%s after %s replications"
                        .formatted(words, FigureText.count(confidence.replications())));
  }

  /** The expectations that were judged so; empty if there are none. */
  private static Optional<String> named(List<Verdict> expectations, Judgement judgement) {
    List<String> named =
        expectations.stream()
            .filter(verdict -> verdict.judgement() == judgement)
            .map(Verdict::finding)
            .toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String first = String.join("; ", named.subList(0, Math.min(named.size(), MOST_NAMED)));
    int more = named.size() - MOST_NAMED;
    return Optional.of(more > 0 ? first + "; and " + more + " more" : first);
  }
}
