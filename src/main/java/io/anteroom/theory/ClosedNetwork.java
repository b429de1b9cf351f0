package io.anteroom.theory;

import java.util.ArrayList;
import java.util.List;

/**
 * A number of persons who go round and round: they think, and they visit pools whose holds are
 * exponential, with one mean for each pool. How the thinking is distributed does not matter, nor
 * the routes; only how often each pool is visited. By the arrival theorem a person finds each pool
 * as it would be without that person. The states come by convolution, in which all terms are
 * positive, so that no digits are lost.
 *
 * <p>Sources: W. J. Gordon, G. F. Newell, Closed queuing systems with exponential servers, 1967; J.
 * P. Buzen, Computational algorithms for closed queueing networks with exponential servers, 1973;
 * M. Reiser, S. S. Lavenberg, Mean-value analysis of closed multichain queuing networks, 1980.
 */
final class ClosedNetwork {
  /**
   * A pool of it.
   *
   * @param rooms at least 1
   * @param perRound how often a person visits it in each round, on average
   * @param meanHold greater than 0
   */
  record Pool(int rooms, double perRound, double meanHold) {
    double demand() {
      return perRound * meanHold;
    }
  }

  /** Weights below this share of the greatest count as 0. */
  private static final double NEGLIGIBLE = 1e-300;

  private final int persons;
  private final double meanThink;
  private final List<Pool> pools;
  private final List<double[]> found = new ArrayList<>();

  /**
   * The steady state. Takes time in proportion to the pools and to the square of the persons.
   *
   * @param persons at least 1
   * @param meanThink in each round, in pools without rooms to wait for; at least 0
   * @param pools at least one
   */
  ClosedNetwork(int persons, double meanThink, List<Pool> pools) {
    this.persons = persons;
    this.meanThink = meanThink;
    this.pools = List.copyOf(pools);
    double scale = likelyThroughput();
    List<double[]> weights = new ArrayList<>();
    for (Pool pool : pools) {
      weights.add(weights(pool.rooms(), pool.demand() * scale));
    }
    double[] thinking = weights(Integer.MAX_VALUE, meanThink * scale);
    List<double[]> after = new ArrayList<>(List.of(thinking));
    for (int pool = pools.size() - 1; pool > 0; pool--) {
      after.addFirst(convolution(weights.get(pool), after.getFirst()));
    }
    double[] before = weights(1, 0);
    for (int pool = 0; pool < pools.size(); pool++) {
      double[] others = convolution(before, after.get(pool));
      found.add(inPool(weights.get(pool), others));
      before = convolution(before, weights.get(pool));
    }
  }

  /** An upper bound that scales the weights so that those that count are neither huge nor tiny. */
  private double likelyThroughput() {
    double most = persons / (meanThink + pools.stream().mapToDouble(Pool::demand).sum());
    for (Pool pool : pools) {
      most = Math.min(most, pool.rooms() / pool.demand());
    }
    return most;
  }

  /**
   * How likely it is relatively that so many are there, for up to all persons but one. They are
   * counted from the likeliest number on, so that none overflows.
   *
   * @param load at most as great as the rooms
   */
  private double[] weights(int rooms, double load) {
    double[] weights = new double[persons];
    int likeliest = (int) Math.min(load, persons - 1);
    weights[likeliest] = 1;
    for (int present = likeliest; present + 1 < persons; present++) {
      weights[present + 1] = weights[present] * load / Math.min(present + 1, rooms);
    }
    for (int present = likeliest; present > 0; present--) {
      weights[present - 1] = weights[present] * Math.min(present, rooms) / load;
    }
    return weights;
  }

  private static double[] convolution(double[] one, double[] other) {
    double[] both = new double[one.length];
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      if (one[i] > NEGLIGIBLE) {
        for (int j = 0; i + j < both.length; j++) {
          both[i + j] += one[i] * other[j];
        }
      }
    }
    for (double weight : both) {
      most = Math.max(most, weight);
    }
    for (int i = 0; i < both.length; i++) {
      both[i] /= most;
    }
    return both;
  }

  /** The probability to find so many persons in a pool as the index. */
  private static double[] inPool(double[] own, double[] others) {
    double[] found = new double[own.length];
    double sum = 0;
    for (int present = 0; present < found.length; present++) {
      found[present] = own[present] * others[found.length - 1 - present];
      sum += found[present];
    }
    for (int present = 0; present < found.length; present++) {
      found[present] /= sum;
    }
    return found;
  }

  /** The probability that a visit to a pool finds all rooms taken. */
  double waited(int pool) {
    return stages(pool).moreThan().applyAsDouble(0);
  }

  /** The mean wait of a visit to a pool. */
  double meanWait(int pool) {
    int rooms = pools.get(pool).rooms();
    double[] persons = found.get(pool);
    double departures = 0;
    for (int present = rooms; present < persons.length; present++) {
      departures += persons[present] * (present - rooms + 1);
    }
    return departures * pools.get(pool).meanHold() / rooms;
  }

  /** The wait of a visit to a pool, first come, first served. */
  ErlangStages stages(int pool) {
    int rooms = pools.get(pool).rooms();
    double[] persons = found.get(pool);
    double[] atLeast = new double[Math.max(persons.length - rooms, 0) + 1];
    for (int present = persons.length - 1; present >= rooms; present--) {
      atLeast[present - rooms] = atLeast[present - rooms + 1] + persons[present];
    }
    return new ErlangStages(
        pools.get(pool).meanHold() / rooms,
        departures -> departures < atLeast.length ? atLeast[departures] : 0);
  }

  /** Rounds a unit of time of all persons together, by Little's law. */
  double throughput() {
    double round = meanThink;
    for (int pool = 0; pool < pools.size(); pool++) {
      round += pools.get(pool).perRound() * (meanWait(pool) + pools.get(pool).meanHold());
    }
    return persons / round;
  }
}
