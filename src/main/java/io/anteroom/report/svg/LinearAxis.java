package io.anteroom.report.svg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** An axis from 0 on, with round values 1, 2 or 5 apart, or a power of ten times that. */
public final class LinearAxis implements PlotAxis {
  private static final List<BigDecimal> STEPS =
      List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), BigDecimal.TEN);

  private final double end;
  private final List<Tick> ticks;

  private LinearAxis(double end, List<Tick> ticks) {
    this.end = end;
    this.ticks = ticks;
  }

  /**
   * An axis that ends at the first labelled value which is not below all values.
   *
   * @param most the greatest value, not negative
   * @param steps how many steps there may be, at least 2
   */
  public static LinearAxis to(double most, int steps, DoubleFunction<String> label) {
    return of(most, BigDecimal.ONE, steps, label, true);
  }

  /**
   * As {@link #to}, with values that are round in a unit.
   *
   * @param unit how long it is, such as 60 for minutes on an axis of seconds
   */
  public static LinearAxis to(
      double most, BigDecimal unit, int steps, DoubleFunction<String> label) {
    return of(most, unit, steps, label, true);
  }

  /** An axis that ends at the greatest value, which need not have a label. */
  public static LinearAxis endingAt(
      double most, BigDecimal unit, int steps, DoubleFunction<String> label) {
    return of(most, unit, steps, label, false);
  }

  private static LinearAxis of(
      double most, BigDecimal unit, int steps, DoubleFunction<String> label, boolean round) {
    BigDecimal greatest = BigDecimal.valueOf(most > 0 ? most : 1);
    BigDecimal step = step(greatest.divide(unit, MathContext.DECIMAL128), steps).multiply(unit);
    int count = (int) Math.ceil(greatest.doubleValue() / step.doubleValue() - 1e-9);
    double end = round ? step.multiply(BigDecimal.valueOf(count)).doubleValue() : most;
    List<Tick> ticks =
        IntStream.rangeClosed(0, count)
            .mapToDouble(i -> step.multiply(BigDecimal.valueOf(i)).doubleValue())
            .filter(value -> value <= end)
            .mapToObj(value -> new Tick(value, label.apply(value)))
            .toList();
    return new LinearAxis(end > 0 ? end : 1, ticks);
  }

  private static BigDecimal step(BigDecimal greatest, int steps) {
    double least = greatest.doubleValue() / steps;
    int magnitude = greatest.precision() - greatest.scale() - 1;
    for (int power = magnitude - 3; ; power++) {
      for (BigDecimal round : STEPS) {
        BigDecimal step = round.scaleByPowerOfTen(power);
        if (step.doubleValue() >= least * (1 - 1e-9)) {
          return step;
        }
      }
    }
  }

  /** The value at which it ends. */
  public double end() {
    return end;
  }

  @Override
  public double share(double value) {
    return Math.clamp(value / end, 0, 1);
  }

  @Override
  public List<Tick> ticks() {
    return ticks;
  }
}
