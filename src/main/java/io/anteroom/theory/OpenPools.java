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

  private Known byPriority(Station station) {
    List<Integer> ranks =
        journey.classes().stream().map(PersonClass::priority).distinct().sorted().toList();
    int[] rankOf =
        journey.classes().stream().mapToInt(one -> ranks.indexOf(one.priority())).toArray();
    double[] rates = new double[ranks.size()];
    double[] loads = new double[ranks.size()];
    double[] squares = new double[ranks.size()];
    for (Call call : station.visits()) {
      int rank = rankOf[call.personClass()];
      double rate = rate() * call.perJourney();
      rates[rank] += rate;
      loads[rank] += rate * call.meanHold();
      squares[rank] += rate * call.secondMoment();
    }
    double all = rate() * station.perJourney();
    boolean one = station.rooms() == 1;
    if (!one && !station.exponential()) {
      return none(station, "it has several rooms, priorities, and not M/M/c");
    }
    double[] waits =
        one
            ? PriorityLine.oneRoom(loads, squares)
            : PriorityLine.manyRooms(station.rooms(), rates, station.meanHold());
    if (!Double.isFinite(waits[0])) {
      return none(station, "the variance of its holds is infinite, and so is the mean wait");
    }
    double waited =
        one
            ? all * station.meanHold()
            : new ErlangC(new Queue(station.rooms(), all, station.meanHold())).waited();
    double sum = 0;
    for (int rank = 0; rank < waits.length; rank++) {
      sum += rates[rank] * waits[rank];
    }
    List<Double> byClass = Arrays.stream(rankOf).mapToObj(rank -> waits[rank]).toList();
    Formula formula = one ? Formula.COBHAM : Formula.KELLA_YECHIALI;
    return new Known(station, prediction(station, formula, all, waited, sum / all), byClass);
  }

  private static Known none(Station station, String why) {
    return new Known(station, new NoFormula(why), null);
  }

  private static Prediction prediction(
      Station station, Formula formula, double rate, double waited, double wait) {
    Distribution hold = station.hold();
    String letter = hold == null ? "G" : Shape.letter(hold, "G");
    return Prediction.of(
        new Kind("M/" + letter + "/" + station.rooms() + " with priorities", formula),
        rate * station.meanHold(),
        rate,
        Flow.lossless(station.rooms(), station.meanHold()),
        Waits.ofAll(waited, wait, null, null));
  }
}
