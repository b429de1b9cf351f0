package io.anteroom.observe.watch;

import io.anteroom.measure.flight.CarrierHolds;
import io.anteroom.measure.flight.Observability;
import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a watch. Times are in nanoseconds.
 *
 * @param schema version of this shape
 * @param ending why it ended
 * @param recording the file; null where nothing could be kept
 * @param pinningGaps why there may have been more pinning than was seen; empty where all was seen
 * @param contentionGaps likewise
 * @param notObservable what the target's JDK can't show
 * @param missingEvents what the settings ask for and the target's JDK does not have
 * @param notes what else the user should know
 */
@Json
public record WatchResult(
    int schema,
    WatchEnding ending,
    Session session,
    @Nullable String recording,
    WatchFigures seen,
    List<String> pinningGaps,
    List<String> contentionGaps,
    List<NotObservable> notObservable,
    List<String> missingEvents,
    List<String> notes,
    List<Judged> expectations) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<WatchResult> JSON =
      new Document<>(WatchResult.class, "watch", SCHEMA, List.of());

  public WatchResult {
    pinningGaps = List.copyOf(pinningGaps);
    contentionGaps = List.copyOf(contentionGaps);
    notObservable = List.copyOf(notObservable);
    missingEvents = List.copyOf(missingEvents);
    notes = List.copyOf(notes);
    expectations = List.copyOf(expectations);
  }

  /**
   * What was watched, when and how.
   *
   * @param startedAt ISO-8601, UTC
   * @param settings the name of the flight settings
   */
  public record Session(String startedAt, long watchedNanos, String settings, Target target) {}

  /** A blind spot of the target's JDK. */
  public record NotObservable(String key, String subject, String explanation, String source) {
    /** The figures are those of the recording, which names every thread, unlike live streams. */
    static List<NotObservable> ofJdk(int feature) {
      return Observability.ofJdk(feature).stream()
          .filter(known -> !known.observable())
          .filter(known -> !known.key().equals(Observability.LIVE_THREAD))
          .map(NotObservable::of)
          .toList();
    }

    private static NotObservable of(Observability known) {
      return new NotObservable(known.key(), known.subject(), known.explanation(), known.source());
    }
  }

  /**
   * A verdict.
   *
   * @param measured in the metric's unit; null where there was no figure
   */
  public record Judged(
      String expectation, String judgement, @Nullable Double measured, String reason) {}

  /**
   * Which share of the carriers' time virtual threads held them while they waited, as far as it was
   * seen; null where that is not known. A pin that began before the watch counts whole, so what
   * adds up to more than all time is told as 1.
   */
  public @Nullable Double carrierShare() {
    ThreadsNow now = seen.now();
    if (seen.pinning() == null || now == null || !now.isSeen() || now.carriers() == 0) {
      return null;
    }
    double all = (double) session.watchedNanos() * now.carriers();
    return all == 0 ? null : Math.min(seen.pinning().totalNanos() / all, 1);
  }

  /** Whether that is so much that other virtual threads had to wait for a carrier. */
  public boolean carriersWereHeld() {
    Double share = carrierShare();
    return share != null && share > CarrierHolds.MOST_SHARE;
  }

  /** The same, held against expectations. */
  public WatchResult with(List<WatchVerdict> verdicts) {
    return new WatchResult(
        schema,
        ending,
        session,
        recording,
        seen,
        pinningGaps,
        contentionGaps,
        notObservable,
        missingEvents,
        notes,
        verdicts.stream().map(WatchVerdict::judged).toList());
  }
}
