package io.anteroom.bench.micro;

import io.anteroom.bench.given.GivenScenario;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Getting a free room and giving it back, in each locking mode: one person, one room. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoomBenchmark {
  /** The locking mode; who runs this says which, so that all of the catalogue can be. */
  @Param({})
  public String mode = "";

  private LockingMode locking = visit -> false;
  private ShortVisit visit = new ShortVisit(new Schedule(GivenScenario.of("rooms=1")));

  /** Opens the room. */
  @Setup
  public void open() {
    Scenario scenario = GivenScenario.of("rooms=1 mode=" + mode);
    Schedule schedule = new Schedule(scenario);
    locking = LockingModes.create(Premises.of(scenario, schedule, new WallClock()));
    visit = new ShortVisit(schedule);
  }

  /** One visit; how many there have been. */
  @Benchmark
  public long visit() throws InterruptedException {
    if (!locking.visit(visit)) {
      throw new IllegalStateException("a visit without patience gave up");
    }
    return visit.stays();
  }
}
