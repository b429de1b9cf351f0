package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The distribution of a hold, as the probability that it exceeds a time. */
final class HoldTail {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private HoldTail() {}

  /** That of a distribution; times are in nanoseconds. */
  static WaitTail of(Distribution distribution) {
    double mean = distribution.meanNanos();
    return switch (distribution) {
      case Distribution.Fixed fixed -> time -> time < mean ? 1 : 0;
      case Distribution.Exponential exponential -> time -> Math.exp(-time / mean);
      case Distribution.Uniform uniform ->
          uniform((double) uniform.least().toNanos(), (double) uniform.most().toNanos());
      case Distribution.Lognormal lognormal -> lognormal(mean, lognormal.cv());
      case Distribution.Erlang erlang ->
          GammaDistribution.of(erlang.k(), mean / erlang.k())::survivalProbability;
      case Distribution.Hyperexponential hyper ->
          hyperexponential(mean, hyper.shorterPhaseProbability());
      case Distribution.Pareto pareto -> pareto(mean, pareto.alpha());
      case Distribution.Empirical empirical -> empirical(empirical.values());
      case Distribution.Paired paired -> empirical(paired.values());
      case Distribution.Mixture mixture -> time -> mixture.sum(part -> of(part).exceeds(time));
      case Distribution.Law law -> law::exceeds;
    };
  }

  private static WaitTail uniform(double least, double most) {
    return time -> time >= most ? 0 : time <= least ? 1 : (most - time) / (most - least);
  }

  private static WaitTail lognormal(double mean, double cv) {
    if (cv == 0) {
      return time -> time < mean ? 1 : 0;
    }
    double variance = Math.log1p(cv * cv);
    double location = Math.log(mean) - variance / 2;
    return time -> NORMAL.survivalProbability((Math.log(time) - location) / Math.sqrt(variance));
  }

  private static WaitTail hyperexponential(double mean, double shorter) {
    double longer = 1 - shorter;
    return time ->
        shorter * Math.exp(-2 * shorter * time / mean)
            + longer * Math.exp(-2 * longer * time / mean);
  }

  private static WaitTail pareto(double mean, double alpha) {
    double least = mean * (alpha - 1) / alpha;
    return time -> time <= least ? 1 : Math.pow(least / time, alpha);
  }

  private static WaitTail empirical(DurationList values) {
    long[] sorted = IntStream.range(0, values.size()).mapToLong(values::nanos).sorted().toArray();
    return time -> {
      int least = 0;
      int most = sorted.length;
      while (least < most) {
        int middle = least + (most - least) / 2;
        if (sorted[middle] <= time) {
          least = middle + 1;
        } else {
          most = middle;
        }
      }
      return (sorted.length - least) / (double) sorted.length;
    };
  }
}
