package io.anteroom.theory;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Stages;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Tails;
import io.anteroom.theory.Prediction.Waits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Poisson arrivals whose rate changes over a day, exponential holds, one line: the day is taken for
 * a row of moments, each with the steady state of its modified offered load, the rooms that would
 * be busy then if there were no end of them. Where holds are short against the changes, that is the
 * load of the moment itself, the pointwise stationary approximation. An arrival meets each moment
 * as often as the rate of the moment says.
 *
 * <p>Source: O. B. Jennings, A. Mandelbaum, W. A. Massey, W. Whitt, Server staffing to meet
 * time-varying demand, 1996; L. V. Green, P. J. Kolesar, The pointwise stationary approximation for
 * queues with nonstationary arrivals, 1991.
 */
final class ChangingRates {
  private static final int MOMENTS = 240;
  private static final int STEPS = 50;

  private final Scenario scenario;
  private final Stages stages;
  private final int rooms;
  private final double meanHold;
  private final List<Moment> moments = new ArrayList<>();

  /** A moment: its share of the arrivals, and what is known of its steady state. */
  private record Moment(double weight, Prediction steady) {}

  private ChangingRates(Scenario scenario, Stages stages) {
    this.scenario = scenario;
    this.stages = stages;
    this.rooms = scenario.facility().rooms();
    this.meanHold = scenario.stay().hold().meanNanos();
  }

  /** The prediction, or why there is none. */
  static Theory of(Scenario scenario, Stages stages) {
    Distribution patience = scenario.stay().patience();
    if (stages.even() || stages.dayCv() > 0) {
      return new NoFormula("the rates change, and not only those of a Poisson process: no formula");
    }
    if (!Shape.exponential(scenario.stay().hold()) || scenario.demand().limit() != null) {
      return new NoFormula(
          "the rates change, and the holds are not exponential or there is a limit: no formula");
    }
    if (patience != null && !Shape.exponential(patience)) {
      return new NoFormula("the rates change, and the patience is not exponential: no formula");
    }
    boolean oneLine = scenario.facility().rooms() == 1 || scenario.facility().line() == Line.SHARED;
    if (!oneLine
        || scenario.locking().order() != Order.FIFO
        || scenario.locking().discipline() instanceof Discipline.AtWill) {
      return new NoFormula("the rates change, and there is not one line in order: no formula");
    }
    return new ChangingRates(scenario, stages).theory();
  }

  private Theory theory() {
    double dayNanos = stages.length().toNanos();
    double step = dayNanos / MOMENTS / STEPS;
    double keeps = Math.exp(-step / meanHold);
    double load = 0;
    double all = 0;
    for (int moment = 0; moment < MOMENTS; moment++) {
      double weight = 0;
      double loads = 0;
      for (int i = 0; i < STEPS; i++) {
        double nanos = (moment * STEPS + i + 0.5) * step;
        double rate = stages.perSecondAt(nanos / 1e9) / 1e9;
        load = rate * meanHold + (load - rate * meanHold) * keeps;
        weight += rate * step;
        loads += rate * step * load;
      }
      if (weight > 0) {
        Prediction steady = steady(loads / weight);
        if (steady == null) {
          return new NoFormula(
              "the rates change, and for a while more arrive than the rooms can serve: no formula");
        }
        moments.add(new Moment(weight, steady));
        all += weight;
      }
    }
    return prediction(all, dayNanos);
  }

  /** The steady state of a load; null where there is none. */
  private @Nullable Prediction steady(double load) {
    Queue queue = new Queue(rooms, Math.max(load, 1e-9) / meanHold, meanHold);
    if (scenario.stay().patience() != null) {
      return new GivingUp(scenario, queue).theory() instanceof Prediction known ? known : null;
    }
    if (!queue.stable()) {
      return null;
    }
    ErlangC line = new ErlangC(queue);
    return Prediction.of(
        new Kind("", Formula.ERLANG_C),
        queue.load(),
        queue.arrivalRate(),
        Flow.lossless(rooms, meanHold),
        Waits.ofAll(line.waited(), line.meanWait(), null, line));
  }

  private Prediction prediction(double arrivals, double dayNanos) {
    double waited = 0;
    double abandoned = 0;
    double waitOfAll = 0;
    double wait = 0;
    for (Moment moment : moments) {
      Prediction steady = moment.steady;
      double weight = moment.weight / arrivals;
      double served = weight * (1 - steady.abandoned());
      waited += weight * known(steady.waited());
      abandoned += weight * steady.abandoned();
      waitOfAll += weight * known(steady.meanWaitOfAllNanos());
      wait += served * known(steady.meanWaitNanos());
    }
    double allServed = 1 - abandoned;
    String patience = scenario.stay().patience() == null ? "" : "+M";
    return Prediction.of(
        new Kind("M(t)/M/" + rooms + patience, Formula.MODIFIED_OFFERED_LOAD),
        arrivals / dayNanos * meanHold,
        arrivals / dayNanos * (1 - abandoned),
        new Flow(rooms, meanHold, abandoned, 0),
        new Waits(
            waited,
            wait / allServed,
            waitOfAll,
            null,
            new Tails(
                time -> exceeds(time, arrivals) / allServed,
                time -> exceedsOfAll(time, arrivals),
                null)));
  }

  private double exceeds(double time, double arrivals) {
    double sum = 0;
    for (Moment moment : moments) {
      double served = moment.weight / arrivals * (1 - moment.steady.abandoned());
      sum += served * moment.steady.waitExceedsProbability(time).orElse(0);
    }
    return sum;
  }

  private double exceedsOfAll(double time, double arrivals) {
    double sum = 0;
    for (Moment moment : moments) {
      sum += moment.weight / arrivals * moment.steady.waitOfAllExceedsProbability(time).orElse(0);
    }
    return sum;
  }

  private static double known(@Nullable Double figure) {
    return figure == null ? Double.NaN : figure;
  }
}
