package io.anteroom.study.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate and how it stands with every objective.
 *
 * @param value rooms, arrivals per second, or nanoseconds of mean hold
 * @param utilisation share of the rooms' time in which they are taken, exact where a formula is;
 *     null where nothing says
 * @param verdict on all objectives together
 * @param probability that all objectives are met: at least that; what an exact formula decides is
 *     certain, the rest is by the replications; null where nothing was simulated
 * @param replications that were simulated
 * @param visits of each replication; on average where its duration bounds it
 * @param endless whether the line grows without end
 * @param nobodyWaited whether no visit of any replication had to wait
 */
public record Point(
    BigDecimal value,
    @Nullable Double utilisation,
    Judgement verdict,
    @Nullable Double probability,
    int replications,
    long visits,
    boolean endless,
    boolean nobodyWaited,
    List<Standing> standings) {
  public Point {
    standings = List.copyOf(standings);
  }
}
