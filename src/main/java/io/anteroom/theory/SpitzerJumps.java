package io.anteroom.theory;

/**
 * The rates of the jumps of {@link FixedHold}: for each {@code j} the sum over {@code n} of {@code
 * P(n * rooms + j arrivals in n holds) / n}. The sum has as many terms as it takes the load to show
 * in the walk, in proportion to {@code 1 / (rooms * (1 - loadPerRoom)^2)}: a thousand are added one
 * by one, and from there on the sum is an integral with the first correction of Euler and
 * Maclaurin, whose error is below 1e-11 of it.
 */
final class SpitzerJumps {
  private static final int ONE_BY_ONE = 1000;
  private static final int NODES = 16;
  private static final double NEGLIGIBLE = 1e-18;

  private final int rooms;
  private final double load;
  private final double[] rates;

  SpitzerJumps(Queue queue, int most) {
    rooms = queue.rooms();
    load = queue.load();
    rates = new double[most + 1];
    int holds = 1;
    while (holds < ONE_BY_ONE && add(holds, 1)) {
      holds++;
    }
    if (holds == ONE_BY_ONE) {
      add(ONE_BY_ONE, 1.0 / 24);
      add(ONE_BY_ONE - 1, -1.0 / 24);
      integrate(ONE_BY_ONE - 0.5);
    }
  }

  /** The rates; that at index 0 means nothing. */
  double[] rates() {
    return rates.clone();
  }

  /** From here to infinity, in intervals each of which doubles the number of holds. */
  private void integrate(double from) {
    double[][] rule = gaussLegendre();
    boolean more = true;
    for (double start = from; more; start *= 2) {
      for (int node = 0; node < NODES; node++) {
        double holds = start * Math.exp(rule[0][node] * Math.log(2));
        more = add(holds, rule[1][node] * Math.log(2) * holds);
      }
    }
  }

  /** Adds the terms of one number of holds; false if they are negligible. */
  private boolean add(double holds, double weight) {
    double count = holds * rooms + 1;
    double term = weight / holds * Poisson.probability(count, holds * load);
    boolean first = term > NEGLIGIBLE * rates[1];
    for (int jump = 1; jump < rates.length; jump++) {
      rates[jump] += term;
      if (jump + 1 < rates.length) {
        count++;
        term *= holds * load / count;
      }
    }
    return first || term > NEGLIGIBLE * rates[rates.length - 1];
  }

  /** Nodes and weights for the interval from 0 to 1, by Newton's iteration. */
  private static double[][] gaussLegendre() {
    double[][] rule = new double[2][NODES];
    for (int node = 0; node < NODES; node++) {
      double x = Math.cos(Math.PI * (node + 0.75) / (NODES + 0.5));
      double slope = 0;
      for (int iteration = 0; iteration < 10; iteration++) {
        double lower = 1;
        double value = x;
        for (int degree = 2; degree <= NODES; degree++) {
          double next = ((2 * degree - 1) * x * value - (degree - 1) * lower) / degree;
          lower = value;
          value = next;
        }
        slope = NODES * (x * value - lower) / (x * x - 1);
        x -= value / slope;
      }
      rule[0][NODES - 1 - node] = (1 + x) / 2;
      rule[1][NODES - 1 - node] = 1 / ((1 - x * x) * slope * slope);
    }
    return rule;
  }
}
