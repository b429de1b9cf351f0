package io.anteroom.study.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.anteroom.statistics.family.Interval;
import io.anteroom.study.fit.HoldFit.HoldCandidate;
import io.anteroom.study.fit.Synthetic.Arrivals;
import io.anteroom.study.fit.Synthetic.Law;
import io.anteroom.study.fit.reader.LogFormats;
import io.anteroom.study.fit.reader.LogInput;
import io.anteroom.study.fit.reader.LogReading;
import io.anteroom.study.fit.reader.ReadOptions;
import io.anteroom.study.fit.reader.RequestCollector;
import io.anteroom.study.fit.reader.SampleLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of synthetic files is found again, at stated rates. All is seeded. */
class RecognitionTest {
  private static final int COUNT = 3000;
  private static final Map<Arrivals, ArrivalKind> KINDS =
      Map.of(
          Arrivals.POISSON, ArrivalKind.POISSON,
          Arrivals.EVEN, ArrivalKind.EVEN,
          Arrivals.BURSTY, ArrivalKind.BURSTY,
          Arrivals.CHANGING, ArrivalKind.CHANGING,
          Arrivals.CLOSED, ArrivalKind.CLOSED);

  /** Layouts whose clock tells the arrivals apart. */
  private static final List<SampleLog> FINE =
      Arrays.stream(SampleLog.values()).filter(log -> log.stampStep() <= 1_000_000).toList();

  /**
   * Every process with every family, in layouts that take turns: 120 files. At least 19 in 20 are
   * recognised; so many of the parameters lie within their intervals, of 95%, but for chance.
   */
  @Test
  void processesFamiliesAndParametersAreRecognised() throws IOException {
    List<String> outside = new ArrayList<>();
    int parameters = 0;
    List<String> wrongKind = new ArrayList<>();
    List<String> wrongFamily = new ArrayList<>();
    int files = 0;
    for (Arrivals process : Arrivals.values()) {
      for (Law law : Law.values()) {
        for (int seed = 1; seed <= 4; seed++) {
          SampleLog layout = FINE.get(files % FINE.size());
          String about = process + " " + law + " " + layout + " " + seed;
          Fit fit = fit(layout, Synthetic.of(process, law, COUNT, 100 * files + seed), null).fit();
          if (fit.arrivals().kind() != KINDS.get(process)) {
            wrongKind.add(about + " taken for " + fit.arrivals().kind() + " " + fit.findings());
          }
          String family = fit.holds().candidates().getFirst().family();
          if (!family.equals(law.name().toLowerCase(Locale.ROOT))) {
            wrongFamily.add(about + " taken for " + family);
          } else {
            outside.addAll(outside(about, law, fit.holds().candidates().getFirst()));
            parameters += law.parameters.size();
          }
          Interval rate = fit.arrivals().interval();
          if (process == Arrivals.POISSON && rate != null) {
            parameters++;
            outside.addAll(rate.contains(1e9 / Synthetic.MEAN_GAP) ? List.of() : List.of(about));
          }
          files++;
        }
      }
    }
    assertThat(files).isGreaterThanOrEqualTo(100);
    assertThat(wrongKind).hasSizeLessThanOrEqualTo(files / 20);
    assertThat(wrongFamily).hasSizeLessThanOrEqualTo(files / 20);
    assertThat(parameters).isGreaterThan(230);
    assertThat(outside).hasSizeLessThanOrEqualTo(parameters * 8 / 100);
  }

  /** The true parameters that do not lie between the bounds of the fitted ones. */
  private static List<String> outside(String about, Law law, HoldCandidate fitted) {
    Map<String, Interval> intervals = Objects.requireNonNull(fitted.intervals());
    assertThat(intervals.keySet()).isEqualTo(law.parameters.keySet());
    return law.parameters.entrySet().stream()
        .filter(
            one -> !Objects.requireNonNull(intervals.get(one.getKey())).contains(one.getValue()))
        .map(one -> about + " " + one + " " + intervals.get(one.getKey()))
        .toList();
  }

  /** With whole seconds, counts of seconds are all that there is of arrivals. */
  @Test
  void wholeSecondsStillTellBurstsFromChance() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (int seed = 1; seed <= 10; seed++) {
      Fit poisson =
          fit(SampleLog.NGINX, Synthetic.of(Arrivals.POISSON, Law.LOGNORMAL, 8000, seed), null)
              .fit();
      Fit bursty =
          fit(SampleLog.K6_CSV, Synthetic.of(Arrivals.BURSTY, Law.LOGNORMAL, 8000, seed), null)
              .fit();
      if (poisson.arrivals().kind() != ArrivalKind.POISSON) {
        wrong.add("poisson " + seed + " " + poisson.findings());
      }
      if (bursty.arrivals().kind() != ArrivalKind.BURSTY) {
        wrong.add("bursty " + seed + " " + bursty.findings());
      }
      assertThat(poisson.findings()).anyMatch(one -> one.about().equals("clock"));
      assertThat(poisson.findings())
          .anyMatch(
              one -> one.about().equals("loop") && one.judgement() == FitFinding.Judgement.UNKNOWN);
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void parametersAreFoundAgain(Law law) throws IOException {
    Synthetic made = Synthetic.of(Arrivals.POISSON, law, 20_000, 42);
    HoldFit holds = fit(SampleLog.OTLP, made, null).fit().holds();
    double mean = Arrays.stream(made.durations).average().orElseThrow();
    assertThat(holds.meanNanos()).isCloseTo(mean, withinPercentage(0.01));
    Map<String, Double> parameters = holds.candidates().getFirst().parameters();
    switch (law) {
      case EXPONENTIAL -> assertThat(parameters.get("mean")).isCloseTo(30e6, withinPercentage(3));
      case LOGNORMAL ->
          assertThat(parameters.get("cv"))
              .isCloseTo(Math.sqrt(Math.expm1(0.81)), withinPercentage(4));
      case GAMMA -> assertThat(parameters.get("shape")).isCloseTo(3, withinPercentage(4));
      case PARETO -> assertThat(parameters.get("alpha")).isCloseTo(2.5, withinPercentage(3));
      case WEIBULL -> assertThat(parameters.get("shape")).isCloseTo(0.6, withinPercentage(3));
      case HYPEREXPONENTIAL -> {
        assertThat(parameters.get("share")).isCloseTo(0.85, withinPercentage(3));
        assertThat(parameters.get("shorter")).isCloseTo(8e6, withinPercentage(5));
        assertThat(parameters.get("longer")).isCloseTo(150e6, withinPercentage(7));
      }
    }
  }

  /** The holds are those that were drawn, which the fit never sees. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6})
  void waitingInsideDurationsIsFoundAndTakenOut(int rooms) throws IOException {
    Synthetic drawn = Synthetic.of(Arrivals.POISSON, Law.LOGNORMAL, 5000, rooms);
    Synthetic measured = drawn.served(rooms);
    Fit blind = fit(SampleLog.VEGETA_CSV, measured, null).fit();
    Fit told = fit(SampleLog.VEGETA_CSV, measured, rooms).fit();
    double mean = Arrays.stream(drawn.durations).average().orElseThrow();
    if (rooms < 6) {
      assertThat(blind.findings())
          .anyMatch(
              one ->
                  one.about().equals("waiting") && one.judgement() == FitFinding.Judgement.NOTICE);
      assertThat(blind.holds().meanNanos()).isGreaterThan(1.05 * mean);
    }
    assertThat(told.holds().meanNanos()).isCloseTo(mean, withinPercentage(0.1));
    long[] sorted = drawn.durations.clone();
    Arrays.sort(sorted);
    assertThat(
            told.holds()
                .quantileNanos()
                .get(told.holds().percentiles().indexOf(99.0))
                .doubleValue())
        .isCloseTo((double) sorted[(int) (sorted.length * 0.99)], withinPercentage(1));
  }

  /** Last come, first served: not in the order of arrival, so only some holds are known. */
  @Test
  void waitingInAnotherOrderIsLeftOut() throws IOException {
    Synthetic drawn = Synthetic.of(Arrivals.POISSON, Law.EXPONENTIAL, 8000, 5);
    Synthetic measured = drawn.servedLastFirst(4);
    Fit told = fit(SampleLog.VEGETA_CSV, measured, 4).fit();
    double mean = Arrays.stream(drawn.durations).average().orElseThrow();
    assertThat(told.holds().meanNanos()).isCloseTo(mean, withinPercentage(5));
    assertThat(told.findings())
        .anyMatch(one -> one.says().contains("not served in order of arrival"));
  }

  private static Fitter.Fitted fit(SampleLog layout, Synthetic data, @Nullable Integer rooms)
      throws IOException {
    byte[] text = layout.text(data.starts, data.durations).getBytes(StandardCharsets.UTF_8);
    RequestCollector requests = new RequestCollector(null, false, 1);
    try (LogInput input = LogInput.of(new ByteArrayInputStream(text))) {
      requests.read(input, LogFormats.of(input), ReadOptions.NONE);
    }
    LogReading reading = requests.finish();
    return new Fitter(new FitQuestion("fit", rooms, null, null, false)).fit(reading);
  }
}
