package io.anteroom.study.plan;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricSource;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Warmup;
import java.time.Duration;
import java.util.List;

/**
 * How long a replication is, where the user does not say: so long that the rarest visits of the
 * objectives are 200 or more, that the beginning with empty rooms is forgotten, and that rare waits
 * come from many busy times rather than from one. What has to be forgotten takes some 1/(1-√ρ)²
 * holds of one room (Cohen: The Single Server Queue, 1982, III.7.3), more where gaps and holds vary
 * more, and at least some holds.
 */
final class RunLength {
  private static final long ROUND = 1_000;
  private static final long LEAST_VISITS = 20_000;
  private static final long MOST_VISITS = 2_000_000;
  private static final double RAREST_VISITS = 200;
  private static final double RAREST_SHARES = 20;
  private static final double RELAXATIONS = 50;
  private static final double BUSY_TIMES = 4;
  private static final double HOLDS = 100;
  private static final double WARMUP = 0.2;
  private static final double LEAST_SHARE = 1e-4;

  private RunLength() {}

  /** The scenario at a length that suits the objectives. */
  static Scenario chosen(Scenario scenario, List<Objective> objectives) {
    if (scenario.demand().arrivals().ends()) {
      // A day is as long as it is, and begins with empty rooms.
      return scenario;
    }
    long visits = visits(scenario, objectives);
    if (scenario.demand().arrivals().open()) {
      return Variation.withLength(scenario, visits, null).withWarmup(new Warmup.Share(WARMUP));
    }
    if (scenario.demand().arrivals() instanceof Arrivals.AtOnce) {
      return scenario;
    }
    double nanos = visits / Load.arrivalsPerNano(scenario);
    double longest = (double) DurationText.LONGEST.toNanos();
    Duration duration = Duration.ofNanos((long) Math.min(nanos, longest));
    return Variation.withLength(scenario, null, duration).withWarmup(new Warmup.Share(WARMUP));
  }

  /** How many visits a replication has. */
  private static long visits(Scenario scenario, List<Objective> objectives) {
    double offered = Load.offered(scenario);
    double load = Math.min(offered / scenario.facility().rooms(), 1 - 1e-6);
    double forgetting =
        load / Math.pow(1 - Math.sqrt(load), 2) * Math.max(1, Load.variability(scenario));
    double visits = HOLDS * offered;
    for (Objective objective : objectives) {
      double share = quantileShare(objective);
      visits = Math.max(visits, Math.max(RELAXATIONS, BUSY_TIMES / share) * forgetting);
      visits = Math.max(visits, RAREST_VISITS / share);
      visits = Math.max(visits, RAREST_SHARES / limitShare(objective));
    }
    boolean bounded = scenario.stay().patience() != null || !scenario.demand().arrivals().open();
    return Math.clamp(
        Math.ceilDiv((long) visits, ROUND) * ROUND,
        LEAST_VISITS,
        bounded ? MOST_VISITS / 10 : MOST_VISITS);
  }

  /** The share of the visits that lies beyond a percentile. */
  private static double quantileShare(Objective objective) {
    Metric.Quantile quantile = objective.metric().quantile();
    return quantile == null ? 1 : (1 - quantile.percent() / 100) * (1 - WARMUP);
  }

  /** The share of the visits that an objective allows. */
  private static double limitShare(Objective objective) {
    Metric metric = objective.metric();
    if (metric.source() != MetricSource.VISITS) {
      return 1;
    }
    return switch (metric.kind()) {
      case SHARE -> Math.max(objective.limit(), LEAST_SHARE);
      case SERVED -> Math.max(1 - objective.limit(), LEAST_SHARE);
      default -> 1;
    };
  }
}
