package io.anteroom.theory;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Waits;

/** Chooses the model of a scenario whose persons visit again and again, or all at once. */
final class ClosedModels {
  private final Scenario scenario;
  private final Distribution hold;
  private final double meanHold;
  private final boolean linePerRoom;

  private ClosedModels(Scenario scenario) {
    this.scenario = scenario;
    hold = scenario.stay().hold();
    meanHold = hold.meanNanos();
    linePerRoom = scenario.facility().line() == Line.PER_ROOM && scenario.facility().rooms() > 1;
  }

  /** The prediction, or why there is none. */
  static Theory of(Scenario scenario) {
    return new ClosedModels(scenario).theory();
  }

  private Theory theory() {
    int persons = scenario.demand().persons();
    int rooms = scenario.facility().rooms();
    boolean atWill = scenario.locking().discipline() instanceof Discipline.AtWill;
    if (scenario.stay().patience() != null && !atWill) {
      return new NoFormula("persons of a closed model give up: no formula");
    }
    Long visits = scenario.demand().visits();
    if (visits != null && visits == 1) {
      if (atWill) {
        return new NoFormula("rooms are entered at will, once each: nobody waits");
      }
      return scenario.demand().arrivals() instanceof Arrivals.AtOnce
          ? burst(persons, rooms, linePerRoom)
          : new NoFormula("each person visits once, so that there is no steady state");
    }
    if (atWill) {
      return undisturbed(Formula.AT_WILL, persons, rooms);
    }
    if (!linePerRoom) {
      return steady(persons, rooms);
    }
    if (scenario.facility().choice() == Choice.STICKY && persons <= rooms) {
      return undisturbed(Formula.ROOM_FOR_EACH, persons, rooms);
    }
    if (scenario.facility().choice() != Choice.STICKY || persons % rooms != 0) {
      return new NoFormula(
          "the persons of a closed model are not spread evenly over the lines: no closed formula");
    }
    return switch (steady(persons / rooms, 1)) {
      case Prediction one -> one.inEachOf(rooms);
      case NoFormula none -> none;
    };
  }

  private Theory burst(int persons, int rooms, boolean apart) {
    boolean evenly =
        !apart
            || scenario.facility().choice() == Choice.STICKY
            || scenario.facility().choice() == Choice.ROUND_ROBIN;
    String model = persons + " at once/" + Shape.letter(hold, "G") + "/" + rooms;
    if (Shape.fixed(hold) && evenly) {
      FixedBurst burst = new FixedBurst(persons, rooms, meanHold);
      return burst(
          new Kind(model, Formula.FIXED_BURST),
          burst.makespan(),
          Waits.ofAll(burst.waited(), burst.meanWait(), burst.stddevWait(), burst));
    }
    if (Shape.exponential(hold) && !apart) {
      ExponentialBurst burst = new ExponentialBurst(persons, rooms, meanHold);
      return burst(
          new Kind(model, Formula.EXPONENTIAL_BURST),
          burst.makespan(),
          Waits.ofAll(burst.waited(), burst.meanWait(), burst.stddevWait(), burst));
    }
    return new NoFormula(
        apart
            ? "all persons arrive at once at lines of their own: no closed formula for these holds"
            : "all persons arrive at once and the holds are neither fixed nor exponential:"
                + " no closed formula");
  }

  private Prediction burst(Kind kind, double makespan, Waits waits) {
    int persons = scenario.demand().persons();
    return Prediction.of(
        kind,
        persons,
        persons / makespan,
        Flow.lossless(scenario.facility().rooms(), meanHold),
        waits);
  }

  private Theory steady(int persons, int rooms) {
    if (persons <= rooms) {
      return undisturbed(Formula.ROOM_FOR_EACH, persons, rooms);
    }
    double think = meanThink();
    if (think == 0) {
      return alwaysTaken(persons, rooms);
    }
    if (!Shape.exponential(hold)) {
      return new NoFormula(
          "the persons come back after thinking and the holds are not exponential:"
              + " no closed formula");
    }
    boolean fifo = scenario.locking().order() == Order.FIFO;
    FinitePopulation line = new FinitePopulation(persons, rooms, think, meanHold);
    return Prediction.of(
        new Kind(model(persons, rooms), Formula.FINITE_POPULATION),
        offeredLoad(persons),
        line.throughput(),
        Flow.lossless(rooms, meanHold),
        Waits.ofAll(
            line.waited(),
            line.meanWait(),
            fifo ? (Double) line.stddevWait() : null,
            fifo ? line : null));
  }

  /** There is a room for everybody, so that the persons do not meet. */
  private Theory undisturbed(Formula formula, int persons, int rooms) {
    return Prediction.of(
        new Kind(
            formula == Formula.AT_WILL
                ? Shape.letter(hold, "G") + "/∞//" + persons
                : model(persons, rooms),
            formula),
        offeredLoad(persons),
        persons / (meanThink() + meanHold),
        Flow.lossless(rooms, meanHold),
        Waits.none(0));
  }

  /**
   * Nobody thinks and there are more persons than rooms: who leaves goes to the end of the line. By
   * Little's law the mean wait is what is left of each round.
   */
  private Theory alwaysTaken(int persons, int rooms) {
    int ahead = persons - rooms;
    double stage = meanHold / rooms;
    boolean known = Shape.exponential(hold) && scenario.locking().order() == Order.FIFO;
    return Prediction.of(
        new Kind(model(persons, rooms), Formula.ALWAYS_TAKEN),
        offeredLoad(persons),
        rooms / meanHold,
        Flow.lossless(rooms, meanHold),
        Waits.ofAll(
            1.0,
            ahead * stage,
            known ? (Double) (Math.sqrt(ahead) * stage) : null,
            known ? new ErlangStages(stage, stages -> stages < ahead ? 1 : 0) : null));
  }

  private double meanThink() {
    Distribution think = scenario.demand().think();
    return think == null ? 0 : think.meanNanos();
  }

  private double offeredLoad(int persons) {
    return persons * (meanHold / (meanThink() + meanHold));
  }

  private String model(int persons, int rooms) {
    Distribution think = scenario.demand().think();
    String thinking = think == null ? "" : Shape.letter(think, "G") + "/";
    return thinking + Shape.letter(hold, "G") + "/" + rooms + "//" + persons;
  }
}
