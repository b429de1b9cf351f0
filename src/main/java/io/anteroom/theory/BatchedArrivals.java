package io.anteroom.theory;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.BatchSize;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Waits;
import org.jspecify.annotations.Nullable;

/** Chooses the model of persons who arrive in batches. */
final class BatchedArrivals {
  private final Scenario scenario;
  private final BatchSize size;
  private final Queue queue;
  private final Order order;

  private BatchedArrivals(Scenario scenario, BatchSize size, Queue queue) {
    this.scenario = scenario;
    this.size = size;
    this.queue = queue;
    this.order = scenario.locking().order();
  }

  /** The prediction, or why there is none. */
  static Theory of(Scenario scenario, Arrivals.Batches batches) {
    int rooms = scenario.facility().rooms();
    if (!(batches.times() instanceof Arrivals.Poisson(double perSecond))) {
      return new NoFormula("the batches do not arrive by a Poisson process: no formula");
    }
    if (scenario.stay().patience() != null || scenario.demand().limit() != null) {
      return new NoFormula("batches, and persons who give up or are turned away: no formula");
    }
    if (rooms > 1 && scenario.facility().line() == Line.PER_ROOM) {
      return new NoFormula("batches before lines of their own: no formula");
    }
    double rate = perSecond / 1e9 * batches.size().mean();
    Queue queue = new Queue(rooms, rate, scenario.stay().hold().meanNanos());
    return queue.stable()
        ? new BatchedArrivals(scenario, batches.size(), queue).theory()
        : OpenModels.endless(queue.load(), rooms);
  }

  private Theory theory() {
    if (Shape.exponential(scenario.stay().hold())) {
      return exponential();
    }
    return queue.rooms() == 1
        ? oneRoom()
        : new NoFormula("batches at several rooms whose holds are not exponential: no formula");
  }

  private Theory exponential() {
    BatchLine line = BatchLine.of(queue, size);
    if (line == null) {
      return new NoFormula("so large batches or so full rooms take too many states to sum over");
    }
    return prediction(
        Waits.ofAll(line.waited(), line.meanWait(), inOrder(line.stddevWait()), inOrder(line))
            .line(line::moreWaitingThan));
  }

  /**
   * A batch is one visit that lasts as long as all of its persons; each waits for those before it.
   */
  private Theory oneRoom() {
    DurationMoments hold = DurationMoments.of(scenario.stay().hold());
    if (Double.isInfinite(hold.second())) {
      return new NoFormula(NoFormula.NO_MEAN);
    }
    double mean = size.mean();
    double variance = size.secondMoment() - mean * mean;
    double holdVariance = hold.second() - hold.mean() * hold.mean();
    double batchMean = mean * hold.mean();
    double batchSecond =
        mean * holdVariance + variance * hold.mean() * hold.mean() + batchMean * batchMean;
    double first = queue.arrivalRate() / mean * batchSecond / (2 * (1 - queue.load()));
    double within = (size.secondMoment() - mean) / (2 * mean) * hold.mean();
    double waited = 1 - (1 - queue.load()) / mean;
    return prediction(Waits.ofAll(waited, first + within, null, null));
  }

  private Prediction prediction(Waits waits) {
    String hold = Shape.letter(scenario.stay().hold(), "G");
    return Prediction.of(
        new Kind("M^" + sizeText() + "/" + hold + "/" + queue.rooms(), Formula.BATCHES),
        queue.load(),
        queue.arrivalRate(),
        Flow.lossless(queue.rooms(), queue.meanHold()),
        waits);
  }

  private String sizeText() {
    return size instanceof BatchSize.Fixed(int persons) ? Integer.toString(persons) : "X";
  }

  private <T> @Nullable T inOrder(T figure) {
    return order == Order.FIFO ? figure : null;
  }
}
