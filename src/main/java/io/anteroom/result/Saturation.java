package io.anteroom.result;

import io.anteroom.result.RunResult.Interval;
import java.util.List;
import java.util.Locale;

/**
 * Tells whether an open model got more persons than could be served: the line grew to the end while
 * the offered load was at least the rooms' capacity or the achieved rate fell short of the offered
 * one; or this machine could not even let the persons in on time. Such waits measure the length of
 * the run.
 */
public record Saturation(Offer offer, int rooms, double meanHoldNanos, List<Interval> intervals) {
  private static final double MOST_LATENESS = 0.01;
  private static final double SHORTFALL = 0.95;
  private static final int QUARTERS = 4;

  /** Why the run was saturated; empty if it was not. */
  public String explanation() {
    if (offer.arrivals() == 0) {
      return "";
    }
    if (offer.lateNanos() > MOST_LATENESS * offer.endNanos()) {
      return String.format(
          Locale.ROOT,
          "The last person was let in %.1f ms late: this machine can't start persons at that rate."
              + " Lower the arrival rate, or give it more cores.",
          offer.lateNanos() / 1e6);
    }
    double offered = offer.perSecond(offer.arrivals());
    double needed = offered * meanHoldNanos / 1e9;
    boolean tooMuch = needed >= rooms || offer.perSecond(offer.ended()) < SHORTFALL * offered;
    return tooMuch && lineGrew() ? explanation(offered, needed) : "";
  }

  private String explanation(double offered, double needed) {
    String load =
        needed >= rooms
            ? String.format(
                Locale.ROOT,
                "Persons arrived at %.1f/s and so kept %.1f rooms busy on average; there are %d.",
                offered,
                needed,
                rooms)
            : String.format(
                Locale.ROOT,
                "Persons arrived at %.1f/s, but only %.1f/s were served, with %d rooms for a load"
                    + " of %.1f: something other than the rooms is the bottleneck.",
                offered,
                offer.perSecond(offer.ended()),
                rooms,
                needed);
    return load
        + String.format(
            Locale.ROOT,
            " The line grew to the end (%,d waiting), so the waits say how long the run was. Add"
                + " rooms, shorten the hold or lower the arrival rate.",
            offer.waiting());
  }

  private boolean lineGrew() {
    List<Interval> during =
        intervals.stream()
            .filter(interval -> interval.startSeconds() * 1e9 >= offer.startNanos())
            .filter(interval -> interval.endSeconds() * 1e9 <= offer.endNanos() * 1.01)
            .toList();
    if (during.size() < QUARTERS) {
      return offer.waiting() > 0.1 * offer.arrivals();
    }
    double second = quarter(during, 1);
    double third = quarter(during, 2);
    double last = quarter(during, 3);
    return last > third && third > second && last > 1.3 * second && offer.waiting() > rooms;
  }

  private static double quarter(List<Interval> intervals, int quarter) {
    int size = intervals.size();
    return intervals.subList(quarter * size / QUARTERS, (quarter + 1) * size / QUARTERS).stream()
        .mapToDouble(Interval::waiting)
        .average()
        .orElse(0);
  }
}
