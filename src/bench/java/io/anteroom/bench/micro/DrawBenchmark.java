package io.anteroom.bench.micro;

import io.anteroom.bench.given.GivenScenario;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.Schedule;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A draw that belongs to a person and a visit, whoever draws it when, against the next draw of one
 * of the JDK's generators, which has no such place.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DrawBenchmark {
  private static final int ROOMS = 64;
  private static final double MEAN_NANOS = 10e6;

  private final Schedule schedule =
      new Schedule(GivenScenario.of("rooms=" + ROOMS + " hold=exponential:10ms"));
  private final Draws draws = schedule.newDraws();
  private final RandomGenerator generator = RandomGenerator.of("L64X128MixRandom");
  private long person;

  /** A hold of the schedule: the draw, and its logarithm by StrictMath. */
  @Benchmark
  public long exponentialOfSchedule() {
    return schedule.holdNanos(draws, person++, 0);
  }

  /** The same from the JDK's generator, with the logarithm of this processor. */
  @Benchmark
  public long exponentialOfGenerator() {
    return Math.round(-MEAN_NANOS * Math.log(1 - generator.nextDouble()));
  }

  /** A room of the schedule: little more than the draw. */
  @Benchmark
  public int roomOfSchedule() {
    return schedule.randomRoom(draws, person++, 0);
  }

  /** The same from the JDK's generator. */
  @Benchmark
  public int roomOfGenerator() {
    return generator.nextInt(ROOMS);
  }
}
