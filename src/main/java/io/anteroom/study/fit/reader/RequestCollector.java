package io.anteroom.study.fit.reader;

import io.anteroom.scenario.ClockSteps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the requests of one or more files, and keeps count of what was no request. Mutable, for one
 * thread, but for {@link #accepted}.
 */
public final class RequestCollector {
  private static final int MOST_REASONS = 20;
  private static final int MOST_LABELS = 200;
  private static final String OTHER_LABELS = "(others)";

  private final @Nullable Pattern wanted;
  private final boolean keepStamps;
  private final SplittableRandom random;
  private final LongChunks starts = new LongChunks();
  private final LongChunks durations = new LongChunks();
  private final Map<String, Skipped> skipped = new LinkedHashMap<>();
  private final Map<String, Long> labels = new LinkedHashMap<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final ClockSteps stampSteps = new ClockSteps();
  private final ClockSteps durationSteps = new ClockSteps();
  private LineOrder order = new LineOrder();
  private String file = "";
  private int firstOfFile;
  private long ties;
  private long lastStamp;
  private long givenSteps;
  private long otherLabels;
  private long leftOut;
  private volatile long accepted;

  /**
   * @param wanted requests are left out unless this is found in their label; null: none is
   * @param keepStamps whether equal times of a coarse clock stay equal
   * @param seed by which they are spread
   */
  public RequestCollector(@Nullable Pattern wanted, boolean keepStamps, long seed) {
    this.wanted = wanted;
    this.keepStamps = keepStamps;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Reads an input with a layout.
   *
   * @throws java.io.IOException if it can't be read
   */
  public void read(LogInput input, LogFormat format, ReadOptions options)
      throws java.io.IOException {
    file = input.shortName();
    firstOfFile = starts.size();
    ties = 0;
    givenSteps = 0;
    stampSteps.forget();
    order = new LineOrder();
    try {
      format.reading().read(input, options, this);
    } catch (java.io.IOException failure) {
      throw new InvalidLogException(input.name() + ": " + LogInput.reason(failure));
    }
    order.finding().ifPresent(finding -> tell(file + ": " + finding));
    long resolution = stampSteps.resolutionNanos();
    boolean spread = givenSteps > 0 || spreadTies(resolution);
    files.add(
        new SourceFile(
            input.name(),
            format.name(),
            starts.size() - firstOfFile,
            Math.max(resolution, givenSteps),
            spread));
  }

  /** A request that began then. */
  void began(long stampNanos, long durationNanos, String label) {
    request(stampNanos, stampNanos, durationNanos, label);
  }

  /** A request that ended then. */
  void ended(long stampNanos, long durationNanos, String label) {
    request(stampNanos, stampNanos - durationNanos, durationNanos, label);
  }

  /** A request that ended then, or began. */
  void stamped(long stampNanos, long durationNanos, String label, boolean isEnd) {
    if (isEnd) {
      ended(stampNanos, durationNanos, label);
    } else {
      began(stampNanos, durationNanos, label);
    }
  }

  /** The steps of the clock of this file, or the longest, where its times do not show them. */
  void clockSteps(long nanos) {
    givenSteps = Math.max(givenSteps, nanos);
  }

  private void request(long stampNanos, long startNanos, long durationNanos, String label) {
    if (wanted != null && !wanted.matcher(label).find()) {
      otherLabels++;
      return;
    }
    if (starts.size() == Requests.MOST) {
      leftOut++;
      return;
    }
    count(label);
    stampSteps.add(stampNanos);
    durationSteps.add(durationNanos);
    order.add(stampNanos, startNanos + durationNanos);
    if (stampNanos == lastStamp && starts.size() > firstOfFile) {
      ties++;
    }
    lastStamp = stampNanos;
    starts.add(startNanos);
    durations.add(durationNanos);
    accepted = starts.size();
  }

  private void count(String label) {
    if (!label.isEmpty()) {
      boolean room = labels.size() < MOST_LABELS || labels.containsKey(label);
      labels.merge(room ? label : OTHER_LABELS, 1L, Long::sum);
    }
  }

  /** A line that is no request. */
  void skip(String reason, long line, String text) {
    Skipped known = skipped.get(reason);
    if (known != null) {
      skipped.put(reason, known.oneMore());
    } else if (skipped.size() < MOST_REASONS) {
      skipped.put(reason, Skipped.of(reason, file, line, text));
    } else {
      skip("for other reasons", line, text);
    }
  }

  /** Something that was decided while reading, for the user. */
  void tell(String sentence) {
    if (!told.contains(sentence)) {
      told.add(sentence);
    }
  }

  /**
   * Where a clock is so coarse that many times are equal, the requests lie anywhere within its
   * steps: they are moved there, at random. A clock that ticks no slower than its requests come
   * tells them apart, and is left alone.
   */
  private boolean spreadTies(long resolution) {
    int count = starts.size() - firstOfFile;
    if (keepStamps || !stampSteps.coarse(ties, count)) {
      return false;
    }
    for (int i = firstOfFile; i < starts.size(); i++) {
      starts.set(i, starts.get(i) + random.nextLong(resolution));
    }
    return true;
  }

  /** How many requests were taken so far. Any thread may ask. */
  public long accepted() {
    return accepted;
  }

  /**
   * All that was read; call once.
   *
   * @throws InvalidLogException if there is no request
   */
  public LogReading finish() {
    if (starts.size() == 0) {
      throw new InvalidLogException(nothing());
    }
    long resolution = durationSteps.resolutionNanos();
    Requests requests = Requests.of(starts.drain(), durations.drain());
    return new LogReading(
        requests,
        files,
        List.copyOf(skipped.values()),
        labels,
        told,
        new LogReading.Left(otherLabels, leftOut),
        resolution);
  }

  private String nothing() {
    if (otherLabels > 0) {
      return String.format(
          java.util.Locale.ROOT,
          "%s: none of %,d requests has such a label; see what there is without --label",
          file,
          otherLabels);
    }
    if (skipped.isEmpty()) {
      return file + ": there is no request in it";
    }
    Skipped first = skipped.values().iterator().next();
    return String.format(
        java.util.Locale.ROOT,
        "%s: no line of it can be used; line %d: %s: %s",
        file,
        first.line(),
        first.reason(),
        first.example());
  }
}
