package io.anteroom.run.simulate;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Warmup;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The figures of a run as plainly as can be: from a list of what became of each visit, by the
 * definitions of the measured window, after the run.
 */
final class PlainFigures {
  private static final long NEVER = Long.MAX_VALUE;

  private final Scenario scenario;
  private final List<Fate> fates;
  private final boolean open;
  private final long stopNanos;
  final long startNanos;
  final long endNanos;

  PlainFigures(Scenario scenario, List<Fate> fates) {
    this.scenario = scenario;
    this.fates = fates;
    this.open = scenario.demand().arrivals().open();
    this.stopNanos = Stop.nanos(scenario);
    this.endNanos = windowEnd();
    this.startNanos = Math.min(windowStart(), endNanos);
  }

  private long windowStart() {
    long share = warmupVisits();
    if (share == 0) {
      return warmupNanos();
    }
    return fates.stream()
        .filter(fate -> (open ? fate.person() : fate.visit()) == share)
        .mapToLong(PlainFigures::intended)
        .min()
        .orElse(NEVER);
  }

  private long warmupNanos() {
    return switch (scenario.conduct().warmup()) {
      case Warmup.Time time -> time.time().toNanos();
      case Warmup.Share share when scenario.demand().duration() != null ->
          part(share.share(), scenario.demand().duration().toNanos());
      default -> 0;
    };
  }

  private long warmupVisits() {
    if (scenario.demand().duration() != null
        || !(scenario.conduct().warmup() instanceof Warmup.Share(double share))) {
      return 0;
    }
    Long visits = scenario.demand().visits();
    long bound = visits == null ? NEVER : visits;
    if (scenario.demand().arrivals() instanceof Arrivals.Trace trace) {
      bound = Math.min(bound, trace.times().size());
    }
    return part(share, bound);
  }

  private static long part(double share, long whole) {
    return new BigDecimal(String.valueOf(share)).multiply(new BigDecimal(whole)).longValue();
  }

  private long windowEnd() {
    long duration =
        scenario.demand().duration() == null ? NEVER : scenario.demand().duration().toNanos();
    if (open) {
      Long visits = scenario.demand().visits();
      boolean byVisits = duration == NEVER || (visits != null && fates.size() == visits);
      long last = fates.stream().mapToLong(PlainFigures::intended).max().orElse(0);
      return byVisits ? Math.min(last, duration) : duration;
    }
    if (scenario.demand().arrivals() instanceof Arrivals.AtOnce) {
      return Math.min(duration, ends().max().orElse(0));
    }
    Long visits = scenario.demand().visits();
    long last = visits == null ? NEVER : visits - 1;
    return Math.min(
        duration,
        fates.stream()
            .filter(fate -> fate.visit() == last && end(fate) != NEVER)
            .mapToLong(this::end)
            .min()
            .orElse(NEVER));
  }

  private LongStream ends() {
    return fates.stream().mapToLong(this::end).filter(end -> end != NEVER);
  }

  /** When it left its room or gave up; {@link #NEVER} if it did neither before the run ended. */
  private long end(Fate fate) {
    return switch (fate) {
      case Fate.Entered entered -> entered.leftNanos() <= stopNanos ? entered.leftNanos() : NEVER;
      case Fate.Abandoned abandoned -> abandoned.atNanos();
      case Fate.TurnedAway away -> NEVER;
      case Fate.LeftWaiting left -> NEVER;
    };
  }

  private static long intended(Fate fate) {
    return switch (fate) {
      case Fate.Entered entered -> entered.intendedNanos();
      case Fate.Abandoned abandoned -> abandoned.intendedNanos();
      case Fate.TurnedAway away -> away.atNanos();
      case Fate.LeftWaiting left -> left.intendedNanos();
    };
  }

  /** Whether a visit has its room, or gives up, as soon as it begins, on an edge of the window. */
  boolean someVisitIsDecidedOnAnEdge() {
    return fates.stream()
        .filter(fate -> intended(fate) == startNanos || intended(fate) == endNanos)
        .anyMatch(
            fate ->
                fate instanceof Fate.Entered entered
                    ? entered.enteredNanos() == intended(fate)
                    : end(fate) == intended(fate));
  }

  private boolean measured(Fate fate) {
    boolean late = !open && intended(fate) > endNanos;
    boolean early =
        (open && warmupVisits() > 0)
            ? fate.person() < warmupVisits()
            : intended(fate) < windowStart();
    return !late && !early;
  }

  /** Visits that left their room in the window. */
  long completed() {
    return fates.stream().filter(fate -> fate instanceof Fate.Entered && inside(end(fate))).count();
  }

  /** Visits that left their room or gave up in the window. */
  long ended() {
    return fates.stream().filter(fate -> inside(end(fate))).count();
  }

  private boolean inside(long nanos) {
    return nanos != NEVER && nanos > startNanos && nanos <= endNanos;
  }

  /** Time in rooms in the window. */
  double occupiedNanos() {
    double sum = 0;
    for (Fate fate : fates) {
      if (fate instanceof Fate.Entered entered) {
        long from = Math.max(entered.enteredNanos(), startNanos);
        long to = Math.min(Math.min(entered.leftNanos(), stopNanos), endNanos);
        sum += Math.max(to - from, 0);
      }
    }
    return sum;
  }

  /** For how many nanoseconds of the window so many persons waited, by their number. */
  Map<Long, Long> lineLengths() {
    TreeMap<Long, Long> changes = new TreeMap<>();
    for (Fate fate : fates) {
      if (!(fate instanceof Fate.TurnedAway)) {
        long from = Math.clamp(intended(fate), startNanos, endNanos);
        changes.merge(from, 1L, Long::sum);
        changes.merge(
            Math.clamp(intended(fate) + (long) waited(fate), from, endNanos), -1L, Long::sum);
      }
    }
    changes.putIfAbsent(endNanos, 0L);
    Map<Long, Long> lengths = new TreeMap<>();
    long since = startNanos;
    long waiting = 0;
    for (Map.Entry<Long, Long> change : changes.entrySet()) {
      if (change.getKey() > since) {
        lengths.merge(waiting, change.getKey() - since, Long::sum);
        since = change.getKey();
      }
      waiting += change.getValue();
    }
    return lengths;
  }

  /** Measured visits of that fate. */
  long count(Class<? extends Fate> kind) {
    return fates.stream().filter(this::measured).filter(kind::isInstance).count();
  }

  /** Measured visits that got a room and left it. */
  long served() {
    return fates.stream()
        .filter(this::measured)
        .filter(fate -> fate instanceof Fate.Entered && end(fate) != NEVER)
        .count();
  }

  /** Visits that began after the window, in a closed model. */
  long cooldown() {
    return fates.stream().filter(fate -> !open && intended(fate) > endNanos).count();
  }

  /** Jain's index over the persons' measured waits. */
  double jain() {
    Map<Integer, Double> waits = new TreeMap<>();
    fates.stream()
        .filter(this::measured)
        .filter(fate -> !(fate instanceof Fate.TurnedAway))
        .forEach(fate -> waits.merge(fate.person(), waited(fate) / 1e9, Double::sum));
    double sum = waits.values().stream().mapToDouble(wait -> wait).sum();
    double squares = waits.values().stream().mapToDouble(wait -> wait * wait).sum();
    return squares == 0 ? 1 : sum * sum / (waits.size() * squares);
  }

  private double waited(Fate fate) {
    return switch (fate) {
      case Fate.Entered entered -> entered.enteredNanos() - entered.intendedNanos();
      case Fate.Abandoned abandoned -> abandoned.atNanos() - abandoned.intendedNanos();
      case Fate.TurnedAway away -> 0;
      case Fate.LeftWaiting left -> stopNanos - left.intendedNanos();
    };
  }
}
