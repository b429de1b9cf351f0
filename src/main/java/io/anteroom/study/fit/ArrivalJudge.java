package io.anteroom.study.fit;

import io.anteroom.statistics.Dispersion;
import io.anteroom.statistics.family.RateInterval;
import io.anteroom.study.fit.reader.LogReading;
import io.anteroom.study.fit.reader.Requests;
import io.anteroom.study.fit.reader.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Says what arrivals look like, by which test. */
final class ArrivalJudge {
  private static final int LEAST = 100;

  /** A verdict against chance needs a probability below this, and an effect that matters. */
  private static final double SIGNIFICANT = 0.01;

  private static final double NOTABLE_DISPERSION = 0.15;
  private static final double NOTABLE_DISTANCE = 0.05;

  /** The rates of blocks are said to differ from this share of their mean on. */
  private static final double NOTABLE_CHANGE = 0.05;

  private static final double CLOSED_SHARE = 0.6;
  private static final double[] ARRIVALS_A_WINDOW = {3, 10, 30};
  private static final double NANOS_PER_SECOND = 1e9;

  private final Requests requests;
  private final long clockNanos;
  private final Occupation inFlight;
  private final List<FitFinding> findings;

  ArrivalJudge(LogReading reading, Occupation inFlight, List<FitFinding> findings) {
    this.requests = reading.requests();
    this.clockNanos =
        reading.files().stream()
            .filter(SourceFile::spread)
            .mapToLong(SourceFile::resolutionNanos)
            .max()
            .orElse(0);
    this.inFlight = inFlight;
    this.findings = findings;
  }

  ArrivalFit fit() {
    long span = requests.spanNanos();
    if (span == 0) {
      findings.add(FitFinding.unknown("arrivals", "there are no times in the data"));
      return new ArrivalFit(ArrivalKind.UNKNOWN, null, 0, 0, 0, List.of(), null);
    }
    double perSecond = (requests.size() - 1) * NANOS_PER_SECOND / span;
    if (requests.size() < LEAST) {
      findings.add(
          FitFinding.unknown(
              "arrivals", "there are fewer than 100, too few to tell what they look like"));
      return new ArrivalFit(ArrivalKind.UNKNOWN, perSecond, 0, 0, 0, List.of(), null);
    }
    ArrivalTests tests = new ArrivalTests(requests, clockNanos);
    ArrivalKind kind = isClosed() ? ArrivalKind.CLOSED : kind(tests);
    addGap(tests);
    long persons = kind == ArrivalKind.CLOSED ? inFlight.most() : 0;
    return new ArrivalFit(
        kind,
        perSecond,
        persons,
        kind == ArrivalKind.CLOSED ? thinkNanos(persons, perSecond) : 0,
        tests.blockNanos(),
        Arrays.stream(tests.counts(1)).map(block -> block[0]).toList(),
        kind == ArrivalKind.POISSON
            ? RateInterval.of(requests.size() - 1, span / NANOS_PER_SECOND)
            : null);
  }

  /** Persons come round once in persons / rate: what is not the request is thinking. */
  private long thinkNanos(long persons, double perSecond) {
    double mean = 0;
    for (int i = 0; i < requests.size(); i++) {
      mean += (double) requests.duration(i) / requests.size();
    }
    double round = persons / perSecond * NANOS_PER_SECOND;
    double think = round - mean;
    return think > round / 50 ? Math.round(think) : 0;
  }

  private boolean isClosed() {
    double mean = inFlight.mean() * requests.spanNanos() / requests.size();
    if (clockNanos > mean / 2) {
      findings.add(
          FitFinding.unknown(
              "loop",
              "whether starts wait for ends (a closed loop) can't be seen: the clock is coarser"
                  + " than the requests are long"));
      return false;
    }
    InFlight.Dealt loop = new InFlight(requests).dealt(1);
    boolean closed = loop.pLess() <= SIGNIFICANT && loop.share() < CLOSED_SHARE;
    String figures =
        String.format(
            Locale.ROOT,
            "the number in flight varies %.2f times as much as with durations dealt anew",
            loop.share());
    findings.add(
        closed
            ? FitFinding.notice(
                "loop",
                "starts wait for ends: "
                    + figures
                    + ". The load was a closed loop of "
                    + inFlight.most()
                    + " or more: it came more slowly where the system was slow, and"
                    + " hides how long an independent crowd would have waited",
                loop.pLess())
            : FitFinding.fine("loop", "starts do not wait for ends: " + figures, loop.pLess()));
    return closed;
  }

  private ArrivalKind kind(ArrivalTests tests) {
    double least = 1;
    double index = 1;
    List<String> parts = new ArrayList<>();
    int tested = 0;
    int last = 0;
    for (double wanted : ARRIVALS_A_WINDOW) {
      int windows = tests.windowsInBlock(wanted);
      if (windows == last) {
        continue;
      }
      last = windows;
      tested++;
      Dispersion one = tests.dispersion(windows);
      parts.add(
          String.format(
              Locale.ROOT,
              "%.2f in windows of %s",
              one.index(),
              WindowText.of((double) tests.blockNanos() / windows)));
      least = Math.min(least, one.p());
      index = Math.abs(one.index() - 1) > Math.abs(index - 1) ? one.index() : index;
    }
    double p = Math.min(1, least * tested);
    boolean notable = p < SIGNIFICANT && Math.abs(index - 1) > NOTABLE_DISPERSION;
    double[] gaps = tests.exponentialGaps();
    boolean otherGaps = clockNanos == 0 && gaps[1] < SIGNIFICANT / 10 && gaps[0] > NOTABLE_DISTANCE;
    String dispersion = "the dispersion of their counts is " + String.join(", ", parts);
    if (clockNanos == 0) {
      String distance = String.format(Locale.ROOT, "they lie %.3f from exponential ones", gaps[0]);
      findings.add(
          otherGaps
              ? FitFinding.notice("gaps", distance, gaps[1])
              : FitFinding.fine("gaps", distance, gaps[1]));
    }
    if (notable || otherGaps) {
      boolean bursty = notable ? index > 1 : tests.gapVariation() > 1;
      String words = bursty ? "they come in bursts: " : "they come more evenly than by chance: ";
      findings.add(FitFinding.notice("arrivals", words + dispersion, p));
      return bursty ? ArrivalKind.BURSTY : ArrivalKind.EVEN;
    }
    findings.add(FitFinding.fine("arrivals", "independent of each other: " + dispersion, p));
    return rateChanges(tests) ? ArrivalKind.CHANGING : ArrivalKind.POISSON;
  }

  private boolean rateChanges(ArrivalTests tests) {
    Dispersion blocks = tests.ofBlocks();
    double mean = (double) requests.size() / tests.blocks();
    double change = Math.sqrt(Math.max(blocks.index() - 1, 0) / mean);
    boolean changes = blocks.p() < SIGNIFICANT && change > NOTABLE_CHANGE;
    String length = WindowText.of((double) tests.blockNanos());
    findings.add(
        changes
            ? FitFinding.notice(
                "rate",
                String.format(
                    Locale.ROOT,
                    "it changes: by %.0f%% of its mean from each stretch of %s to the next, beside"
                        + " chance",
                    100 * change,
                    length),
                blocks.p())
            : FitFinding.fine(
                "rate",
                "it does not change from each stretch of " + length + " to the next",
                blocks.p()));
    return changes;
  }

  private void addGap(ArrivalTests tests) {
    int after = tests.afterLongestGap();
    long gap = requests.start(after) - requests.start(after - 1);
    double mean = (double) requests.spanNanos() / (requests.size() - 1);
    if (gap > mean * (Math.log(requests.size()) + 14) && gap > 2 * clockNanos) {
      findings.add(
          FitFinding.notice(
              "gap",
              "nothing arrived for %s, from %s after the first one on"
                  .formatted(
                      WindowText.of((double) gap),
                      WindowText.of((double) requests.start(after - 1))),
              null));
    }
  }
}
