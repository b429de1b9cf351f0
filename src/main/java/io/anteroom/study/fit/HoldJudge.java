package io.anteroom.study.fit;

import io.anteroom.statistics.RankCorrelation;
import io.anteroom.statistics.family.Candidate;
import io.anteroom.statistics.family.Interval;
import io.anteroom.statistics.family.Member;
import io.anteroom.statistics.family.Selection;
import io.anteroom.study.fit.HoldFit.HoldCandidate;
import io.anteroom.study.fit.reader.Requests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Says what holds look like, by which test. */
final class HoldJudge {
  private static final int MOST_SAMPLED = 20_000;
  private static final int LEAST_SAMPLED = 50;
  private static final double LEAST_PROBABILITY = 0.05;
  private static final double SIGNIFICANT = 0.001;
  private static final double NOTABLE_CORRELATION = 0.1;

  /** A fitted tail may be off by so much at p99. */
  private static final double MOST_TAIL = 1.25;

  private static final double NANOS_PER_SECOND = 1e9;

  private static final double[] PERCENTILES = {
    0.1, 0.5, 1, 2, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 98,
    99, 99.5, 99.9, 99.99
  };

  private final Requests requests;
  private final long resolutionNanos;
  private final List<FitFinding> findings;
  private final long[] sorted;
  private final List<Double> percentiles;
  private final List<Long> quantiles;

  HoldJudge(Requests requests, long resolutionNanos, List<FitFinding> findings) {
    this.requests = requests;
    this.resolutionNanos = resolutionNanos;
    this.findings = findings;
    this.sorted = requests.durations();
    Arrays.sort(sorted);
    this.percentiles =
        DoubleStream.of(PERCENTILES)
            .filter(one -> Math.min(one, 100 - one) / 100 * sorted.length >= 10 || one == 50)
            .boxed()
            .toList();
    this.quantiles = percentiles.stream().map(this::quantile).toList();
  }

  private long quantile(double percentile) {
    int place = (int) Math.ceil(percentile / 100 * sorted.length) - 1;
    return sorted[Math.clamp(place, 0, sorted.length - 1)];
  }

  HoldFit fit() {
    double mean = Arrays.stream(sorted).asDoubleStream().average().orElseThrow();
    double squares = Arrays.stream(sorted).mapToDouble(one -> (one - mean) * (one - mean)).sum();
    double deviation = sorted.length > 1 ? Math.sqrt(squares / (sorted.length - 1)) : 0;
    double[] sample = sample();
    List<HoldCandidate> candidates = new ArrayList<>();
    String notation = sample.length < LEAST_SAMPLED ? "" : chosen(sample, candidates);
    if (sample.length < LEAST_SAMPLED) {
      findings.add(FitFinding.unknown("holds", "there are fewer than 50, too few for a family"));
    }
    addDependence();
    return new HoldFit(
        mean,
        mean > 0 ? deviation / mean : 0,
        percentiles,
        quantiles,
        sorted[sorted.length - 1],
        sample.length,
        candidates,
        notation);
  }

  /**
   * Seconds, in random order. Durations of a coarse clock are spread over its steps: a family of
   * smooth distributions has no steps.
   */
  private double[] sample() {
    SplittableRandom random = new SplittableRandom(1);
    int count = Math.min(requests.size(), MOST_SAMPLED);
    double[] sample = new double[count];
    int[] places = random.ints(0, requests.size()).distinct().limit(count).toArray();
    boolean coarse = resolutionNanos > quantile(50) / 1000;
    for (int i = 0; i < count; i++) {
      double nanos = requests.duration(places[i]);
      double moved = coarse ? nanos + (random.nextDouble() - 0.5) * resolutionNanos : nanos;
      sample[i] = Math.max(Math.abs(moved), 0.5) / NANOS_PER_SECOND;
    }
    return sample;
  }

  /** Adds the candidates, and says which one is taken; empty: none. */
  private String chosen(double[] sample, List<HoldCandidate> candidates) {
    List<Candidate> all = Selection.candidates(sample);
    if (all.isEmpty() || sorted[0] == sorted[sorted.length - 1]) {
      findings.add(FitFinding.fine("holds", "all are the same", null));
      return "";
    }
    Candidate best = all.getFirst();
    double p = Selection.probability(best.member().family(), sample, 1);
    for (Candidate one : all) {
      candidates.add(
          new HoldCandidate(
              one.member().family().name(),
              inNanos(one.member().parameters()),
              one.distance(),
              one.aic(),
              one.equals(best) ? Double.valueOf(p) : null,
              percentiles.stream().map(percentile -> quantile(one, percentile)).toList(),
              one.equals(best) ? intervals(one.member(), sample) : null));
    }
    Optional<String> notation = HoldNotation.of(best.member());
    String family = best.member().family().name();
    String tested =
        String.format(
            Locale.ROOT, "%s is the best family, %.3f from the data", family, best.distance());
    double tail = tail(best);
    boolean tailFits = tail <= MOST_TAIL && tail >= 1 / MOST_TAIL;
    if (p < LEAST_PROBABILITY || !tailFits) {
      String why =
          tailFits
              ? "; that is more than chance, so the data themselves are taken"
              : String.format(
                  Locale.ROOT, "; but its p99 is %.2f times theirs, so the data are taken", tail);
      findings.add(FitFinding.notice("holds", tested + why, p));
      return "";
    }
    findings.add(
        FitFinding.fine(
            "holds",
            tested
                + (notation.isPresent()
                    ? "; chance explains that"
                    : "; no scenario can write it, so the data themselves are taken"),
            p));
    return notation.orElse("");
  }

  private double tail(Candidate candidate) {
    int place = percentiles.indexOf(99.0);
    return place < 0 || quantiles.get(place) == 0
        ? 1
        : (double) quantile(candidate, 99) / quantiles.get(place);
  }

  private static long quantile(Candidate candidate, double percentile) {
    double seconds =
        candidate.member().distribution().inverseCumulativeProbability(percentile / 100);
    return Math.round(Math.min(seconds * NANOS_PER_SECOND, 9e18));
  }

  /** Shapes have no unit; what is a time is in seconds. */
  private static Map<String, Double> inNanos(Map<String, Double> parameters) {
    Map<String, Double> all = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> all.put(name, HoldFit.isTime(name) ? value * NANOS_PER_SECOND : value));
    return all;
  }

  private static Map<String, Interval> intervals(Member member, double[] sample) {
    Map<String, Interval> all = new LinkedHashMap<>();
    member
        .family()
        .intervals(member, sample)
        .forEach(
            (name, one) -> {
              double unit = HoldFit.isTime(name) ? NANOS_PER_SECOND : 1;
              all.put(name, new Interval(one.low() * unit, one.high() * unit));
            });
    return all;
  }

  private void addDependence() {
    if (requests.size() < LEAST_SAMPLED) {
      return;
    }
    double[] inOrder = new InFlight(requests).durations();
    RankCorrelation next =
        RankCorrelation.of(
            Arrays.copyOf(inOrder, inOrder.length - 1),
            Arrays.copyOfRange(inOrder, 1, inOrder.length));
    boolean depends = next.p() < SIGNIFICANT && Math.abs(next.rho()) > NOTABLE_CORRELATION;
    String rho = String.format(Locale.ROOT, "ρ %.2f", next.rho());
    findings.add(
        depends
            ? FitFinding.notice(
                "order", "holds resemble the ones before them: rank correlation " + rho, next.p())
            : FitFinding.fine(
                "order", "holds do not depend on the ones before them: " + rho, next.p()));
  }
}
