package io.anteroom.run.simulate;

import io.anteroom.Golden;
import io.anteroom.result.Latency;
import io.anteroom.result.Machine;
import io.anteroom.result.RunResult;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Scenarios of one pool have the figures that they had before there were journeys: the golden file
 * was written by the commit before those (c7ecab5), to the last digit.
 */
class FlatFormTest {
  private static final String QUEUE = "rooms=8 hold=exponential:20ms duration=5s ";

  private static final List<String> SCENARIOS =
      List.of(
          QUEUE + "mode=semaphore-fair arrivals=poisson:300/s",
          QUEUE + "mode=semaphore-fair arrivals=constant:300/s seed=7",
          QUEUE + "mode=semaphore arrivals=poisson:300/s hold=lognormal:20ms,cv=1.5",
          QUEUE + "mode=reentrant arrivals=poisson:300/s line=per-room choice=random",
          QUEUE + "mode=reentrant-fair arrivals=poisson:300/s line=per-room choice=shortest",
          QUEUE + "mode=semaphore-fair arrivals=poisson:400/s patience=exponential:50ms",
          QUEUE + "mode=semaphore-fair arrivals=poisson:500/s limit=20",
          QUEUE + "mode=semaphore-fair arrivals=poisson:300/s order=lifo",
          QUEUE + "mode=semaphore-fair arrivals=poisson:300/s order=random",
          QUEUE + "mode=semaphore-fair arrivals=poisson:300/s warmup=10%",
          QUEUE + "mode=semaphore-fair arrivals=closed persons=50 think=exponential:100ms",
          QUEUE + "mode=queue arrivals=closed persons=50 think=exponential:90ms warmup=20%",
          "rooms=10 mode=semaphore persons=1000 visits=5 hold=fixed:10ms",
          "rooms=10 mode=semaphore-fair persons=1000 visits=1 hold=exponential:10ms",
          "rooms=4 mode=try-backoff persons=200 visits=20 hold=exponential:5ms",
          "rooms=4 mode=try-park persons=200 visits=20 hold=exponential:5ms",
          "rooms=4 mode=timed timeout=20ms persons=200 visits=20 hold=exponential:5ms",
          "rooms=4 mode=stamped readers=50% persons=100 visits=20 hold=exponential:5ms",
          QUEUE + "mode=semaphore-fair arrivals=renewal:pareto:3ms,alpha=2.5",
          QUEUE + "mode=semaphore-fair arrivals=poisson:30/s,batch=10");

  @Test
  void twentyScenariosHaveTheFiguresOfThen() throws IOException {
    Golden.check(
        "run/simulate/flat-form.txt",
        SCENARIOS.stream().map(FlatFormTest::figures).collect(Collectors.joining("\n")));
  }

  private static String figures(String scenario) {
    RunResult result =
        SimulatedRun.detailed(Simulations.scenario(scenario))
            .run(Machine.describe(OffsetDateTime.now(ZoneOffset.UTC), 1, -1))
            .result();
    return Stream.of(
            scenario,
            "outcome " + result.outcome(),
            "visits " + result.visits(),
            "wait " + figures(result.waits()),
            "hold " + figures(result.hold()),
            "response " + figures(result.response()),
            "gave up " + figures(result.abandonedWait()),
            "throughput " + result.throughputPerSecond() + ", offered " + result.offeredPerSecond(),
            "utilisation " + result.utilisation() + ", fairness " + result.fairness())
        .collect(Collectors.joining("\n  ", "", "\n"));
  }

  private static String figures(Latency latency) {
    return Stream.of(
            latency.count(),
            latency.meanNanos(),
            latency.stddevNanos(),
            latency.p50Nanos(),
            latency.p90Nanos(),
            latency.p99Nanos(),
            latency.maxNanos())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }
}
