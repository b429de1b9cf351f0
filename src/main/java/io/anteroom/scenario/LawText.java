package io.anteroom.scenario;

/**
 * How a distribution of the catalogue {@link Laws} is written.
 *
 * @param word before the colon
 * @param pattern a regular expression for what follows it
 * @param example that is allowed
 * @param reading reads what follows the colon
 */
record LawText(String word, String pattern, String example, Reading reading) {
  /** Reads what follows the colon. */
  interface Reading {
    /**
     * The distribution.
     *
     * @throws IllegalArgumentException if the text is not one; the message says what is allowed
     */
    Distribution.Law read(String figure);
  }
}
