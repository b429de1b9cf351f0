package io.anteroom.study.fit.reader;

import java.util.Locale;
import java.util.Optional;

/** In which order the lines of a file are. Mutable, for one thread. */
final class LineOrder {
  /** A clock that was set is seldom set: so many lines are between two of its steps back. */
  private static final long SELDOM = 1000;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private long lines;
  private long stepsBack;
  private long longestBackNanos;
  private long endsBack;
  private long lastStamp;
  private long lastEnd;

  /** The next line: its time, and when its request ended. */
  void add(long stampNanos, long endNanos) {
    if (lines > 0) {
      if (stampNanos < lastStamp) {
        stepsBack++;
        longestBackNanos = Math.max(longestBackNanos, lastStamp - stampNanos);
      }
      endsBack += endNanos < lastEnd ? 1 : 0;
    }
    lines++;
    lastStamp = stampNanos;
    lastEnd = endNanos;
  }

  /** What the user has to know of it; empty where the lines are in order. */
  Optional<String> finding() {
    if (stepsBack == 0) {
      return Optional.empty();
    }
    if (endsBack == 0) {
      return Optional.of("its lines are in the order of the ends; they are sorted by start");
    }
    boolean seldom = stepsBack <= Math.max(lines / SELDOM, 1);
    return seldom && longestBackNanos >= NANOS_PER_SECOND
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "its clock steps back by up to %,d s, %s; lines are sorted by their times",
                longestBackNanos / NANOS_PER_SECOND,
                stepsBack == 1 ? "once" : String.format(Locale.ROOT, "%,d times", stepsBack)))
        : Optional.empty();
  }
}
