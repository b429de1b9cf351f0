package io.anteroom.report;

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
}
