package io.anteroom.study.compare;

import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimates;
import org.jspecify.annotations.Nullable;

/**
 * How many forks would tell whether two arms differ, if those to come vary as those seen.
 *
 * <p>It is the least n, of {@link Contrasts#LEAST_PAIRS} or more, with t · s / √n below half of the
 * difference that matters; s is the deviation of the pairs' differences, and t the quantile of
 * Student's distribution with n − 1 degrees of freedom at the level of the test. Such an interval
 * either leaves out "no difference", or is too short to hide one that matters, wherever its middle
 * lies (Cochran: Sampling Techniques, 3rd edition, 1977, chapter 4). The deviation of few pairs is
 * rough, and so is n: of four pairs, the true one may be nearly four times as large.
 */
final class ForksNeeded {
  /** More forks than these nobody runs. */
  static final int MOST = 1000;

  private ForksNeeded() {}

  /**
   * The number of forks; above {@link #MOST} it is only known that there are more.
   *
   * @param level of the test that could not tell
   */
  static int of(Paired paired, double level, Unit unit) {
    double half = Contrasts.matters(paired, unit) / 2;
    int forks = Contrasts.LEAST_PAIRS;
    while (forks <= MOST
        && Estimates.quantile(forks, level) * paired.deviation() / Math.sqrt(forks) >= half) {
      forks++;
    }
    return forks;
  }

  /** The number for a person to read. */
  static String text(@Nullable Integer forks) {
    if (forks == null) {
      return "";
    }
    return forks > MOST ? "more than 1,000 would" : "about " + forks + " would";
  }
}
