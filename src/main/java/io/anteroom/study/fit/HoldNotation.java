package io.anteroom.study.fit;

import io.anteroom.scenario.DurationText;
import io.anteroom.statistics.family.Member;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/** How scenarios write fitted distributions. */
final class HoldNotation {
  private static final MathContext DIGITS = new MathContext(4);
  private static final double NANOS_PER_SECOND = 1e9;

  private HoldNotation() {}

  /** The notation; nothing if there is none. */
  static Optional<String> of(Member member) {
    double mean = member.distribution().getMean();
    if (!(mean * NANOS_PER_SECOND >= 1) || !Double.isFinite(mean)) {
      return Optional.empty();
    }
    return switch (member.family().name()) {
      case "exponential" -> Optional.of("exponential:" + time(mean));
      case "lognormal" ->
          member.parameter("cv") <= 1000
              ? Optional.of("lognormal:" + time(mean) + ",cv=" + number(member.parameter("cv")))
              : Optional.empty();
      case "pareto" ->
          member.parameter("alpha") > 1.001 && member.parameter("alpha") <= 1000
              ? Optional.of("pareto:" + time(mean) + ",alpha=" + number(member.parameter("alpha")))
              : Optional.empty();
      case "gamma" -> {
        double cv = 1 / Math.sqrt(member.parameter("shape"));
        yield cv >= 0.01 && cv <= 10
            ? Optional.of("gamma:" + time(mean) + ",cv=" + number(cv))
            : Optional.empty();
      }
      case "weibull" -> {
        double shape = member.parameter("shape");
        yield shape >= 0.2 && shape <= 100
            ? Optional.of("weibull:" + time(mean) + ",k=" + number(shape))
            : Optional.empty();
      }
      case "hyperexponential" -> Optional.of(mixture(member));
      default -> Optional.empty();
    };
  }

  private static String mixture(Member member) {
    BigDecimal percent = BigDecimal.valueOf(member.parameter("share") * 100).round(DIGITS);
    return "mix:%s%%*exponential:%s,%s%%*exponential:%s"
        .formatted(
            percent.stripTrailingZeros().toPlainString(),
            time(member.parameter("shorter")),
            BigDecimal.valueOf(100).subtract(percent).stripTrailingZeros().toPlainString(),
            time(member.parameter("longer")));
  }

  /** With four digits. */
  private static String time(double seconds) {
    BigDecimal nanos = BigDecimal.valueOf(seconds * NANOS_PER_SECOND).round(DIGITS);
    return DurationText.format(Duration.ofNanos(nanos.longValue()));
  }

  static String number(double number) {
    return BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
