package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.given.GivenScenario;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Scenario;
import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a journey through two pools, one after the other, costs against a visit to one pool, on both
 * clocks.
 */
final class JourneyOfTwoPools implements GradualBenchmark {
  /** Two visits, and a little for the way between them. */
  private static final Aim AIM = Aim.atMost(2.2);

  private static final String TWO = "a journey of two pools";
  private static final String ONE = "a visit of one pool";
  private static final String ONE_LONG = "a journey of one pool";

  @Override
  public String name() {
    return "journeys";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    int pairs = Visits.fewerPairs(size);
    found.accept(real("real time, zero hold", Visits.zeroHold(size), pairs));
    found.accept(longForm(Visits.zeroHold(size), pairs));
    found.accept(real("real time, 1 ms hold", Visits.shortHold(size), pairs));
    int visits = size == Size.FULL ? 1_000_000 : 5_000;
    Scenario flat =
        GivenScenario.simulated(SimulatorSpeed.byCalendar(SimulatorSpeed.classic(visits)));
    found.accept(simulated("simulated time", through(flat, 2), flat, pairs));
    found.accept(
        new Compared(
            "CPU a journey, simulated time, in the long form",
            TWO,
            ONE_LONG,
            "ns",
            Turns.take(
                pairs,
                () -> nanosPerJourney(through(flat, 2)),
                () -> nanosPerJourney(through(flat, 1))),
            AIM));
  }

  private static Compared real(String what, Work work, int pairs) throws Exception {
    Scenario flat = EngineRun.scenario(work, "off");
    Scenario two = through(flat, 2);
    return new Compared(
        "CPU a journey, " + what,
        TWO,
        ONE,
        "ns",
        Turns.take(
            pairs,
            () -> EngineRun.cpuNanosPerVisit(work, two),
            () -> EngineRun.cpuNanosPerVisit(work, flat)),
        AIM);
  }

  private static Compared longForm(Work work, int pairs) throws Exception {
    Scenario flat = EngineRun.scenario(work, "off");
    Scenario one = through(flat, 1);
    Scenario two = through(flat, 2);
    return new Compared(
        "CPU a journey, real time, zero hold, in the long form",
        TWO,
        ONE_LONG,
        "ns",
        Turns.take(
            pairs,
            () -> EngineRun.cpuNanosPerVisit(work, two),
            () -> EngineRun.cpuNanosPerVisit(work, one)),
        AIM);
  }

  private static Compared simulated(String what, Scenario two, Scenario flat, int pairs)
      throws Exception {
    return new Compared(
        "CPU a journey, " + what,
        TWO,
        ONE,
        "ns",
        Turns.take(pairs, () -> nanosPerJourney(two), () -> nanosPerJourney(flat)),
        AIM);
  }

  /** A journey through so many pools like that of the scenario, one after the other. */
  private static Scenario through(Scenario flat, int count) {
    List<String> names =
        Stream.iterate(1, one -> one + 1).map(one -> "p" + one).limit(count).toList();
    List<NamedPool> pools =
        names.stream()
            .map(
                name ->
                    new NamedPool(
                        name, flat.facility(), flat.locking(), flat.stay().activity(), null))
            .toList();
    List<JourneyStep> steps =
        names.stream()
            .<JourneyStep>map(
                name ->
                    new JourneyStep.In(
                        name, 1, 1, null, List.of(new JourneyStep.Hold(flat.stay().hold(), null))))
            .toList();
    return flat.with(new Journey(pools, steps, List.of(), null));
  }

  private static double nanosPerJourney(Scenario scenario) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Run run =
        SimulatedRun.brief(scenario, false)
            .run(Machine.describe(OffsetDateTime.now(ZoneOffset.UTC), 1, -1));
    double nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    return nanos / run.result().visits().completed();
  }
}
