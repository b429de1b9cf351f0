package io.anteroom.lesson;

import io.anteroom.expectation.Unit;
import io.anteroom.result.FigureText;

/** Figures that have no name, in sentences. */
final class Numbers {
  private static final int DIGITS = 3;

  private Numbers() {}

  /** A plain number; a dash where there is none. */
  static String text(double number) {
    return Double.isFinite(number) ? Unit.NUMBER.text(number, DIGITS) : "–";
  }

  /** A whole number with its thousands set apart; a dash where there is none. */
  static String count(double number) {
    return Double.isFinite(number) ? FigureText.count(Math.round(number)) : "–";
  }
}
