package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Presence;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Interval;
import io.anteroom.run.simulate.Simulator;
import io.anteroom.scenario.Line;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two clocks, one meaning: the engine on a clock that stands still between two events, and the
 * simulator, meet the same schedule. So each visit is the same, and each figure.
 */
class TwoClocksTest {
  /**
   * What only one of them has, or has in another way; it is checked elsewhere. The simulator knows
   * no lateness, and integrates over an interval what the engine samples.
   */
  private static final Set<String> OF_ONE_CLOCK =
      Set.of(
          "uncorrectedWait",
          "lateness",
          "cpu",
          "canary",
          "pinning",
          "flight",
          "simulation",
          "intervals",
          "presence",
          "checks");

  private static final double ROUNDING = 1e-12;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Open models, bounded by visits and by time, with each kind of warm-up.
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:15ms visits=2000",
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:15ms duration=20s",
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:15ms visits=2000"
            + " warmup=20%",
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:15ms duration=20s"
            + " warmup=20%",
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:15ms visits=2000"
            + " warmup=3s",
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:15ms visits=2000"
            + " duration=10s warmup=50%",
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:15ms visits=500"
            + " duration=10s warmup=80%",
        "mode=semaphore-fair arrivals=constant:100/s rooms=2 hold=fixed:15ms visits=1000"
            + " warmup=10%",
        "mode=semaphore-fair arrivals=constant:100/s rooms=1 hold=fixed:10ms duration=10s"
            + " warmup=10%",
        "mode=reentrant-fair line=shared arrivals=poisson:100/s rooms=3 hold=lognormal:25ms,cv=2"
            + " duration=15s warmup=1s",
        // Each room with its own line.
        "mode=reentrant-fair line=per-room choice=random arrivals=poisson:100/s rooms=3"
            + " hold=exponential:20ms duration=15s warmup=10%",
        "mode=reentrant-fair line=per-room choice=sticky arrivals=poisson:100/s rooms=3"
            + " hold=exponential:20ms visits=1500",
        "mode=reentrant-fair line=per-room choice=shortest arrivals=poisson:100/s rooms=3"
            + " hold=exponential:20ms duration=15s warmup=10%",
        "mode=reentrant-fair line=per-room choice=round-robin arrivals=poisson:100/s rooms=3"
            + " hold=exponential:20ms duration=15s warmup=10%",
        // No lock at all.
        "mode=none arrivals=poisson:100/s rooms=3 hold=exponential:20ms duration=15s warmup=10%",
        // A limit.
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:20ms visits=2000"
            + " limit=5 warmup=20%",
        "mode=semaphore-fair arrivals=poisson:300/s rooms=6 hold=exponential:20ms duration=20s"
            + " limit=20 warmup=80%",
        // Polling, patient and not.
        "mode=try-park arrivals=poisson:100/s rooms=2 hold=exponential:15ms duration=15s"
            + " warmup=10%",
        "mode=try-park arrivals=poisson:100/s rooms=2 hold=exponential:15ms visits=2000"
            + " patience=exponential:10ms warmup=20%",
        "mode=try-backoff arrivals=poisson:100/s rooms=2 hold=exponential:18ms duration=15s"
            + " patience=exponential:30ms warmup=2s limit=10",
        "mode=try-park line=per-room choice=random retry=exponential:3ms arrivals=poisson:100/s"
            + " rooms=3 hold=exponential:20ms duration=15s patience=exponential:40ms warmup=10%",
        // A period in which holds take longer.
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2 hold=exponential:15ms duration=20s"
            + " warmup=10% slowdown=at=5s,for=2s,factor=4",
        "mode=try-park arrivals=poisson:100/s rooms=2 hold=exponential:15ms visits=2000"
            + " patience=exponential:30ms slowdown=at=3s,for=500ms,factor=1000000",
        // Rooms that open and close, also while all are taken, and none at first.
        "mode=semaphore-fair arrivals=poisson:100/s rooms=2@0s,4@5.0003s,1@9.0007s,3@11.0001s"
            + " hold=exponential:15ms duration=20s warmup=10%",
        "mode=semaphore-fair arrivals=poisson:100/s rooms=0@0s,2@1.0003s,5@1.5s,1@4s"
            + " hold=exponential:15ms visits=1000",
        "mode=semaphore-fair persons=100 rooms=3@0s,0@500.1ms,8@800.3ms hold=exponential:40ms"
            + " visits=5",
        // Closed models.
        "mode=semaphore-fair arrivals=closed persons=20 think=exponential:100ms rooms=3"
            + " hold=exponential:20ms visits=60",
        "mode=semaphore-fair arrivals=closed persons=20 think=exponential:100ms rooms=3"
            + " hold=exponential:20ms visits=60 warmup=25%",
        "mode=semaphore-fair arrivals=closed persons=20 think=exponential:100ms rooms=3"
            + " hold=exponential:20ms duration=10s warmup=25%",
        "mode=semaphore-fair arrivals=closed persons=20 think=exponential:100ms rooms=3"
            + " hold=exponential:20ms duration=5s visits=30 warmup=10%",
        "mode=semaphore-fair arrivals=closed persons=20 think=exponential:100ms rooms=3"
            + " hold=exponential:20ms duration=5s visits=1000 warmup=10%",
        "mode=try-park arrivals=closed persons=20 think=exponential:50ms rooms=3"
            + " hold=exponential:20ms visits=60 warmup=25% patience=exponential:30ms",
        // A crowd that comes at once.
        "mode=semaphore-fair persons=300 rooms=4 hold=exponential:20ms",
        "mode=semaphore-fair persons=100 rooms=4 hold=exponential:20ms visits=5",
        "mode=semaphore-fair persons=100 rooms=4 hold=exponential:20ms visits=5 warmup=20%",
        "mode=semaphore-fair persons=100 rooms=4 hold=exponential:20ms duration=3s warmup=10%",
        "mode=semaphore-fair persons=100 rooms=4 hold=exponential:20ms think=exponential:20ms"
            + " visits=5 warmup=20%",
        "mode=try-park persons=50 rooms=4 hold=exponential:20ms patience=exponential:100ms"
            + " visits=4 warmup=25%",
        // Too much: the end of the run cuts those who still wait.
        "mode=semaphore-fair arrivals=poisson:300/s rooms=2 hold=exponential:20ms duration=6s",
        "mode=semaphore-fair arrivals=poisson:300/s rooms=2 hold=exponential:20ms duration=6s"
            + " warmup=20%",
        "mode=try-park retry=exponential:20ms arrivals=poisson:200/s rooms=2 hold=exponential:20ms"
            + " duration=4s warmup=1s",
        "mode=reentrant-fair line=per-room choice=random arrivals=poisson:200/s rooms=2"
            + " hold=exponential:20ms duration=6s warmup=1s",
        "mode=semaphore-fair persons=100 rooms=1 hold=exponential:100ms duration=2s",
        "mode=semaphore-fair arrivals=closed persons=100 think=exponential:10ms rooms=1"
            + " hold=exponential:100ms duration=2s warmup=10%",
      })
  void eachVisitAndEachFigureIsTheSame(String settings) {
    SteppedRun stepped = SteppedRun.of(settings);
    Run real = stepped.run();
    Run simulated = Simulator.detailed(stepped.scenario).run(real.result().environment());
    assertThat(differences(visits(real), visits(simulated))).isEmpty();
    assertThat(differences(figures(real), figures(simulated))).isEmpty();
    assertThat(differences(intervals(real), intervals(simulated))).isEmpty();
    assertSampled(real.result().intervals(), simulated.result().intervals());
    if (real.result().windowNanos() > 1_000_000_000) {
      assertSampled(real.result().presence(), simulated.result().presence());
    }
    assertThat(real.result().checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
  }

  /** The engine looks a hundred times a second at a line that the simulator knows all the time. */
  private static void assertSampled(@Nullable Presence real, @Nullable Presence simulated) {
    Presence seen = Objects.requireNonNull(real);
    Presence known = Objects.requireNonNull(simulated);
    assertThat(seen.waiting()).isCloseTo(known.waiting(), within(0.05 * known.waiting() + 0.2));
    assertThat(seen.inSystem()).isCloseTo(known.inSystem(), within(0.05 * known.inSystem() + 0.2));
    double longest = Objects.requireNonNull(known.lineLengths()).getValueAtPercentile(99);
    assertThat((double) Objects.requireNonNull(seen.lineLengths()).getValueAtPercentile(99))
        .isCloseTo(longest, within(0.1 * longest + 1));
  }

  /** Each visit by its name. Rooms behind a shared line are alike: which one it was is left out. */
  private static Map<String, Object> visits(Run run) {
    Map<String, Object> visits = new TreeMap<>();
    boolean alike = run.scenario().facility().line() == Line.SHARED;
    for (VisitRecord visit : run.visits()) {
      visits.put(
          "%06d/%06d".formatted(visit.person(), visit.visit()), alike ? inSomeRoom(visit) : visit);
    }
    return visits;
  }

  private static VisitRecord inSomeRoom(VisitRecord visit) {
    return Timelines.visit(
        visit.person(),
        visit.visit(),
        visit.room() == null ? null : 0,
        visit.intendedNanos(),
        visit.enteredNanos(),
        visit.leftNanos(),
        visit.outcome(),
        visit.refusals());
  }

  /** Each figure of the result by its name, and the histograms. */
  private static Map<String, Object> figures(Run run) {
    Map<String, Object> figures = new TreeMap<>();
    addFigures("", run.result(), figures);
    figures.keySet().removeIf(name -> OF_ONE_CLOCK.contains(name.split("\\.", 2)[0]));
    Histograms histograms = run.histograms();
    figures.put("histogram.wait", histograms.wait);
    figures.put("histogram.hold", histograms.hold);
    figures.put("histogram.response", histograms.response);
    figures.put("histogram.abandonedWait", histograms.abandonedWait);
    return figures;
  }

  /** The course over time, but for the averages, which the engine has only sampled. */
  private static Map<String, Object> intervals(Run run) {
    Map<String, Object> intervals = new TreeMap<>();
    for (Interval each : run.result().intervals()) {
      intervals.put(
          "from %07.3f".formatted(each.startSeconds()),
          new Interval(
              each.startSeconds(),
              each.endSeconds(),
              0,
              0,
              each.completed(),
              each.waitP50Nanos(),
              each.waitP99Nanos(),
              each.waitMaxNanos()));
    }
    return intervals;
  }

  private static void assertSampled(List<Interval> sampled, List<Interval> exact) {
    for (int interval = 0; interval < sampled.size(); interval++) {
      Interval real = sampled.get(interval);
      if (real.endSeconds() - real.startSeconds() == 1) {
        Interval simulated = exact.get(interval);
        assertThat(real.waiting())
            .isCloseTo(simulated.waiting(), within(0.5 + 0.1 * simulated.waiting()));
        assertThat(real.occupied())
            .isCloseTo(simulated.occupied(), within(0.1 + 0.1 * simulated.occupied()));
      }
    }
  }

  private static void addFigures(String name, @Nullable Object value, Map<String, Object> figures) {
    if (!(value instanceof Record figure)) {
      figures.put(name, value == null ? "null" : value);
      return;
    }
    for (RecordComponent part : figure.getClass().getRecordComponents()) {
      String prefix = name.isEmpty() ? "" : name + ".";
      try {
        part.getAccessor().setAccessible(true);
        addFigures(prefix + part.getName(), part.getAccessor().invoke(figure), figures);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** Sums of doubles differ in their last digits by the order in which they are made. */
  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return Objects.equals(one, other)
        || (one instanceof Double real
            && other instanceof Double simulated
            && Math.abs(real - simulated) <= ROUNDING * Math.abs(real));
  }

  /** What the engine and the simulator say differently, the first of it. */
  private static List<String> differences(Map<String, Object> real, Map<String, Object> simulated) {
    Set<String> names = new TreeSet<>(real.keySet());
    names.addAll(simulated.keySet());
    return names.stream()
        .filter(name -> !same(real.get(name), simulated.get(name)))
        .map(name -> name + ": engine " + real.get(name) + ", simulator " + simulated.get(name))
        .limit(30)
        .toList();
  }
}
