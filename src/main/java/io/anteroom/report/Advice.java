package io.anteroom.report;

import io.anteroom.result.Check;
import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Pinning;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** What follows from a run's figures, in one sentence: the first rule that applies gives it. */
public final class Advice {
  private static final double HELD_SHARE = 0.01;
  private static final double GIVING_UP = 0.01;
  private static final double BUSY = 0.9;
  private static final double IDLE = 0.5;
  private static final double FEW = 0.01;

  /** Of fewer visits than these not even a trend is to be seen. */
  private static final int HANDFUL = 10;

  /** Of fewer visits than these the 99th percentile is the longest. */
  private static final int HUNDRED = 100;

  private static final int MOST_TRIES = 64;
  private static final int FIRST_UNPINNED_JDK = 24;

  private record Rule(Predicate<Run> applies, Function<Run, String> words) {}

  /** In order: what makes the figures worthless, what explains them, what they say. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(run -> run.result().visits().violations() > 0, Advice::violated),
          new Rule(run -> run.result().outcome() == Outcome.STUCK, Advice::stuck),
          new Rule(run -> run.result().outcome() == Outcome.INVALID, Advice::invalid),
          new Rule(
              run -> run.result().visits().completed() == 0,
              run ->
                  "Nobody got a room: let"
                      + " the run last longer, or let persons wait longer before they give up."),
          new Rule(Advice::isHeld, Advice::held),
          new Rule(run -> run.result().outcome() == Outcome.SATURATED, Advice::saturated),
          new Rule(
              run -> run.result().outcome() == Outcome.INTERRUPTED,
              run -> "The run was cut short: run it to its end before you rely on its tails."),
          new Rule(run -> abandoned(run) > GIVING_UP, Advice::impatient),
          new Rule(run -> run.result().waits().count() < HANDFUL, Advice::handful),
          new Rule(Advice::isLongBurst, Advice::burst),
          new Rule(Advice::isCrowded, Advice::crowded),
          new Rule(Advice::isIdle, Advice::idle));

  private Advice() {}

  /** One sentence, ending in a full stop. */
  public static String of(Run run) {
    return RULES.stream()
        .filter(rule -> rule.applies.test(run))
        .findFirst()
        .map(rule -> rule.words.apply(run))
        .orElseGet(() -> sound(run));
  }

  private static String violated(Run run) {
    String entries = FigureText.count(run.result().visits().violations());
    String mode = run.scenario().locking().mode();
    return mode.equals("none")
        ? "Lock the rooms: without a lock persons entered occupied rooms %s times; reentrant or semaphore prevent that."
            .formatted(entries)
        : "Do not use mode %s, nor these figures: persons entered occupied rooms %s times in spite of it."
            .formatted(mode, entries);
  }

  private static String stuck(Run run) {
    String mode = run.scenario().locking().mode();
    if (mode.equals("try-spin") || mode.equals("try-yield")) {
      return "Let persons park while they wait (try-park, try-backoff, reentrant): those who spin"
          + " keep the carriers from the one who should leave.";
    }
    return mode.equals("synchronized") || mode.equals("monitor-wait")
        ? "Use a lock of java.util.concurrent (reentrant, semaphore) or JDK 24 or later: persons"
            + " hold their carriers while they wait for a monitor."
        : "Look into the thread dump in the results folder for who holds what the others wait for.";
  }

  private static String invalid(Run run) {
    return "Do not use these figures: "
        + run.result().checks().stream()
            .filter(check -> check.verdict() == Check.Verdict.FAILED)
            .map(check -> "check " + check.name() + " failed")
            .findFirst()
            .orElse("a check failed")
        + ".";
  }

  private static boolean isHeld(Run run) {
    Pinning pinning = run.result().pinning();
    Double share = pinning.carrierShare();
    Long effective = pinning.effectiveRooms();
    return share != null
        && share > HELD_SHARE
        && effective != null
        && effective < run.scenario().facility().rooms();
  }

  private static String held(Run run) {
    Pinning pinning = run.result().pinning();
    String cause = pinning.sites().isEmpty() ? "" : " (" + pinning.sites().getFirst().frame() + ")";
    String remedy =
        feature(run.result().environment().jdk()) < FIRST_UNPINNED_JDK
            ? "move to JDK 24 or later, where monitors no longer hold carriers, or take a lock of"
                + " java.util.concurrent"
            : "block outside of native code and class initialisers";
    return "Pinned persons hold their carriers%s and leave only %s of %s rooms usable: %s."
        .formatted(
            cause,
            FigureText.count(pinning.effectiveRooms() == null ? 0 : pinning.effectiveRooms()),
            FigureText.count(run.scenario().facility().rooms()),
            remedy);
  }

  /** The JDK's feature release; 0 if that is not to be told. */
  private static int feature(String version) {
    String digits = version.replaceFirst("[^0-9].*", "");
    return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }

  private static String saturated(Run run) {
    double load = load(run.result());
    int rooms = run.scenario().facility().rooms();
    return load >= rooms
        ? "Offer at least %s rooms, or less load: arrivals keep %s rooms busy on average, there are %s, and the line only grows."
            .formatted(
                FigureText.count((long) Math.floor(load) + 1),
                FigureText.number(load, FigureText.DIGITS),
                FigureText.count(rooms))
        : "Rooms are not the bottleneck (a load of %s for %s rooms): look at the mode, the late starts and the processor time."
            .formatted(FigureText.number(load, FigureText.DIGITS), FigureText.count(rooms));
  }

  /** Rooms that the arrivals would keep busy if nobody had to wait. */
  private static double load(RunResult result) {
    return result.offeredPerSecond() * result.hold().meanNanos() / 1e9;
  }

  private static double abandoned(Run run) {
    double all = (double) run.result().visits().completed() + run.result().visits().abandoned();
    return run.result().visits().abandoned() / Math.max(all, 1);
  }

  private static String impatient(Run run) {
    return "Add rooms, shorten the hold or let persons wait longer: %s gave up, with the rooms taken for %s of the time."
        .formatted(FigureText.share(abandoned(run)), FigureText.share(utilisation(run)));
  }

  private static String handful(Run run) {
    long count = run.result().waits().count();
    return "Of %s percentiles say little: the longest wait was %s, with the rooms taken for %s of the time; more visits say more."
        .formatted(
            count == 1 ? "1 visit" : FigureText.count(count) + " visits",
            FigureText.duration(run.result().waits().maxNanos()),
            FigureText.share(utilisation(run)));
  }

  private static double utilisation(Run run) {
    double utilisation = run.result().utilisation();
    return Double.isFinite(utilisation) ? utilisation : 0;
  }

  private static boolean isLongBurst(Run run) {
    return run.scenario().demand().arrivals() instanceof Arrivals.AtOnce
        && waitsExceedHolds(run)
        && utilisation(run) > BUSY;
  }

  private static String burst(Run run) {
    return "Spread the arrivals or add rooms, twice as many for half the wait: all come at once, and rooms taken for %s of the time leave a faster lock nothing to gain."
        .formatted(FigureText.share(utilisation(run)));
  }

  private static boolean waitsExceedHolds(Run run) {
    return run.result().waits().p99Nanos() > run.result().hold().meanNanos();
  }

  private static boolean isCrowded(Run run) {
    return utilisation(run) > BUSY && waitsExceedHolds(run);
  }

  private static String crowded(Run run) {
    OptionalInt enough = enough(run);
    return "Add rooms: they are taken for %s of the time and %s%s."
        .formatted(
            FigureText.share(utilisation(run)),
            longWaits(
                run,
                "the longest of %s waits is %s",
                "one visit in a hundred waits longer than %s"),
            enough.isEmpty()
                ? ""
                : "; by theory %s rooms bring that below one hold"
                    .formatted(FigureText.count(enough.getAsInt())));
  }

  /** The fewest rooms with which theory has all but one in a hundred wait less than a mean hold. */
  private static OptionalInt enough(Run run) {
    int rooms = run.scenario().facility().rooms();
    double meanHold = run.result().hold().meanNanos();
    for (int more = 1; more <= MOST_TRIES; more++) {
      if (Theory.of(withRooms(run.scenario(), rooms + more)) instanceof Prediction prediction
          && prediction.waitQuantileNanos(99).orElse(Double.MAX_VALUE) < meanHold) {
        return OptionalInt.of(rooms + more);
      }
    }
    return OptionalInt.empty();
  }

  private static Scenario withRooms(Scenario scenario, int rooms) {
    Facility facility = scenario.facility();
    return new Scenario(
        scenario.name(),
        new Facility(rooms, facility.line(), facility.choice()),
        scenario.locking(),
        scenario.demand(),
        scenario.stay(),
        scenario.conduct());
  }

  private static boolean isIdle(Run run) {
    long waits = run.result().waits().p99Nanos();
    return utilisation(run) < IDLE
        && run.scenario().facility().rooms() > 1
        && waits < FEW * run.result().hold().meanNanos();
  }

  private static String idle(Run run) {
    return "There are rooms to spare: they are taken for %s of the time and hardly anybody waits; \"anteroom plan\" finds how few would do."
        .formatted(FigureText.share(utilisation(run)));
  }

  private static String sound(Run run) {
    return "Hold it to an objective (--expect, anteroom plan): nothing stands out, with the rooms taken for %s of the time and %s."
        .formatted(
            FigureText.share(utilisation(run)),
            longWaits(
                run,
                "%s waits, the longest of %s",
                "a wait of %s or less for all but one visit in a hundred"));
  }

  /**
   * What is said of the long waits.
   *
   * @param few of their count and the longest
   * @param many of their 99th percentile
   */
  private static String longWaits(Run run, String few, String many) {
    Latency waits = run.result().waits();
    return waits.count() < HUNDRED
        ? few.formatted(FigureText.count(waits.count()), FigureText.duration(waits.maxNanos()))
        : many.formatted(FigureText.duration(waits.p99Nanos()));
  }
}
