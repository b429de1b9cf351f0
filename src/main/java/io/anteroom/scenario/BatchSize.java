package io.anteroom.scenario;

import java.util.List;

/** How many persons arrive at once. {@code toString} gives the scenario's notation. Immutable. */
public sealed interface BatchSize {
  /** The most persons in a batch. */
  int MOST = 1_000_000;

  /** The mean number of persons. */
  double mean();

  /** The mean of its square. */
  double secondMoment();

  /** The probability that there are more persons than this, from 1 at 0 on. */
  double moreThan(int persons);

  /** A draw; the same for the same uniform numbers on every JDK and processor. */
  int sample(Uniforms uniforms);

  /** Always the same number. */
  record Fixed(int persons) implements BatchSize {
    public Fixed {
      Numbers.require(persons >= 1 && persons <= MOST, "a batch from 1 to 1,000,000");
    }

    @Override
    public double mean() {
      return persons;
    }

    @Override
    public double secondMoment() {
      return (double) persons * persons;
    }

    @Override
    public double moreThan(int least) {
      return least < persons ? 1 : 0;
    }

    @Override
    public int sample(Uniforms uniforms) {
      return persons;
    }

    @Override
    public String toString() {
      return Integer.toString(persons);
    }
  }

  /** One person, and one more with the same probability again and again. */
  record Geometric(double mean) implements BatchSize {
    public Geometric {
      Numbers.require(mean >= 1 && mean <= 10_000, "a mean batch from 1 to 10,000");
    }

    private double more() {
      return 1 - 1 / mean;
    }

    @Override
    public double secondMoment() {
      return mean * (2 * mean - 1);
    }

    @Override
    public double moreThan(int persons) {
      return Math.pow(more(), persons);
    }

    @Override
    public int sample(Uniforms uniforms) {
      if (mean == 1) {
        return 1;
      }
      double more = StrictMath.log(uniforms.next()) / StrictMath.log(more());
      return 1 + (int) Math.min(more, MOST - 1);
    }

    @Override
    public String toString() {
      return "geometric:" + Numbers.plain(mean);
    }
  }

  /**
   * Any of the numbers listed in a file, with equal probability.
   *
   * @param file as the scenario names it
   */
  record Listed(String file, List<Integer> sizes) implements BatchSize {
    public Listed {
      sizes = List.copyOf(sizes);
      Numbers.require(!sizes.isEmpty(), "at least one size");
    }

    @Override
    public double mean() {
      return sizes.stream().mapToInt(size -> size).average().orElseThrow();
    }

    @Override
    public double secondMoment() {
      return sizes.stream().mapToDouble(size -> (double) size * size).average().orElseThrow();
    }

    @Override
    public double moreThan(int persons) {
      return sizes.stream().filter(size -> size > persons).count() / (double) sizes.size();
    }

    @Override
    public int sample(Uniforms uniforms) {
      return sizes.get((int) Math.min(uniforms.next() * sizes.size(), sizes.size() - 1.0));
    }

    @Override
    public String toString() {
      return "empirical:" + file;
    }
  }
}
