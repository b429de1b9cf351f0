package io.anteroom.report;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Quantiles;
import io.anteroom.measure.flight.KnownHold;
import io.anteroom.result.FigureText;
import io.anteroom.result.FlightReport;
import io.anteroom.result.Latency;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Pinning;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Verdict;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.theory.Theory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What to do after a run, in a sentence or two: it follows from the verdict and the figures. Where
 * the verdict leaves several causes open, the first one that the figures show gives the advice.
 */
final class Advice {
  private static final double HELD_SHARE = 0.01;
  private static final double GIVING_UP = 0.01;
  private static final double BUSY = 0.9;
  private static final double IDLE = 0.5;
  private static final double FEW = 0.01;

  /** Holds that differ from the drawn ones by no more than this agree with them. */
  private static final double SAME_HOLD = 0.1;

  /** So many standard errors are no accident. */
  private static final double ERRORS = 4;

  /** Where the hold is more than this share of the response, waiting hardly matters. */
  private static final double MOST_OF_RESPONSE = 0.8;

  private static final String LONGER = "one visit in a hundred waits longer than %s";
  private static final int FIRST_UNPINNED_JDK = 24;

  private record Rule(Predicate<Advice> applies, Function<Advice, String> words) {}

  private static final Rule NOBODY =
      new Rule(
          advice -> advice.result.visits().completed() == 0,
          advice ->
              "Nobody got a room: let the run last longer, or let persons wait longer before they"
                  + " give up.");
  private static final Rule HELD = new Rule(Advice::isHeld, Advice::held);
  private static final Rule LONG_HOLDS = new Rule(Advice::holdsAreLonger, Advice::longHolds);
  private static final Rule IMPATIENT =
      new Rule(advice -> advice.abandoned() > GIVING_UP, Advice::impatient);
  private static final Rule BURST = new Rule(Advice::isLongBurst, Advice::burst);
  private static final Rule CROWDED = new Rule(Advice::isCrowded, Advice::crowded);
  private static final Rule IDLE_ROOMS = new Rule(Advice::isIdle, Advice::idle);

  /** Why a run is saturated. */
  private static final List<Rule> OF_SATURATION =
      List.of(
          NOBODY,
          HELD,
          new Rule(
              advice -> advice.holdsAreLonger() && advice.drawnLoad() < advice.rooms(),
              Advice::longHolds));

  /** Why an objective is missed. */
  private static final List<Rule> OF_A_MISS =
      List.of(
          NOBODY,
          HELD,
          new Rule(Advice::startsAreLate, Advice::lateStarts),
          LONG_HOLDS,
          IMPATIENT,
          new Rule(
              advice -> advice.missedDuration(DurationKind.RESPONSE) && advice.holdIsTheResponse(),
              Advice::shorten),
          BURST,
          CROWDED,
          new Rule(
              advice -> advice.missed(Metrics.UTILISATION::equals) && advice.isIdle(),
              Advice::idle),
          new Rule(
              advice ->
                  advice.missedDuration(DurationKind.WAIT)
                      || advice.missedDuration(DurationKind.RESPONSE)
                      || advice.missed(Metrics.WAITED::equals),
              Advice::lessWaiting));

  /** What is worth knowing of a run that is well. */
  private static final List<Rule> OF_A_SOUND_RUN =
      List.of(
          new Rule(advice -> advice.result.visits().violations() > 0, Advice::violated),
          HELD,
          new Rule(Advice::startsAreLate, Advice::lateStarts),
          IMPATIENT,
          LONG_HOLDS,
          BURST,
          CROWDED,
          IDLE_ROOMS);

  private final Run run;
  private final RunResult result;
  private final RunVerdict verdict;

  private Advice(Run run, RunVerdict verdict) {
    this.run = run;
    this.result = run.result();
    this.verdict = verdict;
  }

  /** A sentence or two, each ending in a full stop. */
  static String of(Run run, RunVerdict verdict) {
    String advice =
        run.scenario().journey() == null
            ? new Advice(run, verdict).words()
            : JourneyAdvice.of(run, verdict);
    return LittleMeasured.with(advice, run.result(), verdict.kind());
  }

  private String words() {
    return switch (verdict.kind()) {
      case INVALID -> result.visits().violations() > 0 ? violated() : invalid();
      case STUCK -> stuck();
      case SERVER_LOST -> SharedAdvice.SERVER_LOST;
      case INTERRUPTED -> SharedAdvice.INTERRUPTED;
      case SATURATED -> firstOf(OF_SATURATION, Advice::saturated);
      case OBJECTIVE_MISSED -> firstOf(OF_A_MISS, Advice::unexplained);
      case OBJECTIVE_NOT_JUDGED ->
          SharedAdvice.unsure(verdict).orElseGet(() -> firstOf(List.of(NOBODY), Advice::notJudged));
      case CARRIERS_HELD -> held();
      case MACHINE_TOO_NOISY -> noisy();
      case THEORY_DISAGREES -> firstOf(List.of(HELD, LONG_HOLDS), Advice::disagreeing);
      case TOO_FEW_VISITS -> firstOf(List.of(NOBODY), Advice::moreVisits);
      case PRECISION_NOT_MET -> SharedAdvice.LESS_SURE;
      case OBJECTIVE_MET, COMPLETED -> firstOf(OF_A_SOUND_RUN, Advice::sound);
    };
  }

  private String firstOf(List<Rule> rules, Function<Advice, String> otherwise) {
    return rules.stream()
        .filter(rule -> rule.applies.test(this))
        .findFirst()
        .map(Rule::words)
        .orElse(otherwise)
        .apply(this);
  }

  private int rooms() {
    return run.scenario().facility().rooms();
  }

  private String violated() {
    String entries = FigureText.count(result.visits().violations());
    return run.scenario().locking().discipline() instanceof Discipline.AtWill
        ? "Lock the rooms: without a lock persons entered occupied rooms %s times; reentrant or semaphore prevent that."
            .formatted(entries)
        : "Do not use mode %s, nor these figures: persons entered occupied rooms %s times in spite of it."
            .formatted(run.scenario().locking().mode(), entries);
  }

  private String invalid() {
    if (result.clamped() > 0) {
      return "Do not use these figures: the longest durations are too short. Shorten the holds, the"
          + " gaps or the run.";
    }
    return SharedAdvice.CONTRADICTION;
  }

  private String stuck() {
    ModeTraits mode = run.scenario().locking().traits();
    if (mode.has(Trait.KEEPS_CARRIERS_BUSY)) {
      return "Let persons park while they wait (try-park, try-backoff, reentrant): those who spin"
          + " keep the carriers from the one who should leave.";
    }
    return mode.has(Trait.WAITS_IN_MONITOR)
        ? "Use a lock of java.util.concurrent (reentrant, semaphore) or JDK 24 or later: persons"
            + " hold their carriers while they wait for a monitor."
        : SharedAdvice.STUCK;
  }

  private boolean isHeld() {
    Pinning pinning = result.pinning();
    Double share = pinning.carrierShare();
    Long effective = pinning.effectiveRooms();
    return share != null && share > HELD_SHARE && effective != null && effective < rooms();
  }

  private String held() {
    Pinning pinning = result.pinning();
    String cause = pinning.sites().isEmpty() ? "" : " (" + pinning.sites().getFirst().frame() + ")";
    Long effective = pinning.effectiveRooms();
    String usable =
        effective == null || effective >= rooms()
            ? ""
            : " and leave only %s of %s rooms usable"
                .formatted(FigureText.count(effective), FigureText.count(rooms()));
    return "Pinned persons hold their carriers%s%s: %s.".formatted(cause, usable, letGo(pinning));
  }

  /** What makes persons let go of their carriers. */
  private String letGo(Pinning pinning) {
    if (!pinning.sites().isEmpty() && KnownHold.waitsForInitialiser(reason(pinning))) {
      return "use the class once before they come, or move to JDK 26 or later, where waiting for"
          + " its initialiser no longer holds carriers";
    }
    return feature(result.environment().jdk()) < FIRST_UNPINNED_JDK
        ? "move to JDK 24 or later, where monitors no longer hold carriers, or take a lock of"
            + " java.util.concurrent"
        : "block outside of native code and class initialisers";
  }

  private static String reason(Pinning pinning) {
    return pinning.sites().getFirst().reasons().stream()
        .map(FlightReport.Reason::reason)
        .findFirst()
        .orElse("");
  }

  /** The JDK's feature release; 0 where it is not known. */
  private static int feature(String version) {
    String digits = version.replaceFirst("[^0-9].*", "");
    return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }

  private String saturated() {
    double load = holdsAreLonger() ? drawnLoad() : load();
    return load >= rooms()
        ? "Offer at least %s rooms, or less load: arrivals keep %s rooms busy on average, there are %s, and the line only grows."
            .formatted(
                FigureText.count((long) Math.floor(load) + 1),
                FigureText.number(load, FigureText.DIGITS),
                FigureText.count(rooms()))
        : "Rooms are not the bottleneck (a load of %s for %s rooms): look at the mode, the late starts and the processor time."
            .formatted(FigureText.number(load, FigureText.DIGITS), FigureText.count(rooms()));
  }

  /** Rooms that the arrivals would keep busy if nobody had to wait. */
  private double load() {
    return result.offeredPerSecond() * result.hold().meanNanos() / 1e9;
  }

  /** The same, if the holds were as they were drawn. */
  private double drawnLoad() {
    return result.offeredPerSecond() * drawnHoldNanos() / 1e9;
  }

  private double drawnHoldNanos() {
    return run.scenario().stay().hold().meanNanos();
  }

  /** How far holds may differ from the drawn ones by chance, or so little that it is nothing. */
  private double toleratedNanos() {
    Latency hold = result.hold();
    double chance = ERRORS * hold.stddevNanos() / Math.sqrt((double) Math.max(hold.count(), 1));
    return Math.max(SAME_HOLD * drawnHoldNanos(), chance);
  }

  private boolean holdsAreLonger() {
    return result.simulation() == null
        && run.scenario().stay().slowdown() == null
        && drawnHoldNanos() > 0
        && result.hold().meanNanos() > drawnHoldNanos() + toleratedNanos();
  }

  private boolean holdsAreAsDrawn() {
    return Math.abs(result.hold().meanNanos() - drawnHoldNanos()) <= toleratedNanos();
  }

  private String longHolds() {
    return "Try another mode, or more cores: the holds took %s times as long as drawn (%s on average, drawn were %s), so the lock or the machine keeps persons in their rooms."
        .formatted(
            FigureText.number(result.hold().meanNanos() / drawnHoldNanos(), 2),
            FigureText.duration(result.hold().meanNanos()),
            FigureText.duration(drawnHoldNanos()));
  }

  private boolean startsAreLate() {
    return meanLatenessNanos() > result.waits().meanNanos() / 2
        && result.waits().p99Nanos() > result.hold().meanNanos();
  }

  /** Nothing is known of it where merged runs did not keep it. */
  private double meanLatenessNanos() {
    Latency lateness = result.lateness();
    return lateness == null ? 0 : lateness.meanNanos();
  }

  private String lateStarts() {
    return "Give the machine less to do, or more cores: persons began %s late on average, and that is most of the mean wait of %s."
        .formatted(
            FigureText.duration(meanLatenessNanos()),
            FigureText.duration(result.waits().meanNanos()));
  }

  private double abandoned() {
    return Metrics.ABANDONED.measure(run).orElse(0);
  }

  /** Where arrivals are random, they find all rooms taken no more often than these are. */
  private String impatient() {
    boolean more =
        run.scenario().demand().arrivals() instanceof Arrivals.Poisson
            && abandoned() > utilisation();
    return more
        ? "Look at the mode and the late starts: %s gave up, though the rooms were taken for only %s of the time."
            .formatted(FigureText.share(abandoned()), FigureText.share(utilisation()))
        : "Add rooms, shorten the hold or let persons wait longer: %s gave up, with the rooms taken for %s of the time."
            .formatted(FigureText.share(abandoned()), FigureText.share(utilisation()));
  }

  private String noisy() {
    boolean simulable = !(run.scenario().locking().discipline() instanceof Discipline.Unmodelled);
    return "Do not compare locks by these figures: let holds be longer or fewer persons come at"
        + " once, or use a quieter machine with more cores."
        + (simulable ? " In simulated time (anteroom simulate) no machine is late." : "");
  }

  private String disagreeing() {
    Simulation simulation = result.simulation();
    if (simulation == null) {
      return "Set a warm-up, and look at the mode and the late starts: the formula knows neither"
          + " the lock nor the machine.";
    }
    Long suggested = simulation.suggestedWarmupNanos();
    boolean begins =
        Boolean.FALSE.equals(simulation.warmupFound())
            || (suggested != null && suggested > simulation.warmupNanos())
            || simulation.warmupNanos() == 0;
    return begins
        ? "Leave out the beginning (warmup: auto) and simulate more visits: a run begins empty, and"
            + " the formula is about the steady state."
        : "Simulate more visits. If the figures still disagree then, the simulation is wrong:"
            + " report it with this scenario.";
  }

  /** What could not be judged was expected of too few durations, or of something that is not. */
  private String notJudged() {
    return verdict.expectations().stream()
        .filter(each -> each.judgement() == Verdict.Judgement.NOT_JUDGED)
        .map(each -> each.expectation().metric())
        .flatMap(metric -> moreFor(metric).stream())
        .findFirst()
        .orElse(
            "Expect something that this run has data for; \"anteroom metrics\" says what there"
                + " is.");
  }

  private Optional<String> moreFor(Metric metric) {
    Metric.Quantile quantile = metric.quantile();
    long count = quantile == null ? 0 : quantile.count().applyAsLong(run);
    return quantile == null || count == 0 || quantile.known(run)
        ? Optional.empty()
        : Optional.of(
            "Run it longer, or expect a lower percentile: it takes %s to know %s, and there were %s."
                .formatted(
                    FigureText.count(Quantiles.leastCount(quantile.percent())),
                    metric.name(),
                    FigureText.count(count)));
  }

  private String moreVisits() {
    long count = result.waits().count();
    return "Make more visits: of %s percentiles say little. The longest wait was %s, with the rooms taken for %s of the time."
        .formatted(
            FigureText.count(count, "visit"),
            FigureText.duration(result.waits().maxNanos()),
            FigureText.share(utilisation()));
  }

  private double utilisation() {
    double utilisation = result.utilisation();
    return Double.isFinite(utilisation) ? utilisation : 0;
  }

  private boolean isLongBurst() {
    return isBurst() && waitsExceedHolds() && utilisation() > BUSY;
  }

  /** Whether each person comes once, all at the same time. */
  private boolean isBurst() {
    Demand demand = run.scenario().demand();
    Long visits = demand.visits();
    return demand.arrivals() instanceof Arrivals.AtOnce && visits != null && visits == 1;
  }

  private String burst() {
    return "Spread the arrivals or add rooms, twice as many for half the wait: all come at once."
        + fasterLock();
  }

  /** Rooms that are busy all the time with what was asked for can't be used any better. */
  private String fasterLock() {
    return holdsAreAsDrawn()
        ? " A faster lock cannot help: the rooms are busy %s of the time."
            .formatted(FigureText.share(utilisation()))
        : "";
  }

  private boolean waitsExceedHolds() {
    return result.waits().p99Nanos() > result.hold().meanNanos();
  }

  private boolean isCrowded() {
    return utilisation() > BUSY && waitsExceedHolds();
  }

  private String crowded() {
    OptionalInt enough = Theory.enoughRooms(run.scenario(), result.hold().meanNanos());
    String remedy =
        run.scenario().demand().arrivals().open()
            ? "Add rooms"
            : "Add rooms, or let in fewer persons";
    return "%s: the rooms are taken for %s of the time and %s%s."
        .formatted(
            remedy,
            FigureText.share(utilisation()),
            longWaits(LONGER),
            enough.isEmpty()
                ? ""
                : "; by theory %s rooms bring that below one hold"
                    .formatted(FigureText.count(enough.getAsInt())));
  }

  private boolean isIdle() {
    return utilisation() < IDLE
        && rooms() > 1
        && result.waits().p99Nanos() < FEW * result.hold().meanNanos();
  }

  private String idle() {
    return "There are rooms to spare: they are taken for %s of the time and hardly anybody waits; \"anteroom plan\" finds how few would do."
        .formatted(FigureText.share(utilisation()));
  }

  private boolean missedDuration(DurationKind kind) {
    return missed(metric -> metric.of(kind));
  }

  /** Whether an expectation about such a metric was not met. */
  private boolean missed(Predicate<Metric> metric) {
    return verdict.expectations().stream()
        .filter(one -> !one.met())
        .anyMatch(one -> metric.test(one.expectation().metric()));
  }

  private boolean holdIsTheResponse() {
    return result.hold().meanNanos() > MOST_OF_RESPONSE * result.response().meanNanos();
  }

  private String shorten() {
    return "Shorten the hold: it is %s of the mean response, so neither rooms nor a lock can help much."
        .formatted(
            FigureText.share(
                Math.min(result.hold().meanNanos() / result.response().meanNanos(), 1)));
  }

  private String lessWaiting() {
    String load =
        run.scenario().demand().arrivals().open()
            ? "lower the arrival rate"
            : "let in fewer persons";
    return "Add rooms, shorten the hold or %s: the rooms are taken for %s of the time and %s; \"anteroom plan\" finds how many rooms meet an objective."
        .formatted(load, FigureText.share(utilisation()), longWaits(LONGER));
  }

  private String unexplained() {
    return "No other figure explains it: the rooms are taken for %s of the time and %s."
        .formatted(FigureText.share(utilisation()), longWaits(LONGER));
  }

  private String sound() {
    String figures =
        "the rooms are taken for %s of the time and %s"
            .formatted(
                FigureText.share(utilisation()),
                longWaits("all but one visit in a hundred wait %s or less"));
    return verdict.expectations().isEmpty()
        ? "Hold it to an objective (--expect, anteroom plan): nothing stands out, " + figures + "."
        : "Nothing stands out: " + figures + ".";
  }

  /**
   * What is said of the long waits.
   *
   * @param many of their 99th percentile; of few waits the longest is said
   */
  private String longWaits(String many) {
    Latency waits = result.waits();
    return waits.known(99)
        ? many.formatted(FigureText.duration(waits.p99Nanos()))
        : "the longest of %s waits is %s"
            .formatted(FigureText.count(waits.count()), FigureText.duration(waits.maxNanos()));
  }
}
