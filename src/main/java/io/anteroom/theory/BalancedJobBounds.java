package io.anteroom.theory;

/**
 * Bounds of the throughput of a closed network of pools with one room each that has a product form:
 * of all networks with the same total demand the one whose pools have equal demands is the
 * quickest; and none is slower than one whose pools all have the greatest demand, as many as fit.
 *
 * <p>Source: J. Zahorjan, K. C. Sevcik, D. L. Eager, B. Galler, Balanced job bound analysis of
 * queueing networks, Communications of the ACM 25, 1982; with thinking: E. D. Lazowska, J.
 * Zahorjan, G. S. Graham, K. C. Sevcik, Quantitative System Performance, 1984, table 5.2.
 *
 * @param persons at least 1
 * @param think mean time of a round outside of the pools
 * @param demand mean time of a round in rooms
 * @param greatest the greatest demand of a pool
 * @param pools how many there are
 */
record BalancedJobBounds(int persons, double think, double demand, double greatest, int pools) {
  /** No throughput is less. */
  double least() {
    double crowd = (persons - 1) * greatest / (1 + think / (persons * demand));
    return persons / (demand + think + crowd);
  }

  /** No throughput is more. */
  double most() {
    double crowd = (persons - 1) * (demand / pools) / (1 + think / demand);
    return Math.min(1 / greatest, persons / (demand + think + crowd));
  }
}
