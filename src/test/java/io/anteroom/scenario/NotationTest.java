package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read, and written again in its shortest form. */
final class NotationTest {
  @ParameterizedTest
  @CsvSource({
    "5ms, 5000000, 5ms",
    "5 ms, 5000000, 5ms",
    "0s, 0, 0s",
    "0ns, 0, 0s",
    "1.5s, 1500000000, 1.5s",
    "0.5us, 500, 500ns",
    "3µs, 3000, 3us",
    "1ns, 1, 1ns",
    "0.4ns, 0, 0s",
    "0.5ns, 1, 1ns",
    "1.0000005s, 1000000500, 1000000.5us",
    "1m, 60000000000, 60s",
    "1min, 60000000000, 60s",
    "1h, 3600000000000, 3600s",
    "2h, 7200000000000, 2h",
    "1.5h, 5400000000000, 5400s",
    "2.5h, 9000000000000, 9000s",
    "1d, 86400000000000, 24h",
    "0.5d, 43200000000000, 12h",
    "365d, 31536000000000000, 8760h",
    "8760h, 31536000000000000, 8760h",
  })
  void durationsAreANumberAndAUnit(String text, long nanos, String formatted) {
    assertThat(DurationText.parse(text)).isEqualTo(Duration.ofNanos(nanos));
    assertThat(DurationText.format(Duration.ofNanos(nanos))).isEqualTo(formatted);
    assertThat(DurationText.parse(formatted)).isEqualTo(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "ms", "-5ms", "+5ms", "5,5ms", ".5ms", "5.ms", "1e3ms", "5w"})
  void otherDurationsAreRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationText.parse(text))
        .withMessage("allowed: a number and a unit (ns, us, ms, s, m, h or d), such as 5ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fixed:5ms                       | fixed:5ms                 | 5e6",
        "fixed: 5 ms                     | fixed:5ms                 | 5e6",
        "fixed:0s                        | fixed:0s                  | 0",
        "exponential:1.5s                | exponential:1.5s          | 1.5e9",
        "uniform:1ms..9ms                | uniform:1ms..9ms          | 5e6",
        "uniform: 1ms .. 9ms             | uniform:1ms..9ms          | 5e6",
        "uniform:0s..0s                  | uniform:0s..0s            | 0",
        "lognormal:20ms,cv=1.5           | lognormal:20ms,cv=1.5     | 2e7",
        "lognormal:20ms, cv = 1.50       | lognormal:20ms,cv=1.5     | 2e7",
        "erlang:5ms,k=4                  | erlang:5ms,k=4            | 5e6",
        "hyperexponential:5ms,cv=2       | hyperexponential:5ms,cv=2 | 5e6",
        "hyperexponential:5ms,cv=1       | hyperexponential:5ms,cv=1 | 5e6",
        "pareto:5ms,alpha=2.5            | pareto:5ms,alpha=2.5      | 5e6",
        "gamma:5ms, cv = 0.50            | gamma:5ms,cv=0.5          | 5e6",
        "weibull:5ms,k=0.7               | weibull:5ms,k=0.7         | 5e6",
        "lognormal:p50=10ms,p99=10.5ms   | lognormal:10002.2us,cv=0.0209752 | 10002200",
        "mix:90%*fixed:1ms, 10% * lognormal:51ms,cv=1 | mix:90%*fixed:1ms,10%*lognormal:51ms,cv=1 |"
            + " 6e6",
      })
  void distributionsNameTheirMean(String text, String shortest, double meanNanos) {
    Distribution distribution = DistributionText.parse(Given.setting(text));

    assertThat(distribution).hasToString(shortest);
    assertThat(distribution.meanNanos()).isEqualTo(meanNanos);
    assertThat(DistributionText.parse(Given.setting(shortest))).isEqualTo(distribution);
  }

  @ParameterizedTest
  @CsvSource({
    "at-once, at-once, false",
    "closed, closed, false",
    "poisson:300/s, poisson:300/s, true",
    "poisson: 300 / s, poisson:300/s, true",
    "poisson:0.3/ms, poisson:300/s, true",
    "poisson:90/m, poisson:1.5/s, true",
    "constant:7200/h, constant:2/s, true",
    "constant:1/h, constant:1/h, true",
    "poisson:0.11/h, poisson:0.11/h, true",
    "poisson:2.5/d, poisson:2.5/d, true",
    "poisson:0.7/m, poisson:42/h, true",
    "constant:1000000000/s, constant:1000000000/s, true",
    "constant:1/us, constant:1000000/s, true",
    "renewal:fixed:5ms, renewal:fixed:5ms, true",
    "renewal:uniform:0s..2ms, renewal:uniform:0s..2ms, true",
    "'poisson:3/s, batch = 5', 'poisson:3/s,batch=5', true",
    "'constant:3/s,batch=geometric:2.5', 'constant:3/s,batch=geometric:2.5', true",
    "'renewal:erlang:5ms,k=2,batch=2', 'renewal:erlang:5ms,k=2,batch=2', true",
    "'stages:100/s*60s, 100..300/s * 5m,300/s*10m', 'stages:100/s*60s,100..300/s*300s,300/s*600s',"
        + " true",
    "'stages:100/h*1h,0..150/h*2h,even', 'stages:100/h*1h,0..150/h*2h,even', true",
    "'stages:2/m*1m,0/s*1m,day-cv=0.30', 'stages:2/m*60s,0/m*60s,day-cv=0.3', true",
  })
  void arrivalsAreOpenOrClosed(String text, String shortest, boolean open) {
    Arrivals arrivals = ArrivalsText.parse(Given.setting(text));

    assertThat(arrivals).hasToString(shortest);
    assertThat(arrivals.open()).isEqualTo(open);
    assertThat(ArrivalsText.parse(Given.setting(shortest))).isEqualTo(arrivals);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "0.8, 0.8", "80%, 0.8", "7%, 0.07", "100%, 1", "0.1%, 0.001"})
  void sharesAreFractionsOrPercent(String text, double share) {
    assertThat(Notation.Share.parse(text)).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({"0%, 0%", "7%, 7%", "12.50%, 12.5%", "5s, 5s", "0s, 0s", "none, 0%"})
  void aWarmupIsAShareOrATime(String text, String shortest) {
    assertThat(Given.scenario("warmup: " + text).conduct().warmup()).hasToString(shortest);
  }
}
