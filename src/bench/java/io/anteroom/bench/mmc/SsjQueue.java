package io.anteroom.bench.mmc;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * The queue by SSJ (P. L'Ecuyer, L. Meliani, J. Vaucher: SSJ: A Framework for Stochastic Simulation
 * in Java, WSC 2002): events in its list, variates by its generators. Events and visits are used
 * again rather than made anew, which the guide's examples do not do: SSJ at its quickest.
 *
 * <p>Confined to one thread.
 */
public final class SsjQueue {
  private static final long HIGHEST_NANOS = TimeUnit.DAYS.toNanos(1);

  private final Queue queue;
  private final RandomStream gapStream;
  private final RandomStream holdStream;
  private final RandomVariateGen gaps;
  private final RandomVariateGen holds;
  private final Simulator simulator;
  private final Event arrival;
  private final ArrayDeque<Visit> line = new ArrayDeque<>();
  private final ArrayDeque<Visit> idle = new ArrayDeque<>();
  private Histogram waited = histogram();
  private Histogram held = histogram();
  private Histogram responded = histogram();
  private int arrived;
  private int occupied;
  private double first;
  private double changed;
  private double roomNanos;

  /**
   * A program for that queue.
   *
   * @param gaps the stream of the gaps between arrivals
   * @param holds the stream of the holds, another one
   */
  public SsjQueue(Queue queue, EventList events, RandomStream gaps, RandomStream holds) {
    this.queue = queue;
    this.gapStream = gaps;
    this.holdStream = holds;
    this.gaps = new ExponentialGen(gaps, 1 / queue.meanGapNanos());
    this.holds = new ExponentialGen(holds, 1 / queue.meanHoldNanos());
    this.simulator = new Simulator(events);
    this.arrival = new Arrival(simulator);
  }

  private static Histogram histogram() {
    return new Histogram(HIGHEST_NANOS, 3);
  }

  /** Simulates it; every time the same. */
  public QueueFigures run() {
    gapStream.resetStartStream();
    holdStream.resetStartStream();
    waited = histogram();
    held = histogram();
    responded = histogram();
    arrived = 0;
    roomNanos = 0;
    simulator.init();
    first = gaps.nextDouble();
    changed = first;
    arrival.schedule(first);
    simulator.start();
    return QueueFigures.of(waited, held, responded, roomNanos / (simulator.time() - first));
  }

  private void occupy(int more) {
    double now = simulator.time();
    roomNanos += occupied * (now - changed);
    changed = now;
    occupied += more;
  }

  /** A person comes; the next one will. */
  private final class Arrival extends Event {
    Arrival(Simulator simulator) {
      super(simulator);
    }

    @Override
    public void actions() {
      arrived++;
      if (arrived < queue.visits()) {
        schedule(gaps.nextDouble());
      }
      Visit visit = idle.poll();
      visit = visit == null ? new Visit(sim) : visit;
      visit.arrives();
    }
  }

  /** A visit, as the event of its leaving. */
  private final class Visit extends Event {
    private double intended;
    private double entered;

    Visit(Simulator simulator) {
      super(simulator);
    }

    void arrives() {
      intended = sim.time();
      if (occupied < queue.rooms()) {
        occupy(1);
        enters();
      } else {
        line.add(this);
      }
    }

    private void enters() {
      entered = sim.time();
      schedule(holds.nextDouble());
    }

    @Override
    public void actions() {
      double now = sim.time();
      waited.recordValue(Math.round(entered - intended));
      held.recordValue(Math.round(now - entered));
      responded.recordValue(Math.round(now - intended));
      idle.push(this);
      Visit next = line.poll();
      if (next == null) {
        occupy(-1);
      } else {
        next.enters();
      }
    }
  }
}
