package io.anteroom.teach;

import io.anteroom.result.metric.Unit;

/** Figures that have no name, in sentences. */
final class LessonNumbers {
  private LessonNumbers() {}

  /** A plain number; a dash where there is none. */
  static String text(double number) {
    return Figures.text(Unit.NUMBER, number);
  }

  /** How often, such as {@code 3 times}. */
  static String times(double number) {
    return number == 1 ? "once" : text(number) + " times";
  }
}
