package io.anteroom.run.simulate;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Journey.ComeBack;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.PersonClass;
import io.anteroom.scenario.RoomPlan;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Locking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A small scenario of several pools in simulated time; one seed gives one scenario. In half of them
 * all times are whole milliseconds, so that many things happen at one instant.
 */
public final class RandomJourney {
  private static final ModeTraits MODE =
      ModeTraits.find(LockingModes.traits(), "semaphore-fair").orElseThrow();

  private static final ActivityTraits ACTIVITY = ActivityTraits.usual(RoomActivities.traits());

  private final SplittableRandom random;
  private final boolean wholeMillis;
  private final List<NamedPool> pools = new ArrayList<>();
  private final List<PersonClass> classes = new ArrayList<>();
  private int steps;

  private RandomJourney(long seed) {
    this.random = new SplittableRandom(seed);
    this.wholeMillis = random.nextBoolean();
  }

  /** The scenario of that seed. */
  public static Scenario of(long seed) {
    return new RandomJourney(seed).scenario();
  }

  private Scenario scenario() {
    addClasses();
    int count = random.nextInt(1, 4);
    for (int pool = 0; pool < count; pool++) {
      pools.add(pool("pool-" + pool));
    }
    List<JourneyStep> journey = steps(0);
    return Simulations.scenario(demand() + " seed=" + random.nextLong())
        .with(new Journey(pools, journey, classes, chance(4) ? comeBack() : null));
  }

  private void addClasses() {
    int count = random.nextInt(3);
    for (int each = 0; each < count + 1 && count > 0; each++) {
      classes.add(
          new PersonClass(
              "class-" + each,
              1.0 / (count + 1),
              random.nextInt(1, 3),
              chance(4) ? duration() : null));
    }
  }

  private NamedPool pool(String name) {
    Order order = List.of(Order.values()).get(random.nextInt(Order.values().length));
    return new NamedPool(
        name,
        order == Order.PREEMPT_RESUME || !chance(4)
            ? new Facility(random.nextInt(1, 5), Line.SHARED, Choice.STICKY)
            : changing(),
        new Locking(MODE, order, Duration.ZERO, null, 0),
        ACTIVITY,
        chance(3) ? patience() : null);
  }

  /** Rooms that open and close, at times at which other things happen, too. */
  private Facility changing() {
    List<RoomPlan.Shift> shifts = new ArrayList<>();
    Duration from = Duration.ZERO;
    for (int left = random.nextInt(2, 6); left > 0; left--) {
      shifts.add(new RoomPlan.Shift(from, random.nextInt(left == 1 ? 1 : 0, 5)));
      from = from.plusMillis(random.nextInt(1, 60));
    }
    RoomPlan plan = new RoomPlan(shifts);
    return new Facility(plan.most(), Line.SHARED, Choice.STICKY, plan);
  }

  private Distribution patience() {
    return chance(6) ? new Distribution.Fixed(Duration.ZERO) : duration();
  }

  private ComeBack comeBack() {
    return new ComeBack(duration(), random.nextInt(1, 4));
  }

  private List<JourneyStep> steps(int depth) {
    List<JourneyStep> among = new ArrayList<>();
    int count = random.nextInt(1, depth == 0 ? 4 : 3);
    for (int each = 0; each < count; each++) {
      among.add(step(depth));
    }
    return among;
  }

  private JourneyStep step(int depth) {
    steps++;
    if (depth > 2 || steps > 12 || (depth > 0 && random.nextBoolean())) {
      return new JourneyStep.Hold(duration(), onlyClass());
    }
    NamedPool pool = pools.get(random.nextInt(pools.size()));
    return new JourneyStep.In(
        pool.name(),
        chance(3) ? random.nextInt(2, 4) : 1,
        chance(3) ? 0.5 : 1,
        onlyClass(),
        pool.locking().order() == Order.PREEMPT_RESUME ? holds() : steps(depth + 1));
  }

  /** Whoever can be sent out of a room only holds there. */
  private List<JourneyStep> holds() {
    JourneyStep hold = new JourneyStep.Hold(duration(), onlyClass());
    return chance(2) ? List.of(hold) : List.of(hold, new JourneyStep.Hold(duration(), onlyClass()));
  }

  private @Nullable String onlyClass() {
    return classes.isEmpty() || !chance(4)
        ? null
        : classes.get(random.nextInt(classes.size())).name();
  }

  private String demand() {
    if (random.nextBoolean()) {
      String limit = chance(3) ? " limit=" + random.nextInt(1, 12) : "";
      String bound = random.nextBoolean() ? " duration=500ms" : " visits=60";
      String arrivals = wholeMillis ? "constant:1000/s" : "poisson:300/s";
      return "arrivals=" + arrivals + bound + limit;
    }
    String think = wholeMillis ? "fixed:2ms" : "exponential:3ms";
    String bound = random.nextBoolean() ? " duration=100ms" : " visits=" + random.nextInt(1, 9);
    String arrivals = random.nextBoolean() ? "at-once" : "closed";
    return "arrivals=%s persons=%d think=%s%s"
        .formatted(arrivals, random.nextInt(1, 9), think, bound);
  }

  private Distribution duration() {
    Duration mean = Duration.ofMillis(random.nextInt(1, 6));
    return wholeMillis ? new Distribution.Fixed(mean) : new Distribution.Exponential(mean);
  }

  /** One time in so many. */
  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }
}
