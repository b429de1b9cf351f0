package io.anteroom.theory;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.PersonClass;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Waits;
import io.anteroom.theory.Station.Call;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the formula of each pool of an open network of journeys that hold one room at a time.
 * Where all holds of each pool are exponential, of one mean, and no class goes before another, each
 * pool is a queue M/M/c of its own (Jackson; with routes that are not drawn at each step, Kelly),
 * whatever holds there are between the pools. What such pools let out is Poisson (Burke): so the
 * first pool that is not one of them still has a formula.
 *
 * <p>Sources: J. R. Jackson, Networks of waiting lines, Operations Research 5, 1957; F. P. Kelly,
 * Networks of queues with customers of different types, Journal of Applied Probability 12, 1975; P.
 * J. Burke, The output of a queuing system, Operations Research 4, 1956.
 */
final class OpenPools {
  private final Journey journey;
  private final List<Station> stations;
  private final Stream arrivals;

  OpenPools(Journey journey, List<Station> stations, Arrivals arrivals) {
    this.journey = journey;
    this.stations = stations;
    this.arrivals = stream(arrivals);
  }

  private static Stream stream(Arrivals arrivals) {
    return switch (arrivals) {
      case Arrivals.Poisson(double perSecond) -> Stream.poisson(perSecond / 1e9);
      case Arrivals.Constant(double perSecond) -> Stream.constant(perSecond / 1e9);
      case Arrivals.Renewal renewal -> Stream.renewal(renewal.gap());
      case Arrivals.Trace trace -> throw unknown(arrivals);
      case Arrivals.Batches batches -> throw unknown(arrivals);
      case Arrivals.ArrivalProcess process -> throw unknown(arrivals);
      case Arrivals.Closed closed -> throw unknown(arrivals);
      case Arrivals.AtOnce atOnce -> throw unknown(arrivals);
    };
  }

  private static IllegalArgumentException unknown(Arrivals arrivals) {
    return new IllegalArgumentException("arrivals " + arrivals);
  }

  /**
   * What is known of a pool.
   *
   * @param theory of all visits to it, or why their waits are not known
   * @param byClass mean waits by the place of the class; null: all classes wait alike
   */
  record Known(Station station, Theory theory, @Nullable List<Double> byClass) {}

  /** Journeys that begin, per nanosecond. */
  double rate() {
    return arrivals.rate();
  }

  /** Whether every pool is a queue M/M/c of its own. */
  boolean productForm() {
    return arrivals.poisson() && stations.stream().allMatch(this::isJackson);
  }

  private boolean isJackson(Station station) {
    return station.exponential() && !station.prioritised(journey);
  }

  /** What is known of a stable pool. */
  Known of(Station station) {
    if (arrivals.poisson() && upTo(station.lastStep()).stream().allMatch(this::isJackson)) {
      Theory line = line(station, Stream.poisson(rate() * station.perJourney()));
      return new Known(station, line, null);
    }
    String why = whyNot(station);
    if (why != null) {
      return new Known(station, new NoFormula(why), null);
    }
    return station.prioritised(journey)
        ? byPriority(station)
        : new Known(
            station,
            line(
                station,
                isFirst(station) ? arrivals : Stream.poisson(rate() * station.perJourney())),
            null);
  }

  /** The pools that are visited up to a step, or between such visits: a network of their own. */
  private List<Station> upTo(int step) {
    List<Station> those = stations.stream().filter(one -> one.firstStep() <= step).toList();
    int last = those.stream().mapToInt(Station::lastStep).max().orElse(step);
    return last <= step ? those : upTo(last);
  }

  /** Why the arrivals at a pool have no known form; null: they have one. */
  private @Nullable String whyNot(Station station) {
    if (!station.visitedOnce()) {
      return "a person comes to it more than once on a journey, and not all pools until then are"
          + " M/M/c";
    }
    for (Station one : stations) {
      if (one.equals(station) || one.firstStep() >= station.lastStep()) {
        continue;
      }
      if (!isJackson(one)) {
        return "persons come to it from pool " + one.pool().name() + ", which is not M/M/c";
      }
      if (one.lastStep() >= station.firstStep()) {
        return "persons go back from it to pool " + one.pool().name();
      }
    }
    return arrivals.poisson() || isFirst(station)
        ? null
        : "the arrivals are not Poisson, and they do not come to it first";
  }

  /** Whether all persons come to it as they arrive. */
  private static boolean isFirst(Station station) {
    return station.lastStep() == 0 && station.perJourney() > 1 - 1e-9;
  }

  private Theory line(Station station, Stream stream) {
    Distribution hold = station.hold();
    return hold == null
        ? new NoFormula("its visits hold for different times, or in several steps")
        : new EndlessLine(hold, station.order(), station.rooms(), stream).theory();
  }

  /** What comes to a pool by rank of the classes, the first one to go first. */
  private static final class Ranks {
    final int[] rankOf;

    /** Arrivals a nanosecond. */
    final double[] rates;

    /** Arrivals times mean hold. */
    final double[] loads;

    /** Arrivals times mean square of the holds. */
    final double[] squares;

    /**
     * @param rankOf by class
     */
    Ranks(int[] rankOf, int count) {
      this.rankOf = rankOf;
      this.rates = new double[count];
      this.loads = new double[count];
      this.squares = new double[count];
    }

    boolean finiteSquares() {
      return Double.isFinite(Arrays.stream(squares).sum());
    }
  }

  private Ranks ranks(Station station) {
    List<Integer> order =
        journey.classes().stream().map(PersonClass::priority).distinct().sorted().toList();
    int[] rankOf =
        journey.classes().stream().mapToInt(one -> order.indexOf(one.priority())).toArray();
    Ranks ranks = new Ranks(rankOf, order.size());
    for (Call call : station.visits()) {
      int rank = rankOf[call.personClass()];
      double rate = rate() * call.perJourney();
      ranks.rates[rank] += rate;
      ranks.loads[rank] += rate * call.meanHold();
      ranks.squares[rank] += rate * call.secondMoment();
    }
    return ranks;
  }

  private Known byPriority(Station station) {
    boolean one = station.rooms() == 1;
    if (!one && !station.exponential()) {
      return none(station, "it has several rooms, priorities, and not M/M/c");
    }
    Ranks ranks = ranks(station);
    if (one && !ranks.finiteSquares()) {
      return none(station, "the variance of its holds is infinite, and so is the mean wait");
    }
    double[] byClass = waits(station, ranks);
    double sum = 0;
    for (Call call : station.visits()) {
      sum += call.perJourney() * byClass[call.personClass()];
    }
    Prediction prediction = prediction(station, waited(station), sum / station.perJourney());
    return new Known(station, prediction, Arrays.stream(byClass).boxed().toList());
  }

  /** The mean waits by class; that of a class that does not come means nothing. */
  private static double[] waits(Station station, Ranks ranks) {
    int rooms = station.rooms();
    if (rooms == 1 && station.preemptive()) {
      return IntStream.range(0, ranks.rankOf.length)
          .mapToDouble(
              of ->
                  PreemptiveLine.oneRoom(
                      ranks.loads, ranks.squares, ranks.rankOf[of], station.meanHold(of)))
          .toArray();
    }
    double[] byRank;
    if (rooms == 1) {
      byRank = PriorityLine.oneRoom(ranks.loads, ranks.squares);
    } else if (station.preemptive()) {
      byRank = PreemptiveLine.manyRooms(rooms, ranks.rates, station.meanHold());
    } else {
      byRank = PriorityLine.manyRooms(rooms, ranks.rates, station.meanHold());
    }
    return Arrays.stream(ranks.rankOf).mapToDouble(rank -> byRank[rank]).toArray();
  }

  /** Which visits have to wait; null: some wait later, since they are sent out. */
  private @Nullable Double waited(Station station) {
    if (station.preemptive()) {
      return null;
    }
    double all = rate() * station.perJourney();
    return station.rooms() == 1
        ? all * station.meanHold()
        : new ErlangC(new Queue(station.rooms(), all, station.meanHold())).waited();
  }

  private static Known none(Station station, String why) {
    return new Known(station, new NoFormula(why), null);
  }

  private Prediction prediction(Station station, @Nullable Double waited, double wait) {
    Distribution hold = station.hold();
    String letter = hold == null ? "G" : Shape.letter(hold, "G");
    String model = "M/" + letter + "/" + station.rooms() + " with priorities";
    boolean one = station.rooms() == 1;
    Formula formula =
        station.preemptive()
            ? one ? Formula.PREEMPTIVE_ONE_ROOM : Formula.PREEMPTIVE_MANY_ROOMS
            : one ? Formula.COBHAM : Formula.KELLA_YECHIALI;
    double rate = rate() * station.perJourney();
    return Prediction.of(
        new Kind(model, formula),
        rate * station.meanHold(),
        rate,
        Flow.lossless(station.rooms(), station.meanHold()),
        Waits.ofAll(waited, wait, null, null));
  }
}
