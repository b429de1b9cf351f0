package io.anteroom.observe.junit;

import io.anteroom.measure.flight.CarrierHold;
import io.anteroom.measure.flight.CarrierHolds;
import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.flight.PinSites;
import io.anteroom.measure.flight.Site;
import io.anteroom.measure.threads.CarrierHeld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;

/** What the events of one test tell of held carriers. Belongs to one thread. */
final class PinEvidence {
  /** The JDK's event that says that events are missing. */
  static final String DATA_LOSS = "jdk.DataLoss";

  private static final int MOST_LINES = 5;
  private static final String[] HARNESS = {
    "org.junit.jupiter.", "org.junit.platform.", "org.junit.vintage."
  };

  private final long thresholdNanos;
  private final CarrierHolds holds = CarrierHolds.ofThisJdk();
  private final PinSites sites = new PinSites(HARNESS);
  private final List<CarrierHeld> unended = new ArrayList<>();
  private long shorter;
  private long bytesLost;

  PinEvidence(Duration threshold) {
    this.thresholdNanos = threshold.toNanos();
  }

  /** Takes notice of an event between the beginning and the end of the test. */
  void add(RecordedEvent event) {
    if (event.getEventType().getName().equals(DATA_LOSS)) {
      lose(event.getLong("amount"));
    }
    holds.of(event).ifPresent(this::add);
  }

  /** The JDK lost events: so many bytes. */
  void lose(long bytes) {
    bytesLost += bytes;
  }

  /** Takes notice of a held carrier; JUnit's own are left out. */
  void add(CarrierHold hold) {
    if (isOfHarness(hold.stack().frames())) {
      return;
    }
    if (hold.durationNanos() < thresholdNanos) {
      shorter++;
    } else {
      sites.add(hold);
    }
  }

  /** Whether it is JUnit's own: no frame but of JUnit and the JDK. */
  private static boolean isOfHarness(List<Frame> stack) {
    List<Frame> frames = stack.stream().filter(frame -> !frame.isPlatform()).toList();
    return !frames.isEmpty() && frames.stream().allMatch(PinEvidence::isOfHarness);
  }

  private static boolean isOfHarness(Frame frame) {
    return List.of(HARNESS).stream().anyMatch(frame.type()::startsWith);
  }

  /** Takes notice of a carrier that is still held. */
  void addUnended(CarrierHeld held) {
    List<Frame> frames = held.thread().stack();
    if (frames.isEmpty() || !isOfHarness(frames)) {
      unended.add(held);
    }
  }

  /** How often carriers were held, as far as it counts. */
  long count() {
    return sites.total().count() + unended.size();
  }

  private long nanos() {
    return sites.total().nanos() + unended.stream().mapToLong(CarrierHeld::nanos).sum();
  }

  /** Whether events are missing, or could not be told apart. */
  boolean incomplete() {
    return bytesLost > 0 || holds.undecided() > 0;
  }

  /** Why a test that held few carriers can't pass either. */
  String incompleteMessage() {
    return ("Nobody can tell whether carriers were held: the JDK lost %d bytes of events, and %d"
            + " monitor events do not tell their thread. Let the test do less.")
        .formatted(bytesLost, holds.undecided());
  }

  /** How often and how long, then the worst sites: frame, reason, times, durations. */
  String message(PinLimit limit) {
    List<String> lines =
        Stream.concat(
                unended.stream().map(PinEvidence::line),
                sites.sites().stream()
                    .flatMap(site -> site.reasons().stream().map(reason -> line(site, reason))))
            .toList();
    StringJoiner message = new StringJoiner(System.lineSeparator() + "  ");
    message.add(headline(limit));
    lines.stream().limit(MOST_LINES).forEach(message::add);
    if (lines.size() > MOST_LINES) {
      message.add("and %d more".formatted(lines.size() - MOST_LINES));
    }
    if (shorter > 0) {
      message.add("not counted: %s, below the threshold".formatted(times(shorter)));
    }
    return message.toString();
  }

  private String headline(PinLimit limit) {
    return "%s on JDK %d: virtual threads held their carriers %s, %s in all; %s allowed"
        .formatted(
            limit.annotation(),
            Runtime.version().feature(),
            times(count()),
            milliseconds(nanos()),
            limit.most() == 0 ? "never" : times(limit.most()) + " at most");
  }

  /** A carrier that is still held: the frame, and by which thread. */
  static String line(CarrierHeld held) {
    return "%s: still held by thread %s, for %s or more"
        .formatted(
            held.isPlaced() ? held.cause() : "(no stack is told)",
            held.thread().label(),
            milliseconds(held.nanos()));
  }

  private static String line(Site site, Site.Reason reason) {
    return "%s: %s: %s, %s in all, longest %s"
        .formatted(
            site.frame(),
            reason.reason(),
            times(reason.tally().count()),
            milliseconds(reason.tally().nanos()),
            milliseconds(reason.tally().largestNanos()));
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  private static String milliseconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
  }
}
