package io.anteroom.study.plan;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;

/**
 * The candidates of a plan in a row, by a whole number: the greater it is, the easier it is on the
 * persons.
 */
interface SearchAxis {
  /** The hardest candidate. */
  long least();

  /** The easiest candidate. */
  long most();

  /** What that candidate is called: rooms, arrivals per second, nanoseconds of mean hold. */
  BigDecimal value(long position);

  /** The candidate as a scenario. */
  Scenario at(long position);

  /** Where rooms are offered this share of what they can serve, if nobody gave up. */
  long atLoad(double share);

  /** The candidate of a value; between two, the easier one. */
  long position(double value);

  /** The same row for another scenario. */
  static SearchAxis of(Find find, Scenario scenario, int mostRooms) {
    return switch (find) {
      case ROOMS -> new Rooms(scenario, mostRooms);
      case RATE -> new Rate(scenario);
      case HOLD -> new Hold(scenario);
    };
  }

  /**
   * Ever more rooms.
   *
   * @param mostRooms no plan may have more
   */
  record Rooms(Scenario scenario, int mostRooms) implements SearchAxis {
    @Override
    public long least() {
      return 1;
    }

    /** More rooms than persons present can't help. */
    @Override
    public long most() {
      Scenario.Demand demand = scenario.demand();
      int present =
          demand.arrivals().open()
              ? demand.limit() == null ? Integer.MAX_VALUE : demand.limit()
              : demand.persons();
      return Math.min(mostRooms, present);
    }

    @Override
    public BigDecimal value(long position) {
      return BigDecimal.valueOf(position);
    }

    @Override
    public long position(double value) {
      return (long) Math.ceil(value);
    }

    @Override
    public Scenario at(long position) {
      return scenario.withRooms((int) position);
    }

    @Override
    public long atLoad(double share) {
      return (long) Math.ceil(Load.offered(scenario) / share);
    }
  }

  /**
   * Ever lower rates, of three digits.
   *
   * @param lowest that the arrivals can have, roughly
   * @param highest that they can have, roughly: a day can be so many times as fast and no faster
   */
  record Rate(Scenario scenario, double lowest, double highest) implements Falling {
    private static final double LEAST = 1e-6;
    private static final double MOST = 1e9;

    Rate(Scenario scenario) {
      this(scenario, possible(scenario, LEAST, 10), possible(scenario, MOST, 0.1));
    }

    private static double possible(Scenario scenario, double from, double factor) {
      double own = Variation.rate(scenario.demand().arrivals());
      double rate = from;
      while (!can(scenario, rate) && (factor > 1 ? rate < own : rate > own)) {
        rate *= factor;
      }
      return rate;
    }

    private static boolean can(Scenario scenario, double rate) {
      try {
        return Variation.atRate(scenario.demand().arrivals(), rate) != null;
      } catch (IllegalArgumentException beyond) {
        return false;
      }
    }

    @Override
    public long least() {
      return -ThreeDigits.floor(highest);
    }

    @Override
    public long most() {
      return -ThreeDigits.floor(lowest) - 1;
    }

    @Override
    public Scenario at(long position) {
      Arrivals arrivals =
          Variation.atRate(scenario.demand().arrivals(), value(position).doubleValue());
      if (arrivals == null) {
        throw new IllegalStateException("arrivals without a rate");
      }
      return Variation.withArrivals(scenario, arrivals);
    }

    @Override
    public long atLoad(double share) {
      double capacity =
          scenario.facility().rooms() * 1e9 / Math.max(scenario.stay().hold().meanNanos(), 1);
      return -ThreeDigits.floor(Math.clamp(share * capacity, lowest, highest));
    }
  }

  /** Ever shorter holds, whose means have three digits. */
  record Hold(Scenario scenario) implements Falling {
    /** A hundred nanoseconds: below that there are no three digits. */
    private static final double LEAST_NANOS = 100;

    /** Some four months. */
    private static final double MOST_NANOS = 1e16;

    @Override
    public long least() {
      return -ThreeDigits.floor(MOST_NANOS);
    }

    @Override
    public long most() {
      return -ThreeDigits.floor(LEAST_NANOS);
    }

    @Override
    public Scenario at(long position) {
      Distribution hold = Variation.withMean(scenario.stay().hold(), value(position).doubleValue());
      if (hold == null) {
        throw new IllegalStateException("holds listed in a file");
      }
      return Variation.withHold(scenario, hold);
    }

    @Override
    public long atLoad(double share) {
      double arrivals = Load.arrivalsPerNano(scenario);
      double nanos = share * scenario.facility().rooms() / arrivals;
      return -ThreeDigits.floor(Math.clamp(nanos, LEAST_NANOS, MOST_NANOS));
    }
  }

  /** Ever smaller values of three digits. */
  interface Falling extends SearchAxis {
    @Override
    default BigDecimal value(long position) {
      return ThreeDigits.at(-position);
    }

    @Override
    default long position(double value) {
      return -ThreeDigits.floor(value);
    }
  }
}
