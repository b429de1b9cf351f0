package io.anteroom.result.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.metric.Verdict.Judgement;
import io.anteroom.scenario.DurationUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait.p99 < 50ms | wait.p99 < 50ms | 50e6",
        "wait.p99<50ms | wait.p99 < 50ms | 50e6",
        "  wait.p99.9   <=   1.5 s  | wait.p99.9 <= 1.5s | 1.5e9",
        "hold.mean == 7ns | hold.mean == 7ns | 7",
        "canary.p99 < 10µs | canary.p99 < 10us | 10e3",
        "response.stddev >= 2us | response.stddev >= 2us | 2e3",
        "abandonedWait.max > 0s | abandonedWait.max > 0s | 0",
        "wait.p0.001 > 0ms | wait.p0.001 > 0ms | 0",
        "abandoned < 0.1% | abandoned < 0.1% | 0.001",
        "abandoned == 0 | abandoned == 0 | 0",
        "utilisation >= 0.95 | utilisation >= 0.95 | 0.95",
        "utilisation <= 100 % | utilisation <= 100% | 1",
        "throughput > 1000/s | throughput > 1000/s | 1000",
        "throughput > 1000 /s | throughput > 1000/s | 1000",
        "violations == 0 | violations == 0 | 0",
        "fairness.jain > 0.9 | fairness.jain > 0.9 | 0.9",
        "cpu.nanosPerVisit < 20us | cpu.nanosPerVisit < 20us | 20e3",
      })
  void readsAMetricAnOperatorAndALimit(String text, String canonical, double limit) {
    Expectation expectation = Expectation.parse(text);
    assertThat(expectation).hasToString(canonical);
    assertThat(expectation.limit()).isCloseTo(limit, within(limit * 1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "wait.p99",
        "< 50ms",
        "wait.p99 <",
        "wait.p99 50ms",
        "wait.p99 = 50ms",
        "wait.p99 => 50ms",
        "wait.p99 != 50ms",
        "wait.p99 <> 50ms",
        "wait.p99 < 50ms < 60ms",
        "wait.p99 < -5ms",
        "wait.p99 < 50",
        "wait.p99 < 50%",
        "wait.p99 < 5 0ms",
        "wait.p99 < 50 parsecs",
        "wait.p99 < 1e3ms",
        "wait.p99 < .5ms",
        "wait.p99 < 5.ms",
        "wait.p99 < 1,5ms",
        "wait.p99 < ٥ms",
        "wait.p99 < NaN",
        "wait.p0 < 1ms",
        "wait.p100 < 1ms",
        "wait.p < 1ms",
        "wait.p-1 < 1ms",
        "wait.p99. < 1ms",
        "WAIT.p99 < 1ms",
        "wait. < 1ms",
        "wait < 1ms",
        "abandoned < 5",
        "abandoned < 101%",
        "abandoned < 1ms",
        "throughput > 1000",
        "throughput > 1000/",
        "throughput > 1000/fortnight",
        "throughput > 1000m",
        "violations == 0%",
        "cpu.nanosPerVisit < 5000",
        "nonsense < 5",
        "wait.p99 < 99999999999999999999999999999999ms",
        "wait.p99 < 5ms\nwait.p99 < 6ms"
      })
  void whatIsNotAllowedIsRefusedInOneShortLine(String text) {
    assertThatThrownBy(() -> Expectation.parse(text))
        .isInstanceOf(InvalidExpectationException.class)
        .message()
        .hasLineCount(1)
        .hasSizeLessThan(250);
  }

  /** The same as scenarios take for holds. */
  @Test
  void limitsTakeEveryUnitOfDurations() {
    for (DurationUnit unit : DurationUnit.values()) {
      Expectation parsed = Expectation.parse("wait.p99 < 1.5" + unit.word());
      assertThat(parsed.limit()).isEqualTo(1.5 * unit.nanos().doubleValue());
      assertThat(parsed).hasToString("wait.p99 < 1.5" + unit.word());
      assertThat(ChangeLimit.parse("wait.p99 +1.5" + unit.word()).reached(1, 2 + parsed.limit()))
          .isTrue();
      assertThat(ChangeLimit.parse("wait.p99 +1.5" + unit.word()).reached(1, parsed.limit()))
          .isFalse();
      assertThat(Expectation.parse("throughput > 3/" + unit.word()).limit())
          .isCloseTo(3e9 / unit.nanos().doubleValue(), withPercentage(1e-9));
    }
    assertThat(Expectation.parse("wait.p90 < 30h").limit())
        .isEqualTo(Expectation.parse("wait.p90 < 108000s").limit());
    assertThat(Expectation.parse("wait.p90 < 3min")).hasToString("wait.p90 < 3m");
    assertThat(Expectation.parse("wait.p90 < 365d").limit()).isEqualTo(31_536e12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wiat.p99 < 5ms | wait.p99",
        "wait.p9x < 5ms | wait.p9",
        "utilization > 90% | utilisation",
        "abandonment < 1% | abandoned",
        "jain > 0.5 | anteroom metrics",
        "fairnes.jain > 0.5 | fairness.jain",
        "wait.p99 < 50 | wait.p99 is a duration; allowed: a number and ns, us, ms, s, m, h or d",
        "abandoned < 5 | abandoned is a share; allowed: a percentage such as 0.1%",
      })
  void messagesTellWhatIsMeant(String text, String part) {
    assertThatThrownBy(() -> Expectation.parse(text)).hasMessageContaining(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait.p99 < 50ms | wait.p99 < 50ms: not met, it was 774ms",
        "wait.p99 < 1s | wait.p99 < 1s: met, it was 774ms",
        "throughput >= 12695.9/s | throughput >= 12695.9/s: met, it was 12695.9/s",
        "throughput > 12696/s | throughput > 12696/s: not met, it was 12695.9/s",
        "utilisation > 99% | utilisation > 99%: met, it was 99.3%",
        "violations == 0 | violations == 0: met, it was 0",
        "refusals < 10000 | refusals < 10000: met, it was 9936",
        "abandoned == 0% | abandoned == 0%: met, it was 0%",
        "fairness.jain > 0.75 | fairness.jain > 0.75: met, it was 0.7501",
        "cpu.nanosPerVisit < 10us | cpu.nanosPerVisit < 10us: not met, it was 14.2µs",
        "canary.p99 < 2ms | canary.p99 < 2ms: met, it was 1.90ms",
        "abandonedWait.max < 1s | abandonedWait.max < 1s: cannot be judged,"
            + " the run has no data for it",
      })
  void judgesARun(String text, String verdict) {
    Locale.setDefault(Locale.GERMANY);
    assertThat(Expectation.parse(text).evaluate(SampleRuns.completed()).text()).isEqualTo(verdict);
  }

  /** 8,058 visits waited up to 87.2 ms: 8 of them lie beyond p99.9. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait.p99.9 < 100ms | met, even the longest was 87.2ms",
        "wait.p99.9 < 70ms | cannot be judged, only 8 of 8,058 lie beyond it,"
            + " and it takes 10,000 to know it",
        "wait.p99.9 < 50ms | not met, 10 took 59.8ms or longer",
        "wait.p99.9 > 50ms | met, 10 took 59.8ms or longer",
        "wait.p99.9 > 70ms | cannot be judged, only 8 of 8,058 lie beyond it,"
            + " and it takes 10,000 to know it",
        "wait.p99.9 >= 100ms | not met, even the longest was 87.2ms",
        "wait.p99.9 == 70ms | cannot be judged, only 8 of 8,058 lie beyond it,"
            + " and it takes 10,000 to know it",
        "wait.p99.9 == 1us | not met, 10 took 59.8ms or longer",
      })
  void aQuantileThatFewLieBeyondIsJudgedWhereThatIsCertain(String text, String verdict) {
    Verdict judged = Expectation.parse(text).evaluate(SampleRuns.abandonments());
    assertThat(judged.text()).isEqualTo(text + ": " + verdict);
    assertThat(judged.measured()).isEmpty();
  }

  @Test
  void ofAHandfulEvenTheShortestMayTell() {
    Run two = SampleRuns.changed(SampleRuns.stuck(), "\"stuck\"", "\"completed\"");
    assertThat(Expectation.parse("hold.p50 < 1ms").evaluate(two).text())
        .isEqualTo("hold.p50 < 1ms: not met, even the shortest was 5.45ms");
    assertThat(Expectation.parse("hold.p50 > 5ms").evaluate(two).judgement())
        .isEqualTo(Judgement.MET);
    assertThat(Expectation.parse("hold.p50 < 5.7ms").evaluate(two).text())
        .isEqualTo(
            "hold.p50 < 5.7ms: cannot be judged, only 1 of 2 lies beyond it, and it takes 20 to"
                + " know it");
  }

  @Test
  void nothingIsMetWithoutData() {
    Run empty = SampleRuns.withoutNumbers();
    for (Metric metric : Metrics.all()) {
      for (Operator operator : Operator.values()) {
        Verdict verdict = Expectation.parse(condition(metric, operator, "0")).evaluate(empty);
        assertThat(verdict.judgement()).as(verdict.text()).isEqualTo(Judgement.NOT_JUDGED);
        assertThat(verdict.met()).isFalse();
      }
    }
  }

  @Test
  void nothingIsMetByARunThatGotStuck() {
    Run stuck = SampleRuns.stuck();
    assertThat(Expectation.parse("wait.p99 < 50ms").evaluate(stuck).text())
        .isEqualTo("wait.p99 < 50ms: cannot be judged, the run got stuck");
    assertThat(Expectation.parse("wait.p99 < 1us").evaluate(stuck).judgement())
        .isEqualTo(Judgement.NOT_MET);
  }

  @Test
  void randomTextsAreReadOrRefused() {
    SplittableRandom random = new SplittableRandom(20261122);
    List<String> pieces =
        List.of(
            "wait",
            "canary",
            ".p",
            "99",
            ".9",
            "p99",
            "<",
            "<=",
            "==",
            ">",
            "=",
            " ",
            "0",
            "50",
            ".",
            "ms",
            "s",
            "%",
            "/s",
            "-",
            "e9",
            "\n",
            "\u0000",
            "µ",
            "٥",
            "𝟗",
            "abandoned",
            "violations",
            "throughput",
            "hold.max",
            ",",
            "\ud800");
    int accepted = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(9); length >= 0; length--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      accepted += isAcceptedAndReadAgain(text.toString()) ? 1 : 0;
    }
    assertThat(accepted).as("accepted texts").isGreaterThan(10);
  }

  @Test
  void conditionsAreReadAgainAsTheyAreWritten() {
    SplittableRandom random = new SplittableRandom(42);
    List<Operator> operators = List.of(Operator.values());
    for (int i = 0; i < 20_000; i++) {
      Metric metric = Metrics.all().get(random.nextInt(Metrics.all().size()));
      Operator operator = operators.get(random.nextInt(operators.size()));
      String text = condition(metric, operator, number(random, metric.unit()));
      assertThat(isAcceptedAndReadAgain(text)).as(text).isTrue();
      assertThat(Expectation.parse(text)).hasToString(text);
    }
  }

  @Test
  void whatHappenedToARightTextIsReadOrRefused() {
    SplittableRandom random = new SplittableRandom(43);
    List<Operator> operators = List.of(Operator.values());
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < 50_000; i++) {
      Metric metric = Metrics.all().get(random.nextInt(Metrics.all().size()));
      Operator operator = operators.get(random.nextInt(operators.size()));
      String text = condition(metric, operator, number(random, metric.unit()));
      if (isAcceptedAndReadAgain(Mutations.of(text, random))) {
        accepted++;
      } else {
        refused++;
      }
    }
    assertThat(accepted).isGreaterThan(1_000);
    assertThat(refused).isGreaterThan(1_000);
  }

  @Test
  void aNameWithOneWrongLetterGetsANearOne() {
    for (Metric metric : Metrics.all()) {
      for (int at = 0; at < metric.name().length(); at++) {
        if (Character.isLetter(metric.name().charAt(at))) {
          StringBuilder wrong = new StringBuilder(metric.name());
          wrong.setCharAt(at, 'q');
          assertThatThrownBy(() -> Expectation.parse(wrong + " < 5"))
              .isInstanceOf(InvalidExpectationException.class)
              .message()
              .contains("did you mean ")
              .satisfies(message -> assertThat(differences(meant(message), wrong)).isOne());
        }
      }
    }
  }

  private static String meant(String message) {
    String begin = "did you mean ";
    return message.substring(message.indexOf(begin) + begin.length(), message.length() - 1);
  }

  private static int differences(String name, CharSequence other) {
    assertThat(name).hasSameSizeAs(other);
    return (int)
        IntStream.range(0, name.length()).filter(at -> name.charAt(at) != other.charAt(at)).count();
  }

  private static String number(SplittableRandom random, Unit unit) {
    String fraction = random.nextBoolean() ? "" : "." + random.nextInt(1_000_000);
    return unit == Unit.SHARE
        ? random.nextInt(100) + fraction
        : random.nextInt(1_000_000) + fraction;
  }

  private static String condition(Metric metric, Operator operator, String number) {
    String suffix =
        switch (metric.unit()) {
          case DURATION -> "ms";
          case SHARE -> "%";
          case RATE -> "/s";
          case NUMBER -> "";
        };
    return metric.name() + " " + operator.sign() + " " + number + suffix;
  }

  private static boolean isAcceptedAndReadAgain(String text) {
    Expectation expectation;
    try {
      expectation = Expectation.parse(text);
    } catch (InvalidExpectationException refused) {
      assertThat(refused).message().hasLineCount(1);
      return false;
    }
    Expectation again = Expectation.parse(expectation.toString());
    assertThat(again).hasToString(expectation.toString());
    assertThat(again.limit()).isEqualTo(expectation.limit());
    return true;
  }
}
