package io.anteroom.theory;

/**
 * Persons who think and visit in turn, with one line and exponential holds: M/M/c//N. How the
 * thinking is distributed does not matter, its mean does. First come, first served. By the arrival
 * theorem a visit finds what a system without its person would show at a random time.
 *
 * <p>Source: D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, Fundamentals of Queueing
 * Theory, 4th ed. 2008, section 2.7; F. Baskett, K. M. Chandy, R. R. Muntz, F. G. Palacios, Open,
 * closed, and mixed networks of queues with different classes of customers, 1975; S. S. Lavenberg,
 * M. Reiser, Stationary state probabilities at arrival instants for closed queueing networks, 1980.
 */
final class FinitePopulation implements HasTail {
  private static final double NEGLIGIBLE = 1e-19;

  private final int persons;
  private final int rooms;
  private final double meanThink;
  private final double meanHold;
  private final double loadPerThinker;

  /** The fewest that a visit finds waiting, among the states that count. */
  private final int fewest;

  /** The probability to find so many persons waiting as the index and {@link #fewest}, or more. */
  private final double[] atLeast;

  private final double meanStages;
  private final double secondMomentOfStages;
  private final ErlangStages tail;

  /**
   * The steady state.
   *
   * @param persons at least 1
   * @param rooms at least 1
   * @param meanThink greater than 0
   * @param meanHold greater than 0
   */
  FinitePopulation(int persons, int rooms, double meanThink, double meanHold) {
    this.persons = persons;
    this.rooms = rooms;
    this.meanThink = meanThink;
    this.meanHold = meanHold;
    loadPerThinker = meanHold / meanThink;
    int others = persons - 1;
    int mode = likeliest(others);
    int most = reach(others, mode, 1);
    int least = reach(others, mode, -1);
    fewest = Math.max(0, least - rooms);
    atLeast = tails(others, mode, least, most);
    double first = 0;
    double second = 0;
    for (int i = 0; i + 1 < atLeast.length; i++) {
      double stages = fewest + i + 1.0;
      double probability = atLeast[i] - atLeast[i + 1];
      first += probability * stages;
      second += probability * stages * (stages + 1);
    }
    meanStages = first;
    secondMomentOfStages = second;
    tail = new ErlangStages(meanHold / rooms, this::moreStagesThan);
  }

  /** How much likelier {@code present + 1} persons are than {@code present}; falls with them. */
  private double ratio(int others, int present) {
    return (others - present) * loadPerThinker / Math.min(present + 1, rooms);
  }

  private int likeliest(int others) {
    int least = 0;
    int most = others;
    while (least < most) {
      int middle = least + (most - least) / 2;
      if (ratio(others, middle) >= 1) {
        least = middle + 1;
      } else {
        most = middle;
      }
    }
    return least;
  }

  /** The last number of persons in a direction that is not negligible against the likeliest. */
  private int reach(int others, int mode, int direction) {
    double weight = 1;
    int present = mode;
    while (weight > NEGLIGIBLE && present + direction >= 0 && present + direction <= others) {
      weight *= direction > 0 ? ratio(others, present) : 1 / ratio(others, present - 1);
      present += direction;
    }
    return present;
  }

  private double[] tails(int others, int mode, int least, int most) {
    double[] weights = new double[most - least + 1];
    weights[mode - least] = 1;
    for (int present = mode; present < most; present++) {
      weights[present + 1 - least] = weights[present - least] * ratio(others, present);
    }
    for (int present = mode; present > least; present--) {
      weights[present - 1 - least] = weights[present - least] / ratio(others, present - 1);
    }
    int first = rooms + fewest;
    double[] tails = new double[Math.max(1, most - first + 2)];
    double sum = 0;
    for (int present = most; present >= least; present--) {
      sum += weights[present - least];
      if (present >= first) {
        tails[present - first] = sum;
      }
    }
    for (int i = 0; i < tails.length; i++) {
      tails[i] /= sum;
    }
    return tails;
  }

  private double moreStagesThan(int stages) {
    int index = Math.max(0, stages - fewest);
    return index < atLeast.length ? atLeast[index] : 0;
  }

  /** The probability that a visit finds all rooms taken. */
  double waited() {
    return atLeast[0];
  }

  /** The mean wait over all visits. */
  double meanWait() {
    return meanStages * meanHold / rooms;
  }

  /** The standard deviation of the wait over all visits, first come, first served. */
  double stddevWait() {
    return Spread.stddev(meanStages, secondMomentOfStages) * meanHold / rooms;
  }

  /** Visits per unit of time; by Little's law, as each person is thinking, waiting or visiting. */
  double throughput() {
    return persons / (meanThink + meanWait() + meanHold);
  }

  /** The wait over all visits, first come, first served. */
  @Override
  public WaitTail tail() {
    return tail;
  }
}
