package io.anteroom.study.plan;

import io.anteroom.result.Deadlock;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.run.simulate.Simulator;
import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Runs a plan's answer and its neighbour for real, beside the very same visits simulated. */
public final class Verifier {
  private final Question question;
  private final RealRuns real;
  private final Duration duration;

  /** Runs scenarios on virtual threads. */
  @FunctionalInterface
  public interface RealRuns {
    /** Runs one to its end, or until it is told to end early. */
    Run run(Scenario scenario) throws InterruptedException;
  }

  /**
   * @param duration of each run; a burst ends when it ends
   */
  public Verifier(Question question, RealRuns real, Duration duration) {
    this.question = question;
    this.real = real;
    this.duration = duration;
  }

  /** The plan with what came of it for real; the plan itself where it has no answer. */
  public Plan verified(Plan plan) throws InterruptedException {
    BigDecimal answer = plan.answer();
    if (answer == null) {
      return plan;
    }
    List<Verification> verifications = new ArrayList<>();
    boolean going = verify(plan.at(answer), verifications);
    BigDecimal notMet = plan.notMet();
    if (going && notMet != null) {
      going = verify(plan.at(notMet), verifications);
    }
    return plan.with(verifications, !going);
  }

  /** False if the run was told to end. */
  private boolean verify(@Nullable Point point, List<Verification> verifications)
      throws InterruptedException {
    if (point == null) {
      return true;
    }
    Scenario scenario = Variation.forReal(at(point.value()), duration);
    Run run = real.run(scenario);
    Scenario again = Variation.simulated(scenario, 2);
    Environment environment = Machine.now(scenario.conduct().carriers());
    Run same = Simulator.brief(again).run(environment);
    List<Verification.Figure> figures =
        point.standings().stream()
            .map(standing -> figure(Objective.of(standing), standing, same, run))
            .toList();
    verifications.add(
        new Verification(
            point.value(),
            run.result().outcome().word(),
            run.result().visits().completed(),
            run.result().hold().meanNanos(),
            same.result().hold().meanNanos(),
            figures,
            ended(run.result())));
    return run.result().outcome() != Outcome.INTERRUPTED;
  }

  /** What a run says of its end, or of a deadlock that patience ended; null: nothing. */
  static @Nullable String ended(RunResult result) {
    Deadlock deadlock = result.deadlock();
    if (!result.explanation().isEmpty()) {
      return result.explanation();
    }
    return deadlock == null ? null : deadlock.wordsOfPatience();
  }

  private Scenario at(BigDecimal value) {
    SearchAxis axis = SearchAxis.of(question.find(), question.scenario(), question.mostRooms());
    return axis.at(axis.position(value.doubleValue()));
  }

  /** How an objective, whose standing that is, did for real. */
  static Verification.Figure figure(Objective objective, Standing standing, Run same, Run run) {
    Double measured = measured(objective, run);
    return new Verification.Figure(
        standing.objective(),
        standing.theory(),
        standing.simulated(),
        measured(objective, same),
        measured,
        measured != null && objective.met(measured));
  }

  private static @Nullable Double measured(Objective objective, Run run) {
    OptionalDouble figure = objective.metric().measure(run);
    return figure.isPresent() ? figure.getAsDouble() : null;
  }
}
