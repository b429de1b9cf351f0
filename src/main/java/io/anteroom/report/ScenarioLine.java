package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Journey.ComeBack;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.PersonClass;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Locking;
import io.anteroom.scenario.Scenario.Stay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scenario in few words: what a person has to know to understand the figures. */
public final class ScenarioLine {
  /** Longer notations may not fit on a line. */
  private static final int LONG = 50;

  private final List<String> parts = new ArrayList<>();

  private ScenarioLine() {}

  /** Its parts in order, each to be kept on one line. */
  public static List<String> parts(Scenario scenario) {
    ScenarioLine line = new ScenarioLine();
    line.addDemand(scenario.demand());
    if (scenario.journey() != null) {
      line.addJourney(scenario.journey());
      return line.parts;
    }
    line.addFacility(scenario.facility());
    line.addLocking(scenario.locking());
    line.addStay(scenario.stay());
    return line.parts;
  }

  private void addJourney(Journey journey) {
    for (NamedPool pool : journey.pools()) {
      String patience = pool.patience() == null ? "" : ", patience " + pool.patience();
      parts.add(
          "pool %s %s, %s%s%s"
              .formatted(
                  pool.name(),
                  allRooms(pool.facility()),
                  pool.locking().mode(),
                  activity(pool.activity()),
                  patience));
    }
    for (PersonClass one : journey.classes()) {
      parts.add("class " + one.name() + " " + FigureText.share(one.share()));
    }
    if (journey.comeBack() != null) {
      addComeBack(journey.comeBack());
    }
  }

  private void addComeBack(ComeBack comeBack) {
    parts.add(
        "retry after %s, %s"
            .formatted(
                comeBack.pause(),
                comeBack.times() == 1 ? "once" : "at most " + comeBack.times() + " times"));
  }

  private void addDemand(Demand demand) {
    if (demand.arrivals().open()) {
      parts.add("arrivals " + breakable(demand.arrivals()) + bound(demand));
      if (demand.arrivals() instanceof Arrivals.Trace trace && trace.spreadNanos() > 0) {
        parts.add(
            "equal times spread over "
                + DurationText.format(Duration.ofNanos(trace.spreadNanos())));
      }
    } else {
      parts.add(persons(demand) + visitsOfEach(demand) + period(demand));
    }
    if (demand.think() != null) {
      parts.add("think " + demand.think());
    }
    if (demand.limit() != null) {
      parts.add("at most " + FigureText.count(demand.limit()) + " present");
    }
  }

  /** A notation that may end a line after each of its commas, if it is long. */
  private static String breakable(Object notation) {
    String text = String.valueOf(notation);
    return text.length() > LONG ? text.replace(",", ", ") : text;
  }

  /** Says that equal times of a trace are spread; empty: they are not. */
  public static Optional<String> spread(Arrivals arrivals) {
    long step = arrivals instanceof Arrivals.Trace trace ? trace.spreadNanos() : 0;
    return step == 0
        ? Optional.empty()
        : Optional.of(
            "%s has equal times, in steps of %s; they are spread at random within each;"
                    .formatted(
                        ((Arrivals.Trace) arrivals).file(),
                        DurationText.format(Duration.ofNanos(step)))
                + " --keep-stamps keeps them");
  }

  private static String persons(Demand demand) {
    String persons = FigureText.count(demand.persons(), "person");
    return demand.arrivals() instanceof Arrivals.AtOnce ? persons + " at once" : persons;
  }

  private static String visitsOfEach(Demand demand) {
    return demand.visits() == null || demand.visits() == 1
        ? ""
        : ", " + FigureText.count(demand.visits(), "visit") + " each";
  }

  private static String bound(Demand demand) {
    String visits =
        demand.visits() == null ? "" : ", " + FigureText.count(demand.visits()) + " in all";
    return period(demand) + visits;
  }

  private static String period(Demand demand) {
    return demand.duration() == null ? "" : " for " + DurationText.format(demand.duration());
  }

  private static String allRooms(Facility facility) {
    return facility.plan() == null
        ? FigureText.count(facility.rooms(), "room")
        : "rooms " + breakable(facility.plan());
  }

  private void addFacility(Facility facility) {
    parts.add(allRooms(facility));
    boolean chosen = facility.line() == Line.PER_ROOM && facility.rooms() > 1;
    String choice = chosen ? " (" + facility.choice().word() + ")" : "";
    parts.add("line " + facility.line().word() + choice);
  }

  private void addLocking(Locking locking) {
    String timeout =
        locking.timeout().isZero() ? "" : " (" + DurationText.format(locking.timeout()) + ")";
    parts.add("mode " + locking.mode() + timeout);
    if (locking.retry() != null) {
      parts.add("retry " + locking.retry());
    }
    if (locking.readers() > 0) {
      parts.add("readers " + FigureText.share(locking.readers()));
    }
    if (!locking.pool().values().isEmpty()) {
      parts.add("pool " + locking.pool());
    }
  }

  private static String activity(ActivityTraits activity) {
    return activity.isUsual() ? "" : " (" + activity.name() + ")";
  }

  private void addStay(Stay stay) {
    parts.add(
        "hold "
            + (stay.holdIsDrawn() ? stay.hold() : "what the call takes")
            + activity(stay.activity()));
    if (stay.slowdown() != null) {
      parts.add("slowdown " + stay.slowdown());
    }
    if (stay.patience() != null) {
      parts.add("patience " + stay.patience());
    }
  }
}
