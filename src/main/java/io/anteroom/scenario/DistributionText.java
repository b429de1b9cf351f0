package io.anteroom.scenario;

import io.anteroom.scenario.Distribution.Empirical;
import io.anteroom.scenario.Distribution.Erlang;
import io.anteroom.scenario.Distribution.Exponential;
import io.anteroom.scenario.Distribution.Fixed;
import io.anteroom.scenario.Distribution.Hyperexponential;
import io.anteroom.scenario.Distribution.Lognormal;
import io.anteroom.scenario.Distribution.Pareto;
import io.anteroom.scenario.Distribution.Uniform;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Distributions as scenarios write them, such as {@code lognormal:20ms,cv=1.5}. */
final class DistributionText {
  /** What is allowed, for messages. */
  static final String ALLOWED =
      "fixed, exponential, uniform, lognormal, erlang, hyperexponential, pareto, "
          + Laws.words()
          + " with a mean, mix:90%*fixed:1ms,10%*fixed:9ms, or empirical:FILE";

  /** A regular expression for a distribution. */
  static final String PATTERN = pattern();

  private static final Pattern SHAPED = Pattern.compile("(.+?)\\s*,\\s*([a-z]+)\\s*=\\s*(.+)");

  private DistributionText() {}

  private static String pattern() {
    String duration = "\\s*" + DurationText.PATTERN + "\\s*";
    String number = "\\s*=\\s*" + Numbers.PATTERN;
    return String.join(
        "|",
        "(?:fixed|exponential):" + duration,
        "uniform:" + duration + "\\.\\." + duration,
        "(?:lognormal|hyperexponential):" + duration + ",\\s*cv" + number,
        "lognormal:\\s*p[0-9.]+\\s*=" + duration + ",\\s*p[0-9.]+\\s*=" + duration,
        Laws.pattern(),
        "mix:.+\\*.+",
        "erlang:" + duration + ",\\s*k\\s*=\\s*\\d{1,4}",
        "pareto:" + duration + ",\\s*alpha" + number,
        "empirical:.+",
        Distribution.Paired.WORD);
  }

  /**
   * Reads a distribution.
   *
   * @throws IllegalArgumentException if the text is not one
   * @throws InvalidScenarioException if the file it names is not one of durations
   */
  static Distribution parse(Setting setting) {
    String text = setting.value();
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("allowed: " + ALLOWED);
    }
    String figure = text.substring(colon + 1).strip();
    return switch (text.substring(0, colon)) {
      case "fixed" -> new Fixed(DurationText.parse(figure));
      case "exponential" -> new Exponential(DurationText.parse(figure));
      case "uniform" -> uniform(figure);
      case "lognormal" ->
          LognormalQuantiles.matches(figure)
              ? LognormalQuantiles.parse(figure)
              : lognormal(shaped(figure, "lognormal:5ms,cv=1.5"));
      case "mix" -> MixtureText.parse(setting.part(figure));
      case "erlang" -> erlang(shaped(figure, "erlang:5ms,k=4"));
      case "hyperexponential" -> hyperexponential(shaped(figure, "hyperexponential:5ms,cv=2"));
      case "pareto" -> pareto(shaped(figure, "pareto:5ms,alpha=2.5"));
      case "empirical" -> new Empirical(figure, DurationFile.named(figure, setting).read());
      default ->
          Laws.of(text.substring(0, colon))
              .orElseThrow(() -> new IllegalArgumentException("allowed: " + ALLOWED))
              .reading()
              .read(figure);
    };
  }

  private static Uniform uniform(String figure) {
    int dots = figure.indexOf("..");
    if (dots < 0) {
      throw new IllegalArgumentException("allowed: two bounds, as in uniform:1ms..9ms");
    }
    return new Uniform(
        DurationText.parse(figure.substring(0, dots)),
        DurationText.parse(figure.substring(dots + 2)));
  }

  private static Lognormal lognormal(Shaped shaped) {
    return new Lognormal(shaped.mean(), Numbers.parse(shaped.shape("cv")));
  }

  private static Hyperexponential hyperexponential(Shaped shaped) {
    return new Hyperexponential(shaped.mean(), Numbers.parse(shaped.shape("cv")));
  }

  private static Pareto pareto(Shaped shaped) {
    return new Pareto(shaped.mean(), Numbers.parse(shaped.shape("alpha")));
  }

  private static Erlang erlang(Shaped shaped) {
    long k = new Notation.Whole(1, 1000, false).parse(shaped.shape("k"));
    return new Erlang(shaped.mean(), (int) k);
  }

  private static Shaped shaped(String figure, String example) {
    Matcher matcher = SHAPED.matcher(figure);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("allowed: a mean and a shape, as in " + example);
    }
    return new Shaped(
        DurationText.parse(matcher.group(1)), matcher.group(2), matcher.group(3), example);
  }

  private record Shaped(Duration mean, String shapeName, String shape, String example) {
    String shape(String expectedName) {
      if (!shapeName.equals(expectedName)) {
        throw new IllegalArgumentException("allowed: a mean and a shape, as in " + example);
      }
      return shape;
    }
  }
}
