package io.anteroom.bench;

import io.anteroom.bench.given.GivenScenario;
import io.anteroom.bench.mmc.PlainRecursion;
import io.anteroom.bench.mmc.Queue;
import io.anteroom.bench.mmc.QueueFigures;
import io.anteroom.bench.mmc.SsjQueue;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.RunResult;
import io.anteroom.run.simulate.Simulator;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.LFSR113;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * Our simulator next to SSJ and to a plain loop: an M/M/10 with a load of 0.9, on one core, with
 * wait, hold and response of every visit recorded. The figure is their speed, so more is better.
 * Such a queue is simulated by the recursion; the calendar, which works by events as SSJ does, is
 * made to by a limit that nobody meets.
 */
final class SimulatorPeers implements Benchmark {
  private static final String UNIT = "million visits a CPU-second";
  private static final String CALENDAR = "Anteroom, calendar";
  private static final String RECURSION = "Anteroom, recursion";
  private static final double MILLION = 1e6;

  private final Environment environment =
      Machine.describe(OffsetDateTime.now(ZoneOffset.UTC), 1, -1);

  @Override
  public String name() {
    return "simulator-peers";
  }

  @Override
  public List<Finding> measure(Size size) {
    int visits = size == Size.FULL ? 5_000_000 : 100_000;
    int pairs = size == Size.FULL ? 7 : 1;
    Queue queue = new Queue(10, 1e9 / 900, 10e6, visits);
    Scenario scenario = GivenScenario.simulated(text(visits));
    Scenario byCalendar = GivenScenario.simulated(text(visits) + " limit=100000000");
    Prediction expected = (Prediction) Theory.of(scenario);
    Program calendar = new Program(CALENDAR, () -> ours(byCalendar));
    Program recursion = new Program(RECURSION, () -> ours(scenario));
    Program ssj = ssj(queue, new DoublyLinked(), new MRG32k3a(), new MRG32k3a());
    Program quicker = ssj(queue, new DoublyLinked(), new LFSR113(), new LFSR113());
    Program usual = ssj(queue, new SplayTree(), new MRG32k3a(), new MRG32k3a());
    Program plain = new Program("plain loop", new PlainRecursion(queue)::run);
    Turns turns = new Turns(pairs, queue, expected);
    return List.of(
        turns.compare(recursion, ssj, Aim.atLeast(6)),
        turns.compare(recursion, plain, null),
        turns.compare(calendar, ssj, null),
        turns.compare(calendar, quicker, null),
        turns.compare(calendar, usual, null));
  }

  /** Its usual generator is MRG32k3a; of its event lists the linked one is the quickest here. */
  private static Program ssj(Queue queue, EventList events, RandomStream gaps, RandomStream holds) {
    String name =
        "SSJ, %s, %s".formatted(events.getClass().getSimpleName(), gaps.getClass().getSimpleName());
    return new Program(name, new SsjQueue(queue, events, gaps, holds)::run);
  }

  private static String text(int visits) {
    return "arrivals=poisson:900/s hold=exponential:10ms rooms=10 mode=semaphore-fair visits="
        + visits;
  }

  private QueueFigures ours(Scenario scenario) {
    RunResult result = Simulator.brief(scenario).run(environment).result();
    return new QueueFigures(
        result.visits().completed(),
        result.waits().meanNanos(),
        result.hold().meanNanos(),
        result.response().meanNanos(),
        result.utilisation() * scenario.facility().rooms());
  }

  /** One of the simulators. */
  private record Program(String name, Supplier<QueueFigures> run) {}

  /** Simulators that take turns, and are held to the formula. */
  private record Turns(int pairs, Queue queue, Prediction expected) {
    /** A first pair warms up and is not counted. */
    Finding compare(Program one, Program other, @Nullable Aim aim) {
      List<Finding.Pair> counted = new ArrayList<>();
      for (int pair = -1; pair < pairs; pair++) {
        Finding.Pair speeds = new Finding.Pair(speed(one), speed(other));
        if (pair >= 0) {
          counted.add(speeds);
        }
      }
      return new Finding.Compared(
          "simulated visits, M/M/10 at load 0.9", one.name(), other.name(), UNIT, counted, aim);
    }

    private double speed(Program program) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      QueueFigures figures = program.run().get();
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      check(program, figures);
      return figures.visits() / MILLION / (nanos / 1e9);
    }

    private void check(Program program, QueueFigures figures) {
      // The mean wait of a million visits has a standard error of some 3%: four of them.
      double bound = 4 * 0.03 * Math.sqrt(MILLION / queue.visits());
      double meanWait = Objects.requireNonNull(expected.meanWaitNanos());
      double meanResponse = meanWait + queue.meanHoldNanos();
      boolean agree =
          figures.visits() == queue.visits()
              && near(figures.meanWaitNanos(), meanWait, bound)
              && near(figures.meanHoldNanos(), queue.meanHoldNanos(), 0.05)
              && near(figures.meanResponseNanos(), meanResponse, bound)
              && near(figures.occupiedRooms(), expected.utilisation() * queue.rooms(), 0.05);
      if (!agree) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "%s found %s, but Erlang C has a mean wait of %.0f ns",
                program.name(),
                figures,
                meanWait));
      }
    }

    private static boolean near(double figure, double expected, double relative) {
      return Math.abs(figure - expected) <= relative * expected;
    }
  }
}
