package io.anteroom.teach;

import io.anteroom.result.metric.Unit;

/**
 * What is known of a figure, and where: the rule that grades it. Figures are ratios, counts or
 * shares where that can be, so that a slow machine has the same grade.
 *
 * @param jdks where it is known
 * @param what the figure, as a sentence has it
 * @param expected where it lies usually
 * @param possible farther: what lies in there, but is not expected, is surprising; the rest
 *     contradicts what is known
 * @param reason why it is expected, as a clause
 */
record Claim(
    JdkRange jdks, String what, Quantity figure, Band expected, Band possible, String reason) {
  /** What the figure is in. */
  Unit unit() {
    return figure.form().equals(Quantity.SHARE) ? Unit.SHARE : Unit.NUMBER;
  }

  /** Holds it against what was seen. */
  Grade.Judged judge(View view) {
    double value = figure.value().applyAsDouble(view);
    if (!Double.isFinite(value)) {
      return new Grade.Judged(
          what, null, "no figure", expected.text(unit()), JdkMatch.NOT_JUDGED, reason);
    }
    return new Grade.Judged(
        what, value, Figures.text(unit(), value), expected.text(unit()), verdict(value), reason);
  }

  private JdkMatch verdict(double value) {
    if (expected.holds(value)) {
      return JdkMatch.EXPECTED;
    }
    return possible.holds(value) ? JdkMatch.SURPRISING : JdkMatch.CONTRADICTS;
  }
}
