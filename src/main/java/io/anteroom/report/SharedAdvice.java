package io.anteroom.report;

import io.anteroom.result.metric.Verdict.Judgement;
import io.anteroom.result.verdict.RunVerdict;
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
   * What to do where chance may decide whether the expectations of a run that completed are met;
   * empty where it may not.
   */
  static Optional<String> unsure(RunVerdict verdict) {
    return verdict.expectations().stream()
        .filter(one -> one.judgement() == Judgement.NOT_JUDGED && one.measured().isPresent())
        .findFirst()
        .map(
            one ->
                "Make more replications, or forks: they narrow the interval until it is clear on"
                    + " which side of the limit %s lies."
                        .formatted(one.expectation().metric().name()));
  }
}
