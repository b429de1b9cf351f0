package io.anteroom.study.fit;

import io.anteroom.result.FigureText;

/** Lengths of time in findings: three digits, without zeros that say nothing. */
final class WindowText {
  private WindowText() {}

  static String of(double nanos) {
    String text = FigureText.duration(nanos);
    return text.replaceFirst("(\\.\\d*?)0+(?=[a-zµ])", "$1").replaceFirst("\\.(?=[a-zµ])", "");
  }
}
