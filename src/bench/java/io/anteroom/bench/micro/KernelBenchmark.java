package io.anteroom.bench.micro;

import io.anteroom.bench.given.GivenScenario;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.RunResult;
import io.anteroom.run.simulate.Simulator;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A simulated visit of an M/M/10 with a load of 0.9, with its records, by either kernel. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {
  private static final int VISITS = 100_000;

  private static final String CLASSIC =
      "arrivals=poisson:900/s hold=exponential:10ms rooms=10 mode=semaphore-fair visits=" + VISITS;

  private final Environment environment =
      Machine.describe(OffsetDateTime.now(ZoneOffset.UTC), 1, -1);

  /** By the recursion of Kiefer and Wolfowitz. */
  @Benchmark
  @OperationsPerInvocation(VISITS)
  public RunResult recursion() {
    return run(CLASSIC);
  }

  /** By the calendar of events, which a limit that nobody meets makes necessary. */
  @Benchmark
  @OperationsPerInvocation(VISITS)
  public RunResult calendar() {
    return run(CLASSIC + " limit=100000000");
  }

  private RunResult run(String keysAndValues) {
    RunResult result =
        Simulator.brief(GivenScenario.simulated(keysAndValues)).run(environment).result();
    if (result.visits().completed() != VISITS) {
      throw new IllegalStateException(result.visits().toString());
    }
    return result;
  }
}
