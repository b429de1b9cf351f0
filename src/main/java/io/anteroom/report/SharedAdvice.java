package io.anteroom.report;

import io.anteroom.result.metric.Verdict;
import io.anteroom.result.metric.Verdict.Judgement;
import java.util.Optional;

/** Advice that does not depend on how many pools a run has. */
final class SharedAdvice {
  static final String CONTRADICTION =
      "Do not use these figures: they contradict each other. Run it again; if the check fails"
          + " again, report it with the results folder.";

  static final String SERVER_LOST =
      "Do not use these figures: look into what happened to the server, start it, and run"
          + " again.";

  static final String INTERRUPTED =
      "The run was cut short: run it to its end before you rely on its tails.";

  static final String STUCK =
      "Look into the thread dump in the results folder for who holds what the others wait for.";

  static final String LESS_SURE =
      "Ask for a wider interval, or make the replications longer: a longer one says more.";

  private SharedAdvice() {}

  /**
   * What to do where the figure of a run that completed is too unsure to be judged; empty where it
   * is not.
   */
  static Optional<String> unsure(Verdict verdict) {
    return verdict.judgement() == Judgement.NOT_JUDGED && verdict.measured().isPresent()
        ? Optional.of(
            "Make more replications, or forks: they narrow the interval until it is clear on which"
                + " side of the limit %s lies.".formatted(verdict.expectation().metric().name()))
        : Optional.empty();
  }
}
