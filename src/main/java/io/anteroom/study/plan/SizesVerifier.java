package io.anteroom.study.plan;

import io.anteroom.result.Machine;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the sizes that a plan found for real, and those with a room fewer in a pool, beside the very
 * same journeys simulated.
 */
public final class SizesVerifier {
  private final SizesQuestion question;
  private final Verifier.RealRuns real;
  private final Duration duration;

  /**
   * @param duration of each run; a burst ends when it ends
   */
  public SizesVerifier(SizesQuestion question, Verifier.RealRuns real, Duration duration) {
    this.question = question;
    this.real = real;
    this.duration = duration;
  }

  /** The plan with what came of it for real; the plan itself where it has no answer. */
  public SizesPlan verified(SizesPlan plan) throws InterruptedException {
    SizesPlan.Answer answer = plan.answer();
    if (answer == null) {
      return plan;
    }
    List<SizesVerification> ran = new ArrayList<>();
    String failure = "";
    for (SizesPoint point :
        Stream.concat(Stream.of(answer.point()), answer.fewer().stream()).toList()) {
      SizesVerification one = verify(point);
      ran.add(one);
      if (one.outcome().equals(Outcome.INTERRUPTED.word())) {
        return plan.with(ran, Plan.INTERRUPTED, "Stopped on request while it ran for real.");
      }
      failure = ran.size() == 1 ? failure(one) : failure;
    }
    if (!failure.isEmpty()) {
      return plan.with(
          ran, Plan.FAILED_FOR_REAL, "When these sizes ran for real, " + failure + ".");
    }
    String notJudged = ran.getFirst().notJudged();
    return notJudged.isEmpty()
        ? plan.with(ran, plan.outcome(), plan.explanation())
        : plan.with(ran, Plan.NOT_JUDGED_FOR_REAL, "Not judged for real: " + notJudged + ".");
  }

  private SizesVerification verify(SizesPoint point) throws InterruptedException {
    Scenario scenario =
        Variation.forReal(question.at(List.copyOf(point.sizes().values())), duration);
    Run run = real.run(scenario);
    Run same =
        SimulatedRun.brief(Variation.simulated(scenario, 2), false)
            .run(Machine.now(scenario.conduct().carriers()));
    List<Objective> objectives = question.objectives();
    List<Verification.Figure> figures = new ArrayList<>();
    for (int place = 0; place < objectives.size(); place++) {
      figures.add(Verifier.figure(objectives.get(place), point.standings().get(place), same, run));
    }
    return new SizesVerification(
        point.sizes(),
        run.result().outcome().word(),
        run.result().visits().completed(),
        run.result().hold().meanNanos(),
        same.result().hold().meanNanos(),
        figures,
        Verifier.ended(run.result()));
  }

  /** What the answer fell short of, as words that go on after a comma; empty where it did not. */
  private String failure(SizesVerification answer) {
    List<String> failures = new ArrayList<>();
    if (!answer.outcome().equals(Outcome.COMPLETED.word())) {
      failures.add(answer.failure());
    }
    List<Objective> objectives = question.objectives();
    for (int place = 0; place < objectives.size(); place++) {
      Verification.Figure figure = answer.figures().get(place);
      if (figure.missed()) {
        failures.add(figure.failure(objectives.get(place)));
      }
    }
    return String.join(" and ", failures);
  }
}
