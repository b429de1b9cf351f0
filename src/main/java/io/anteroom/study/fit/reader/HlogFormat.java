package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;

/**
 * Interval logs of HdrHistogram. They hold durations, and of arrivals only how many there were in
 * each interval: each is put anywhere in its interval, at random, with a duration of that interval.
 */
final class HlogFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "hlog",
          "interval logs of HdrHistogram, versions 1.0 to 1.3",
          HlogFormat::recognises,
          HlogFormat::read);

  private static final String TAG = "Tag=";
  private static final String HOLD = "hold";
  private static final Pattern LINE =
      Pattern.compile("(Tag=[^,]*,)?[0-9.]+,[0-9.]+,[0-9.]+,HIST[A-Za-z0-9+/=]*");

  private HlogFormat() {}

  private static boolean recognises(LogHead head) {
    return head.lines().stream()
        .anyMatch(
            line ->
                line.startsWith("#[Histogram log format version") || LINE.matcher(line).matches());
  }

  private static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    long unit = options.unitNanosOr(DurationUnit.NANOSECOND);
    if (options.unit() == null) {
      requests.tell(input.shortName() + ": durations are taken as nanoseconds (--unit)");
    }
    requests.tell(
        input.shortName()
            + ": how many came in each interval is known; each is put anywhere in it, at random");
    Predicate<String> wanted = wanted(tags(input.head()), options, requests, input);
    SplittableRandom random = new SplittableRandom(1);
    try (HistogramLogReader log = new HistogramLogReader(input.stream())) {
      while (log.hasNext()) {
        EncodableHistogram interval = log.nextIntervalHistogram();
        if (interval instanceof Histogram histogram && wanted.test(tag(histogram))) {
          spread(histogram, unit, random, requests);
        }
      }
    } catch (InvalidLogException clear) {
      throw clear;
    } catch (RuntimeException damaged) {
      // The reader throws whatever its parsers throw; what came before is sound.
      requests.skip("from here on no histogram", 0, String.valueOf(damaged.getMessage()));
    }
  }

  private static List<String> tags(LogHead head) {
    return head.lines().stream()
        .filter(line -> LINE.matcher(line).matches())
        .map(line -> line.startsWith(TAG) ? line.substring(TAG.length(), line.indexOf(',')) : "")
        .distinct()
        .toList();
  }

  private static String tag(Histogram interval) {
    return interval.getTag() == null ? "" : interval.getTag();
  }

  /** Anteroom's own logs have holds beside waits; they are not to be mixed. */
  private static Predicate<String> wanted(
      List<String> tags, ReadOptions options, RequestCollector requests, LogInput input) {
    if (tags.size() < 2 || options.label() != null) {
      return tag -> true;
    }
    String one = tags.contains(HOLD) ? HOLD : tags.getFirst();
    requests.tell(
        "%s: of its tags %s, %s is read (--label chooses)"
            .formatted(input.shortName(), String.join(", ", tags), one.isEmpty() ? "none" : one));
    return one::equals;
  }

  private static void spread(
      Histogram interval, long unit, SplittableRandom random, RequestCollector requests) {
    long start = nanos(interval.getStartTimeStamp());
    long length = Math.max(nanos(interval.getEndTimeStamp()) - start, 1);
    requests.clockSteps(length);
    for (HistogramIterationValue value : interval.recordedValues()) {
      long nanos = interval.medianEquivalentValue(value.getValueIteratedTo()) * unit;
      for (long i = 0; i < value.getCountAddedInThisIterationStep(); i++) {
        requests.began(start + random.nextLong(length), nanos, tag(interval));
      }
    }
  }

  private static long nanos(long millis) {
    return millis * 1_000_000;
  }
}
