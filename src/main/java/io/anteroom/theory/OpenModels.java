package io.anteroom.theory;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Stages;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Waits;
import java.util.Locale;

/** Chooses the model of a scenario whose persons arrive from outside. */
final class OpenModels {
  private static final double NANOS_PER_SECOND = 1e9;

  private OpenModels() {}

  /** The prediction, or why there is none. */
  static Theory of(Scenario scenario) {
    return switch (scenario.demand().arrivals()) {
      case Arrivals.Poisson(double perSecond) ->
          of(scenario, Stream.poisson(perSecond / NANOS_PER_SECOND));
      case Arrivals.Constant(double perSecond) ->
          of(scenario, Stream.constant(perSecond / NANOS_PER_SECOND));
      case Arrivals.Renewal renewal -> of(scenario, Stream.renewal(renewal.gap()));
      case Arrivals.Trace trace ->
          new NoFormula("the arrivals are listed in a file: no formula knows their gaps");
      case Arrivals.Batches batches -> BatchedArrivals.of(scenario, batches);
      case Arrivals.ArrivalProcess process ->
          process instanceof Stages stages
              ? ChangingRates.of(scenario, stages)
              : new NoFormula("no formula is known for arrivals " + process);
      case Arrivals.AtOnce atOnce -> throw new IllegalArgumentException("a closed model");
      case Arrivals.Closed closed -> throw new IllegalArgumentException("a closed model");
    };
  }

  private static Theory of(Scenario scenario, Stream arrivals) {
    if (scenario.locking().discipline() instanceof Discipline.AtWill) {
      return atWill(scenario, arrivals);
    }
    int rooms = scenario.facility().rooms();
    boolean bounded = scenario.stay().patience() != null || scenario.demand().limit() != null;
    double load = arrivals.rate() * scenario.stay().hold().meanNanos();
    if (!bounded && load >= rooms) {
      return endless(load, rooms);
    }
    return rooms == 1 || scenario.facility().line() == Line.SHARED
        ? oneLine(scenario, rooms, arrivals)
        : linePerRoom(scenario, arrivals);
  }

  /** That more arrives than the rooms can serve. */
  static NoFormula endless(double load, int rooms) {
    return new NoFormula(
        String.format(
            Locale.ROOT,
            "the offered load of %.1f is at least %s, so the line grows without end",
            load,
            rooms == 1 ? "the one room" : "the " + rooms + " rooms"));
  }

  private static Theory atWill(Scenario scenario, Stream arrivals) {
    if (scenario.demand().limit() != null) {
      return new NoFormula("rooms are entered at will, up to a limit of persons: no formula");
    }
    double meanHold = scenario.stay().hold().meanNanos();
    String hold = Shape.letter(scenario.stay().hold(), "G");
    return Prediction.of(
        new Kind(arrivals.letter() + "/" + hold + "/∞", Formula.AT_WILL),
        arrivals.rate() * meanHold,
        arrivals.rate(),
        Flow.lossless(scenario.facility().rooms(), meanHold),
        Waits.none(0));
  }

  private static Theory linePerRoom(Scenario scenario, Stream arrivals) {
    int rooms = scenario.facility().rooms();
    Choice choice = scenario.facility().choice();
    if (scenario.demand().limit() != null) {
      return new NoFormula("a limit over all lines makes them depend on each other");
    }
    if (choice == Choice.SHORTEST) {
      return new NoFormula("persons join the shortest line: no closed formula");
    }
    if (choice == Choice.RANDOM && !arrivals.poisson()) {
      return new NoFormula(
          "a random line of arrivals that are not Poisson gets gaps for which there is no formula");
    }
    Stream each = choice == Choice.RANDOM ? arrivals.oneOf(rooms) : arrivals.every(rooms);
    return switch (oneLine(scenario, 1, each)) {
      case Prediction one -> one.inEachOf(rooms);
      case NoFormula none -> none;
    };
  }

  private static Theory oneLine(Scenario scenario, int rooms, Stream arrivals) {
    boolean patience = scenario.stay().patience() != null;
    boolean limit = scenario.demand().limit() != null;
    if (!patience && !limit) {
      return new EndlessLine(scenario, rooms, arrivals).theory();
    }
    if (patience && limit) {
      return new NoFormula("persons give up and are turned away: no formula for both together");
    }
    if (!arrivals.poisson()) {
      return new NoFormula(
          "the arrivals are not Poisson and "
              + (patience ? "persons give up" : "there is a limit")
              + ": no closed formula");
    }
    Queue queue = new Queue(rooms, arrivals.rate(), scenario.stay().hold().meanNanos());
    return patience ? new GivingUp(scenario, queue).theory() : limited(scenario, queue);
  }

  private static Theory limited(Scenario scenario, Queue queue) {
    int limit = scenario.demand().limit() == null ? 0 : scenario.demand().limit();
    if (limit <= queue.rooms()) {
      double blocking = ErlangB.blocking(limit, queue.load());
      return Prediction.of(
          new Kind(lossModel(scenario, limit, limit), Formula.ERLANG_B),
          queue.load(),
          queue.arrivalRate() * (1 - blocking),
          new Flow(queue.rooms(), queue.meanHold(), 0, blocking),
          Waits.none(limit == queue.rooms() ? blocking : 0));
    }
    if (!Shape.exponential(scenario.stay().hold())) {
      return new NoFormula("there is a limit and the holds are not exponential: no closed formula");
    }
    FiniteLine line = new FiniteLine(queue, limit);
    boolean fifo = scenario.locking().order() == Order.FIFO;
    return Prediction.of(
        new Kind("M/M/" + queue.rooms() + "/" + limit, Formula.FINITE_LINE),
        queue.load(),
        queue.arrivalRate() * (1 - line.turnedAway()),
        new Flow(queue.rooms(), queue.meanHold(), 0, line.turnedAway()),
        Waits.ofAll(
                line.waited(),
                line.meanWait(),
                fifo ? (Double) line.stddevWait() : null,
                fifo ? line : null)
            .line(line::moreWaitingThan));
  }

  /** A model without waits, in which the distribution of the holds does not matter. */
  static String lossModel(Scenario scenario, int rooms, int limit) {
    return "M/" + Shape.letter(scenario.stay().hold(), "G") + "/" + rooms + "/" + limit;
  }
}
