package io.anteroom.theory;

/**
 * Theory has no formula for a scenario.
 *
 * @param reason which assumption fails: one plain sentence, without capital and full stop
 */
public record NoFormula(String reason) implements Theory {
  static final String NO_MEAN = "the variance of the holds is infinite, and so is the mean wait";
}
