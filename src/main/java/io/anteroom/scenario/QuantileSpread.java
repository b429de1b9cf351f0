package io.anteroom.scenario;

import java.util.function.DoubleConsumer;

/**
 * Makes values of a table of percentiles: {@value #COUNT} of them, each as probable as the others,
 * which have those percentiles and lie on straight lines between them. For one table and one
 * thread.
 */
public final class QuantileSpread {
  /** How many there are once the table is at its end. */
  static final int COUNT = 10_000;

  private final DoubleConsumer values;
  private int done;
  private double lastShare;
  private double lastValue = Double.NaN;

  /**
   * Hands on what it makes.
   *
   * @param values in ascending order
   */
  public QuantileSpread(DoubleConsumer values) {
    this.values = values;
  }

  /** The next line of the table. */
  public void add(PercentileLine line) {
    for (; done < COUNT && (done + 0.5) / COUNT <= line.share(); done++) {
      double part = ((done + 0.5) / COUNT - lastShare) / (line.share() - lastShare);
      values.accept(
          Double.isNaN(lastValue) ? line.value() : lastValue + part * (line.value() - lastValue));
    }
    lastShare = line.share();
    lastValue = line.value();
  }
}
