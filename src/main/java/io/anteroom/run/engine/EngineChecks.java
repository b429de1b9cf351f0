package io.anteroom.run.engine;

import io.anteroom.measure.Census;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.TimeAverage;
import io.anteroom.result.Check;
import io.anteroom.result.Check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import org.HdrHistogram.Histogram;

/**
 * What must hold in every run: nothing here repeats how the figures were made, each check has a
 * second source for them. What is sampled is compared up to the moment at which a run was stopped:
 * nobody looks after it, though some holds last longer.
 */
final class EngineChecks {
  static final String NOT_FREED = "not every person could be freed";

  private static final double TOLERANCE = 0.02;
  private static final double LEAST_PRECISION = 0.25;
  private static final int LEAST_SAMPLES = 200;

  /** A smaller average is too little to judge by. */
  private static final double LEAST_PERSONS = 0.1;

  private final Stage stage;
  private final Observer observer;
  private final Histograms unmeasured;
  private final boolean allGone;
  private final OptionalInt roomsFound;

  /**
   * @param unmeasured the visits that were left out of the measurements
   */
  EngineChecks(Stage stage, Observer observer, Histograms unmeasured, Findings.Ended ended) {
    this.stage = stage;
    this.observer = observer;
    this.unmeasured = unmeasured;
    this.allGone = ended.allGone();
    this.roomsFound = ended.roomsFound();
  }

  List<Check> all() {
    JourneyStage journey = stage.journey;
    PoolSamples pools = observer.pools();
    if (journey != null && pools != null) {
      List<Check> all = new ArrayList<>(List.of(durations(), counts()));
      all.addAll(new PoolChecks(journey, pools, this::compare).all(allGone));
      return List.copyOf(all);
    }
    RoomChecks rooms = new RoomChecks(stage.mode, "", this::compare);
    List<Check> all = new ArrayList<>();
    all.add(durations());
    all.add(rooms.mutualExclusion(stage.census.violations()));
    all.add(rooms.roomsLeft(allGone, stage.lookIntoRooms().persons()));
    roomsFound.ifPresent(found -> all.add(roomsFound(found)));
    all.add(counts());
    all.add(rooms.littlesLaw(observer.waiting(), this::waitNanos));
    all.add(rooms.utilisation(observer.occupied(), this::holdNanos));
    return List.copyOf(all);
  }

  /** A mode that lost a room in every tenth visit would otherwise be judged by the rest. */
  private Check roomsFound(int found) {
    int rooms = stage.scenario.facility().rooms();
    return Check.exact(
        "rooms-found",
        rooms,
        found,
        "when all had left, the mode let in %,d persons at once, and there are %,d rooms"
            .formatted(found, rooms));
  }

  private Check durations() {
    return Check.durations(stage.range.tooLong(), stage.range.negative());
  }

  /** The counters and the histograms are kept apart, so they must tell the same story. */
  private Check counts() {
    String name = "counts";
    if (!allGone) {
      return Check.notJudged(name, NOT_FREED);
    }
    Census census = stage.census;
    long recorded = completedAndAbandoned(observer.total()) + completedAndAbandoned(unmeasured);
    return Check.exact(
        name, census.begun() - census.cut(), recorded, "visits were lost or recorded twice");
  }

  private static long completedAndAbandoned(Histograms histograms) {
    return histograms.wait.getTotalCount() + histograms.abandonedWait.getTotalCount();
  }

  /** What the waits hold of lateness is no waiting in line. */
  private double waitNanos() {
    Histograms all = observer.total();
    return sum(all.wait, unmeasured.wait)
        + sum(all.abandonedWait, unmeasured.abandonedWait)
        - sum(all.lateness, unmeasured.lateness)
        + stage.census.cutWaitNanos();
  }

  private double holdNanos() {
    return sum(observer.total().hold, unmeasured.hold)
        + stage.census.cutHoldNanos()
        - stage.census.holdNanosAfterStop();
  }

  private static double sum(Histogram one, Histogram other) {
    return Histograms.sumNanos(one) + Histograms.sumNanos(other);
  }

  private Check compare(
      String name, TimeAverage sampled, DoubleSupplier personNanos, String reasonIfFailed) {
    if (!allGone) {
      return Check.notJudged(name, NOT_FREED);
    }
    if (sampled.samples() < LEAST_SAMPLES) {
      return Check.notJudged(
          name,
          "the run was too short: %d samples of %d".formatted(sampled.samples(), LEAST_SAMPLES));
    }
    double expected = personNanos.getAsDouble() / sampled.nanos();
    if (!(expected >= LEAST_PERSONS) || !(sampled.average() > 0)) {
      return Check.notJudged(
          name, "fewer than %s on average: too few to sample".formatted(LEAST_PERSONS));
    }
    double tolerance = TOLERANCE + 4 * sampled.standardError() / expected;
    if (tolerance > LEAST_PRECISION) {
      return new Check(
          name,
          Verdict.NOT_JUDGED,
          expected,
          sampled.average(),
          tolerance,
          "the samples scatter too much");
    }
    return Check.of(name, expected, sampled.average(), tolerance, reasonIfFailed);
  }
}
