package io.anteroom.report;

/** Where labelled facts go, one after the other. */
interface Facts {
  /** A fact; without a label it goes on with the one before. */
  Facts fact(String label, String fact);

  /** A fact that begins with a mark. */
  Facts fact(String label, Mark mark, String fact);

  /** Two facts that stand beside each other where there is room. */
  Facts pair(String label, String fact, String secondLabel, String second);
}
