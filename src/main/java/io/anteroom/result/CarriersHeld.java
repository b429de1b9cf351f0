package io.anteroom.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carriers that virtual threads held, over the time of a run.
 *
 * @param carriers how many there were; some JDKs add more while threads hold them in {@code
 *     Object.wait}
 * @param atEnd how many were held when the run got stuck; null where it did not, or nobody saw
 * @param shortestNanos shorter holds are not recorded
 * @param moments in order of time
 */
public record CarriersHeld(
    int carriers, @Nullable Integer atEnd, long shortestNanos, List<Moment> moments) {
  public CarriersHeld {
    moments = List.copyOf(moments);
  }

  /**
   * Carriers held between two times.
   *
   * @param held on average; null where that is not known
   */
  public record Moment(double startSeconds, double endSeconds, @Nullable Double held) {}
}
