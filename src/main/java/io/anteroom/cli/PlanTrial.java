package io.anteroom.cli;

import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.activity.UnsupportedActivityException;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.result.Run;
import io.anteroom.run.engine.Engine;
import io.anteroom.run.engine.Progress;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.Question;
import io.anteroom.study.plan.SizesPlan;
import io.anteroom.study.plan.SizesQuestion;
import io.anteroom.study.plan.SizesVerifier;
import io.anteroom.study.plan.Verifier;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs the answer of a plan on virtual threads. Safe for all threads. */
final class PlanTrial {
  private static final Duration LEAST_VERIFIED = Duration.ofSeconds(1);

  private final boolean wanted;
  private final Duration lasting;
  private volatile boolean stopping;
  private volatile @Nullable Engine running;

  /**
   * A trial that is wanted or not.
   *
   * @param lasting how long each of its runs lasts, such as 10s
   * @throws IllegalArgumentException with the reason
   */
  PlanTrial(boolean wanted, String lasting) {
    this.wanted = wanted;
    this.lasting = lasting(lasting);
  }

  /** The plan with what became of its answer and neighbour. */
  Plan verified(Catalogue catalogue, Plan plan, Question question)
      throws IOException, InterruptedException, UnsupportedActivityException {
    try (RoomActivity activity = catalogue.activity(question.scenario())) {
      return new Verifier(question, scenario -> run(catalogue, scenario, activity), lasting)
          .verified(plan);
    }
  }

  /** The plan of sizes with what became of them, and of those with a room fewer. */
  SizesPlan verified(Catalogue catalogue, SizesPlan plan, SizesQuestion question)
      throws IOException, InterruptedException, UnsupportedActivityException {
    try (RoomActivity activity = catalogue.activity(question.scenario())) {
      return new SizesVerifier(question, scenario -> run(catalogue, scenario, activity), lasting)
          .verified(plan);
    }
  }

  private Run run(Catalogue catalogue, Scenario scenario, RoomActivity activity)
      throws InterruptedException {
    Engine engine = new Engine(scenario, activity, catalogue::mode, new WallClock(), null);
    running = engine;
    if (stopping) {
      engine.interrupt();
    }
    return engine.run();
  }

  /** Ends the run that is on, and those to come, early. */
  void interrupt() {
    stopping = true;
    Engine engine = running;
    if (engine != null) {
      engine.interrupt();
    }
  }

  /** Whether it is wanted, and was not told to end early. */
  boolean wanted() {
    return wanted && !stopping;
  }

  /** How far the run is; null: none has begun. */
  @Nullable String progress() {
    Engine engine = running;
    Progress progress = engine == null ? null : engine.progress();
    return progress == null ? null : ProgressLine.of(progress);
  }

  /** Whether a run has begun. */
  boolean begun() {
    return running != null;
  }

  private static Duration lasting(String verifyDuration) {
    try {
      Duration lasting = DurationText.parse(verifyDuration);
      if (lasting.compareTo(LEAST_VERIFIED) >= 0) {
        return lasting;
      }
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "--verify-duration: can't be \"" + verifyDuration + "\"; " + wrong.getMessage());
    }
    throw new IllegalArgumentException(
        "--verify-duration: can't be " + verifyDuration + "; allowed: at least 1s");
  }
}
