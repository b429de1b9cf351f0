package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Tails;
import io.anteroom.theory.Prediction.Waits;
import java.util.Objects;

/** Chooses the model of Poisson arrivals at one line, whose persons give up. */
final class GivingUp {
  private static final double MOST_TERMS = 1e7;

  private final Scenario scenario;
  private final Queue queue;
  private final Distribution patience;
  private final boolean fifo;

  GivingUp(Scenario scenario, Queue queue) {
    this.scenario = scenario;
    this.queue = queue;
    this.patience = Objects.requireNonNull(scenario.stay().patience());
    this.fifo = scenario.locking().order() == Order.FIFO;
  }

  /** The prediction, or why there is none. */
  Theory theory() {
    if (patience.meanNanos() == 0) {
      double blocking = ErlangB.blocking(queue.rooms(), queue.load());
      String model = OpenModels.lossModel(scenario, queue.rooms(), queue.rooms());
      return prediction(new Kind(model, Formula.ERLANG_B), blocking, Waits.none(blocking));
    }
    if (!Shape.exponential(scenario.stay().hold())) {
      return new NoFormula("persons give up and the holds are not exponential: no closed formula");
    }
    if (Shape.exponential(patience)) {
      return exponential();
    }
    return Shape.fixed(patience)
        ? fixed()
        : new NoFormula("the patience is neither exponential nor fixed: no closed formula");
  }

  private Theory exponential() {
    if (ExponentialPatience.terms(queue, patience.meanNanos()) > MOST_TERMS) {
      return new NoFormula(
          "the patience is so long against the holds that too many persons wait to sum over them");
    }
    ExponentialPatience line = new ExponentialPatience(queue, patience.meanNanos());
    Waits waits =
        new Waits(
            line.waited(),
            fifo ? (Double) line.meanWait() : null,
            line.meanWaitOfAll(),
            fifo ? (Double) line.stddevWait() : null,
            new Tails(
                fifo ? line : null,
                fifo ? line::exceedsOfAll : null,
                line.lineKnown() ? line::moreWaitingThan : null));
    return prediction(new Kind(model("M"), Formula.ERLANG_A), line.abandoned(), waits);
  }

  private Theory fixed() {
    if (!fifo) {
      return new NoFormula(
          "the patience is fixed and the line is not served in order: no closed formula");
    }
    FixedPatience line = new FixedPatience(queue, patience.meanNanos());
    Waits waits =
        new Waits(
            line.waited(),
            line.meanWait(),
            line.meanWaitOfAll(),
            line.stddevWait(),
            new Tails(line, line::exceedsOfAll, null));
    return prediction(new Kind(model("D"), Formula.FIXED_PATIENCE), line.abandoned(), waits);
  }

  private String model(String letter) {
    return "M/M/" + queue.rooms() + "+" + letter;
  }

  private Prediction prediction(Kind kind, double abandoned, Waits waits) {
    return Prediction.of(
        kind,
        queue.load(),
        queue.arrivalRate() * (1 - abandoned),
        new Flow(queue.rooms(), queue.meanHold(), abandoned, 0),
        waits);
  }
}
