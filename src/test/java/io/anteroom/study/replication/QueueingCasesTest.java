package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.theory.QueueingCase;
import io.anteroom.theory.QueueingCases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulator against results that others computed. There are {@link #COMPARISONS} comparisons;
 * each is made at such a level (Bonferroni) that a simulator without fault fails in one of them
 * with a probability of 1%. The seeds are fixed and nothing is tried twice. Because that makes the
 * single interval wide, it is counted besides how many of the usual intervals hold the true mean.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueingCasesTest {
  private static final double OVERALL_ERROR = 0.01;
  private static final int COMPARISONS = 304;

  /** Half of the last digit that histograms keep. */
  private static final double RESOLUTION = 0.0005;

  /** Cases in which all replications are the same. */
  private static final String WITHOUT_CHANCE = "/fixed";

  private static final Map<String, String> NOT_A_SCENARIO =
      Map.ofEntries(
          Map.entry("ross-repair", "spares"),
          Map.entry("sjf-mm1", "looks at the holds"),
          Map.entry("ps3-ciw", "share it"),
          Map.entry("prio-np-1", "journey"),
          Map.entry("prio-np-2", "journey"),
          Map.entry("prio-ciw", "journey"),
          Map.entry("tandem-ksl", "journey"),
          Map.entry("plan-8020", "search"),
          Map.entry("plan-9020", "search"),
          Map.entry("plan-pw20-1", "search"),
          Map.entry("plan-pw20-20", "search"),
          Map.entry("plan-pw20-10000", "search"),
          Map.entry("plan-p99-50", "search"),
          Map.entry("plan-p99-500", "search"),
          Map.entry("plan-asa-10", "search"),
          Map.entry("plan-loss-5", "search"),
          Map.entry("plan-loss-10", "search"),
          Map.entry("plan-loss-100", "search"),
          Map.entry("plan-timed-9", "search"));

  /**
   * The numbers of persons follow from the waits by Little's law, which every detailed run checks;
   * an empty house and the root of an equation are not measured.
   */
  private static final Set<String> NOT_COMPARED = Set.of("L", "Lq", "orbit", "p0", "sigma");

  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

  private record Outcome(List<Comparison> comparisons, Samples samples) {}

  static List<QueueingCase> expressible() {
    return QueueingCases.expressible();
  }

  @BeforeAll
  void simulate() throws InterruptedException {
    int number = 0;
    for (QueueingCase reference : expressible()) {
      List<Comparison> comparisons = comparisons(reference);
      List<Metric> metrics = comparisons.stream().flatMap(one -> one.metrics().stream()).toList();
      Scenario scenario = CaseLength.scenario(reference).withSeed(1_000 + number++);
      outcomes.put(reference.id(), new Outcome(comparisons, Simulated.samples(scenario, metrics)));
    }
  }

  private static List<Comparison> comparisons(QueueingCase reference) {
    List<Comparison> comparisons = new ArrayList<>();
    new TreeMap<>(reference.metrics())
        .forEach(
            (name, expected) ->
                Comparison.of(reference, name, expected).ifPresent(comparisons::add));
    return comparisons;
  }

  @ParameterizedTest
  @MethodSource("expressible")
  void theIntervalHoldsTheTrueFigure(QueueingCase reference) {
    Outcome outcome = outcome(reference);
    assertThat(outcome.comparisons()).isNotEmpty();
    double level = 1 - OVERALL_ERROR / COMPARISONS;
    assertThat(outcome.comparisons())
        .allSatisfy(
            one ->
                assertThat(one.holds(outcome.samples(), level))
                    .as(() -> one.describe(outcome.samples(), level))
                    .isTrue());
  }

  private Outcome outcome(QueueingCase reference) {
    return Optional.ofNullable(outcomes.get(reference.id())).orElseThrow();
  }

  @Test
  void thereAreAsManyComparisonsAsTheLevelAllowsFor() {
    assertThat(outcomes.values().stream().mapToInt(one -> one.comparisons().size()).sum())
        .isEqualTo(COMPARISONS);
  }

  /** The cases have seeds of their own, so the number of intervals that hold is binomial. */
  @Test
  void nearlyNineteenInTwentyOfTheUsualIntervalsHoldTheMeanWait() {
    List<String> missed = new ArrayList<>();
    int tried = 0;
    for (QueueingCase reference : expressible()) {
      Outcome outcome = outcome(reference);
      for (Comparison one : outcome.comparisons()) {
        boolean meanWait = Set.of("Wq", "wait").contains(one.name());
        if (meanWait && !reference.id().endsWith(WITHOUT_CHANCE)) {
          tried++;
          if (!one.holds(outcome.samples(), Estimates.LEVEL)) {
            missed.add(reference.id() + ": " + one.describe(outcome.samples(), Estimates.LEVEL));
          }
        }
      }
    }
    assertThat(tried).isEqualTo(54);
    double probability =
        BinomialDistribution.of(tried, 1 - Estimates.LEVEL).survivalProbability(missed.size() - 1);
    assertThat(probability).as(() -> String.join("\n", missed)).isGreaterThan(0.001);
  }

  @Test
  void whatNoScenarioCanExpressIsKnown() {
    Map<String, String> why =
        QueueingCases.all().stream()
            .filter(one -> one.settings().isEmpty())
            .collect(Collectors.toMap(QueueingCase::id, QueueingCase::whyNot));
    assertThat(why.keySet()).isEqualTo(NOT_A_SCENARIO.keySet());
    assertThat(why)
        .allSatisfy(
            (id, reason) -> assertThat(reason).contains(NOT_A_SCENARIO.getOrDefault(id, "?")));
  }

  @Test
  void whatIsNotComparedIsKnown() {
    Set<String> left = new TreeSet<>();
    for (QueueingCase reference : expressible()) {
      Set<String> compared =
          comparisons(reference).stream().map(Comparison::name).collect(Collectors.toSet());
      reference.metrics().keySet().stream()
          .filter(name -> !compared.contains(name))
          .forEach(left::add);
    }
    assertThat(left).isEqualTo(NOT_COMPARED);
  }

  /** A figure of a reference, and what is held against it. */
  private sealed interface Comparison {
    String name();

    List<Metric> metrics();

    boolean holds(Samples samples, double level);

    String describe(Samples samples, double level);

    /** Empty where the figure is not one that a run measures. */
    static Optional<Comparison> of(QueueingCase reference, String name, double expected) {
      if (name.startsWith("wait_p")) {
        double percent = Double.parseDouble(name.substring("wait_p".length()).replace('_', '.'));
        return Optional.of(new Quantile(name, percent / 100, expected));
      }
      return Figures.metric(reference, name)
          .map(metric -> new Mean(name, metric, Figures.expected(name, expected)));
    }
  }

  /** The figure is a mean, in the long run. */
  private record Mean(String name, Metric metric, double expected) implements Comparison {
    @Override
    public List<Metric> metrics() {
      return List.of(metric);
    }

    @Override
    public boolean holds(Samples samples, double level) {
      Estimate estimate = Estimates.student(samples.of(metric), level);
      double unknown = expected * RESOLUTION;
      return estimate.low() <= expected + unknown && expected - unknown <= estimate.high();
    }

    @Override
    public String describe(Samples samples, double level) {
      return name + " " + expected + " in " + Estimates.student(samples.of(metric), level);
    }
  }

  /**
   * A time that a share of all does not wait longer than: at most this share waits less, and at
   * least this share waits no longer. Shares have no bias, as quantiles of short runs have.
   */
  private record Quantile(String name, double share, double expected, Metric below, Metric upTo)
      implements Comparison {
    Quantile(String name, double share, double expected) {
      this(
          name,
          share,
          expected,
          Simulated.metric(name + " below " + expected, run -> Gauges.below(run, expected)),
          Simulated.metric(name + " up to " + expected, run -> Gauges.upTo(run, expected)));
    }

    @Override
    public List<Metric> metrics() {
      return List.of(below, upTo);
    }

    @Override
    public boolean holds(Samples samples, double level) {
      return Estimates.student(samples.of(below), level).low() <= share
          && share <= Estimates.student(samples.of(upTo), level).high();
    }

    @Override
    public String describe(Samples samples, double level) {
      return String.format(
          Locale.ROOT,
          "%s %s: share %s; less: %s, no longer: %s",
          name,
          expected,
          share,
          Estimates.student(samples.of(below), level),
          Estimates.student(samples.of(upTo), level));
    }
  }

  /** Figures by the references' names. */
  private static final class Figures {
    private static final String SPREAD = "sd_wait";

    static double expected(String name, double expected) {
      return name.equals(SPREAD) ? expected * expected : expected;
    }

    static Optional<Metric> metric(QueueingCase reference, String name) {
      return switch (name) {
        case "Wq", "wait" -> metric(name, Gauges::meanWait);
        case "W" -> metric(name, Gauges::meanResponse);
        case "p_wait", "p_first_try_fails" -> metric(name, Gauges::waited);
        case "p_abandon" -> metric(name, Gauges::abandoned);
        case "p_block" -> metric(name, Gauges::turnedAway);
        case "mean_retries" -> metric(name, Gauges::refusals);
        case "throughput" -> metric(name, Gauges::throughput);
        case "utilisation", "rho" -> metric(name, Gauges::utilisation);
        case "makespan" -> metric(name, Gauges::span);
        case "max_wait" -> metric(name, Gauges::longestWait);
        // The reference's unit of time is a minute, and a second here.
        case "service_level_20s" -> metric(name, run -> Gauges.servedWithin(run, 20.0 / 60));
        case SPREAD -> {
          double mean = reference.metrics().getOrDefault("Wq", Double.NaN);
          yield metric(name, run -> Gauges.variance(run, mean));
        }
        default -> Optional.empty();
      };
    }

    private static Optional<Metric> metric(String name, ToDoubleFunction<Run> gauge) {
      return Optional.of(Simulated.metric("case " + name, gauge));
    }
  }
}
