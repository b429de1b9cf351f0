package io.anteroom.scenario;

/** A constant with a word that scenarios and reports write. */
public interface Named {
  /** The word, in lower case. */
  String word();
}
