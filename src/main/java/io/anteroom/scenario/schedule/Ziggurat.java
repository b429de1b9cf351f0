package io.anteroom.scenario.schedule;

/**
 * Exponential variates by the ziggurat of Marsaglia and Tsang (The Ziggurat Method for Generating
 * Random Variables, Journal of Statistical Software 5, 2000): layers of one area cover that under
 * the density, so that 99 of 100 variates take one draw, one product and one comparison. The draw
 * gives the layer and the place in it, of different bits (Doornik: An Improved Ziggurat Method to
 * Generate Normal Random Samples, 2005).
 *
 * <p>What is not simple arithmetic is {@link StrictMath}'s, so the variates are the same to the
 * last bit on every JDK and processor.
 */
final class Ziggurat {
  static final int LAYERS = 256;

  /** Where the tail begins, with 256 layers: as in the paper. */
  static final double TAIL = 7.69711747013105;

  /** The area of each layer; the lowest one has the tail. */
  static final double AREA = (TAIL + 1) * StrictMath.exp(-TAIL);

  private static final double ULP_53 = 0x1.0p-53;

  /** How far each layer reaches, from the lowest: as a rectangle, where the tail is; then 0. */
  private static final double[] EDGES = edges();

  /** The density at the edges: where each layer begins; 0 for the lowest. */
  private static final double[] HEIGHTS = heights();

  private Ziggurat() {}

  private static double[] edges() {
    double[] edges = new double[LAYERS + 1];
    edges[0] = AREA / StrictMath.exp(-TAIL);
    edges[1] = TAIL;
    for (int layer = 2; layer < LAYERS; layer++) {
      double below = edges[layer - 1];
      edges[layer] = -StrictMath.log(AREA / below + StrictMath.exp(-below));
    }
    return edges;
  }

  private static double[] heights() {
    double[] heights = new double[LAYERS + 1];
    for (int layer = 1; layer <= LAYERS; layer++) {
      heights[layer] = StrictMath.exp(-EDGES[layer]);
    }
    return heights;
  }

  /** How far the layer reaches. */
  static double edge(int layer) {
    return EDGES[layer];
  }

  /** An exponential variate of mean 1. */
  static double exponential(Draws draws) {
    long bits = draws.nextLong();
    int layer = (int) bits & (LAYERS - 1);
    double variate = (bits >>> 11) * ULP_53 * EDGES[layer];
    return variate < EDGES[layer + 1] ? variate : beyondTheNext(draws, layer, variate);
  }

  /** Where the layer has no other above it, the density decides. */
  private static double beyondTheNext(Draws draws, int layer, double variate) {
    if (layer == 0) {
      return TAIL + exponential(draws);
    }
    double thickness = HEIGHTS[layer + 1] - HEIGHTS[layer];
    double height = HEIGHTS[layer] + thickness * draws.nextPositiveUnit();
    return height < StrictMath.exp(-variate) ? variate : exponential(draws);
  }
}
