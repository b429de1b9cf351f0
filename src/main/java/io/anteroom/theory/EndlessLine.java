package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Waits;
import org.jspecify.annotations.Nullable;

/** Chooses the model of arrivals at one line in which everybody waits for as long as it takes. */
final class EndlessLine {
  private final Queue queue;
  private final Stream arrivals;
  private final Distribution hold;
  private final Order order;

  /** A line that is known to be stable. */
  EndlessLine(Scenario scenario, int rooms, Stream arrivals) {
    this(scenario.stay().hold(), scenario.locking().order(), rooms, arrivals);
  }

  /** The same, of one pool among several. */
  EndlessLine(Distribution hold, Order order, int rooms, Stream arrivals) {
    this.arrivals = arrivals;
    this.hold = hold;
    this.order = order;
    queue = new Queue(rooms, arrivals.rate(), hold.meanNanos());
  }

  /** The prediction, or why there is none. */
  Theory theory() {
    if (Shape.exponential(hold)) {
      if (arrivals.poisson()) {
        return erlangC();
      }
      return arrivals.gaps().<Theory>map(this::renewal).orElseGet(this::approximation);
    }
    if (!arrivals.poisson()) {
      return approximation();
    }
    if (queue.rooms() == 1) {
      return oneRoom();
    }
    return Shape.fixed(hold) ? fixedHold() : approximation();
  }

  private Theory erlangC() {
    ErlangC line = new ErlangC(queue);
    return prediction(
        Formula.ERLANG_C,
        Waits.ofAll(line.waited(), line.meanWait(), line.stddevWait(order), inOrder(line))
            .line(line::moreWaitingThan));
  }

  private Theory renewal(Gaps gaps) {
    RenewalArrivals line = new RenewalArrivals(queue, gaps);
    return prediction(
        Formula.RENEWAL_ARRIVALS,
        Waits.ofAll(line.waited(), line.meanWait(), inOrder(line.stddevWait()), inOrder(line)));
  }

  private Theory fixedHold() {
    FixedHold line = new FixedHold(queue);
    return prediction(
        Formula.FIXED_HOLD,
        Waits.ofAll(line.waited(), line.meanWait(), inOrder(line.stddevWait()), inOrder(line)));
  }

  private Theory oneRoom() {
    DurationMoments moments = DurationMoments.of(hold);
    if (Double.isInfinite(moments.second())) {
      return infinite();
    }
    PollaczekKhinchine line = new PollaczekKhinchine(queue.arrivalRate(), moments);
    Double stddev = Double.isInfinite(moments.third()) ? null : (Double) line.stddevWait(order);
    WaitTail tail = Shape.fixed(hold) ? inOrder(new FixedHold(queue)) : null;
    return prediction(
        Formula.POLLACZEK_KHINCHINE, Waits.ofAll(line.waited(), line.meanWait(), stddev, tail));
  }

  private Theory approximation() {
    double holdVariation = DurationMoments.of(hold).squaredVariation();
    if (Double.isInfinite(holdVariation)) {
      return infinite();
    }
    if (Double.isInfinite(arrivals.squaredVariation())) {
      return new NoFormula("the variance of the gaps between arrivals is infinite: no formula");
    }
    double mean = AllenCunneen.meanWait(queue, arrivals.squaredVariation(), holdVariation);
    return prediction(Formula.ALLEN_CUNNEEN, Waits.ofAll(null, mean, null, null));
  }

  private Theory infinite() {
    return new NoFormula(
        queue.rooms() == 1 && arrivals.poisson()
            ? NoFormula.NO_MEAN
            : "the variance of the holds is infinite: no formula");
  }

  /** What holds for a line served in order only. */
  private <T> @Nullable T inOrder(T figure) {
    return order == Order.FIFO ? figure : null;
  }

  private Prediction prediction(Formula formula, Waits waits) {
    String model = arrivals.letter() + "/" + Shape.letter(hold, "G") + "/" + queue.rooms();
    return Prediction.of(
        new Kind(model, formula),
        queue.load(),
        queue.arrivalRate(),
        Flow.lossless(queue.rooms(), queue.meanHold()),
        waits);
  }
}
