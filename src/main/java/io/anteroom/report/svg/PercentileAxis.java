package io.anteroom.report.svg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * HdrHistogram's axis of percentiles: each further nine has the same room, so that the tail can be
 * seen. The percentile p lies at log10(100 / (100 - p)).
 */
public final class PercentileAxis implements PlotAxis {
  private static final double HUNDRED = 100;

  private final double decades;

  /**
   * An axis that ends where only one of so many values is greater.
   *
   * @param count how many values there are
   */
  public PercentileAxis(long count) {
    this.decades = Math.max(StrictMath.log10((double) count), 1);
  }

  @Override
  public double share(double percentile) {
    return percentile >= HUNDRED
        ? 1
        : Math.clamp(StrictMath.log10(HUNDRED / (HUNDRED - percentile)) / decades, 0, 1);
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>(List.of(new Tick(0, "0%"), new Tick(50, "50%")));
    for (int nines = 1; nines <= decades; nines++) {
      BigDecimal percentile =
          BigDecimal.valueOf(100).subtract(BigDecimal.ONE.scaleByPowerOfTen(2 - nines));
      ticks.add(new Tick(percentile.doubleValue(), percentile.toPlainString() + "%"));
    }
    return ticks;
  }
}
