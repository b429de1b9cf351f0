package io.anteroom.scenario.schedule;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.PersonClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What chance decides in journeys, as a function of the seed, the step, the person, the visit and
 * how often the step came in that visit before. Each step has streams of its own, one for each
 * purpose; the class of a person has another. So neither the modes nor who draws when change what
 * is drawn, and a step that is added at the end changes none of the others. Immutable; the {@link
 * Draws} that callers hand in are theirs, one a thread.
 */
public final class JourneySchedule {
  /** A step comes at most {@code 2^16} times in a visit. */
  private static final int TURN_BITS = 16;

  /**
   * What is drawn of a step.
   *
   * @param fixedHoldNanos a hold that is always the same, which needs no draw; else -1
   * @param patience by class; empty where a step enters no pool
   */
  @SuppressWarnings("ArrayRecordComponent") // Read at every step, and never handed out.
  private record StepStreams(
      double chance,
      long takenStart,
      long holdStart,
      long patienceStart,
      long fixedHoldNanos,
      @Nullable Sampler hold,
      @Nullable Sampler[] patience) {}

  private final List<PlannedStep> steps;
  private final StepStreams[] streams;
  private final double[] sharesUpTo;
  private final long classStart;
  private final long pauseStart;
  private final @Nullable Sampler pause;

  JourneySchedule(Journey journey, Draws draws) {
    this.steps = PlannedStep.of(journey);
    List<StepStreams> byStep = new ArrayList<>();
    addStreams(byStep, steps, journey, draws);
    this.streams = byStep.toArray(StepStreams[]::new);
    this.sharesUpTo = sharesUpTo(journey.classes());
    this.classStart = draws.start(Purpose.CLASS, 0);
    this.pauseStart = draws.start(Purpose.COME_BACK, 0);
    this.pause = journey.comeBack() == null ? null : Sampler.of(journey.comeBack().pause());
  }

  private static double[] sharesUpTo(List<PersonClass> classes) {
    double[] upTo = new double[classes.size()];
    double sum = 0;
    for (int place = 0; place < upTo.length; place++) {
      sum += classes.get(place).share();
      upTo[place] = sum;
    }
    return upTo;
  }

  private static void addStreams(
      List<StepStreams> streams, List<PlannedStep> among, Journey journey, Draws draws) {
    for (PlannedStep planned : among) {
      int number = planned.number();
      streams.add(
          new StepStreams(
              planned.step() instanceof JourneyStep.In in ? in.chance() : 1,
              draws.start(Purpose.TAKEN, number),
              draws.start(Purpose.HOLD, number),
              draws.start(Purpose.PATIENCE, number),
              fixedHoldNanos(planned.step()),
              planned.step() instanceof JourneyStep.Hold hold ? Sampler.of(hold.length()) : null,
              planned.pool() == PlannedStep.NONE
                  ? new Sampler[0]
                  : patience(journey, journey.pools().get(planned.pool()))));
      addStreams(streams, planned.inside(), journey, draws);
    }
  }

  private static long fixedHoldNanos(JourneyStep step) {
    return switch (step) {
      case JourneyStep.In in -> 0;
      case JourneyStep.Hold hold ->
          hold.length() instanceof Distribution.Fixed(Duration value) ? value.toNanos() : -1;
    };
  }

  /** By class; without classes there is one. */
  private static @Nullable Sampler[] patience(Journey journey, NamedPool pool) {
    List<PersonClass> classes = journey.classes();
    List<@Nullable Sampler> byClass = new ArrayList<>();
    for (int place = 0; place < Math.max(classes.size(), 1); place++) {
      Distribution own = classes.isEmpty() ? null : classes.get(place).patience();
      Distribution patience = own == null ? pool.patience() : own;
      byClass.add(patience == null ? null : Sampler.of(patience));
    }
    return byClass.toArray(Sampler[]::new);
  }

  /** The steps in order, those inside of others in them. */
  public List<PlannedStep> steps() {
    return steps;
  }

  /** Whether a step can come more than once in a visit. */
  public boolean repeats() {
    return repeats(steps);
  }

  private static boolean repeats(List<PlannedStep> among) {
    return among.stream().anyMatch(step -> step.times() > 1 || repeats(step.inside()));
  }

  /** How many steps there are in all. */
  public int size() {
    return streams.length;
  }

  /** The class of a person, by its place among the journey's classes; 0 where there are none. */
  public int classOf(Draws draws, long person) {
    if (sharesUpTo.length < 2) {
      return 0;
    }
    double drawn = draws.at(classStart, person, 0).nextPositiveUnit();
    int place = 0;
    while (place < sharesUpTo.length - 1 && drawn > sharesUpTo[place]) {
      place++;
    }
    return place;
  }

  /**
   * Whether a step that need not be taken is.
   *
   * @param turn how often that was drawn in this visit before
   */
  public boolean taken(Draws draws, int step, long person, long visit, int turn) {
    StepStreams of = streams[step];
    return draws.at(of.takenStart, person, count(visit, turn)).nextPositiveUnit() <= of.chance;
  }

  /**
   * How long a hold is, in nanoseconds.
   *
   * @param turn how often the step came in this visit before
   */
  public long holdNanos(Draws draws, int step, long person, long visit, int turn) {
    StepStreams of = streams[step];
    Sampler hold = of.hold;
    return of.fixedHoldNanos >= 0 || hold == null
        ? of.fixedHoldNanos
        : hold.sampleNanos(draws.at(of.holdStart, person, count(visit, turn)));
  }

  /**
   * How long a person waits for a room before it gives up, in nanoseconds; Long.MAX_VALUE: for
   * ever.
   *
   * @param personClass of the person
   * @param turn how often it has begun to wait at this step in this visit before
   */
  public long patienceNanos(
      Draws draws, int step, int personClass, long person, long visit, int turn) {
    StepStreams of = streams[step];
    Sampler patience = of.patience[personClass];
    return patience == null
        ? Long.MAX_VALUE
        : patience.sampleNanos(draws.at(of.patienceStart, person, count(visit, turn)));
  }

  /** How long a person that gave up in that visit pauses before the next one, in nanoseconds. */
  public long pauseNanos(Draws draws, long person, long visit) {
    return pause == null ? 0 : pause.sampleNanos(draws.at(pauseStart, person, visit));
  }

  private static long count(long visit, int turn) {
    return (visit << TURN_BITS) + turn;
  }

  /** Numbers that stand for all that is drawn for a visit. */
  void sample(Draws draws, long person, long visit, Sink sink) {
    sink.add(classOf(draws, person));
    sink.add(pauseNanos(draws, person, visit));
    for (int step = 0; step < size(); step++) {
      sink.add(holdNanos(draws, step, person, visit, 0));
      sink.add(taken(draws, step, person, visit, 0) ? 1 : 0);
      StepStreams of = streams[step];
      sink.add(of.patience.length == 0 ? 0 : patienceNanos(draws, step, 0, person, visit, 0));
    }
  }

  /** Takes numbers. */
  @FunctionalInterface
  interface Sink {
    void add(long number);
  }
}
