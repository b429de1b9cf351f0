package io.anteroom.scenario;

import io.anteroom.scenario.Distribution.Empirical;
import io.anteroom.scenario.Distribution.Erlang;
import io.anteroom.scenario.Distribution.Exponential;
import io.anteroom.scenario.Distribution.Fixed;
import io.anteroom.scenario.Distribution.Hyperexponential;
import io.anteroom.scenario.Distribution.Lognormal;
import io.anteroom.scenario.Distribution.Pareto;
import io.anteroom.scenario.Distribution.Uniform;

/** Distributions as scenarios write them, such as {@code lognormal:20ms,cv=1.5}. */
final class DistributionText {
  /** What is allowed, for messages. */
  static final String ALLOWED =
      "fixed, exponential, uniform, lognormal, erlang, hyperexponential, pareto, "
          + Laws.ALL.listed(WordText::word)
          + " with a mean, mix:90%*fixed:1ms,10%*fixed:9ms, or empirical:FILE";

  /** A regular expression for a distribution. */
  static final String PATTERN = pattern();

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
        Laws.ALL.pattern(),
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
          LognormalQuantiles.matches(figure) ? LognormalQuantiles.parse(figure) : lognormal(figure);
      case "mix" -> MixtureText.parse(setting.part(figure));
      case "erlang" -> erlang(figure);
      case "hyperexponential" -> hyperexponential(figure);
      case "pareto" -> pareto(figure);
      case "empirical" -> new Empirical(figure, DurationFile.named(figure, setting).read());
      default ->
          Laws.ALL
              .of(text.substring(0, colon))
              .orElseThrow(() -> new IllegalArgumentException("allowed: " + ALLOWED))
              .reading()
              .apply(setting.part(figure));
    };
  }

  private static Uniform uniform(String figure) {
    int dots = figure.indexOf("..");
    Numbers.require(dots >= 0, "two bounds, as in uniform:1ms..9ms");
    return new Uniform(
        DurationText.parse(figure.substring(0, dots)),
        DurationText.parse(figure.substring(dots + 2)));
  }

  private static Lognormal lognormal(String figure) {
    ShapedText text = ShapedText.parse(figure, "cv", "lognormal:5ms,cv=1.5");
    return new Lognormal(text.mean(), Numbers.parse(text.shape()));
  }

  private static Hyperexponential hyperexponential(String figure) {
    ShapedText text = ShapedText.parse(figure, "cv", "hyperexponential:5ms,cv=2");
    return new Hyperexponential(text.mean(), Numbers.parse(text.shape()));
  }

  private static Pareto pareto(String figure) {
    ShapedText text = ShapedText.parse(figure, "alpha", "pareto:5ms,alpha=2.5");
    return new Pareto(text.mean(), Numbers.parse(text.shape()));
  }

  private static Erlang erlang(String figure) {
    ShapedText text = ShapedText.parse(figure, "k", "erlang:5ms,k=4");
    return new Erlang(text.mean(), (int) new Notation.Whole(1, 1000, false).parse(text.shape()));
  }
}
