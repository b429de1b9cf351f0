package io.anteroom.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mixtures as scenarios write them, such as {@code 90%*fixed:1ms,10%*exponential:50ms}. */
final class MixtureText {
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*,\\s*(?=" + Numbers.PATTERN + "\\s*%\\s*\\*)");
  private static final Pattern PART =
      Pattern.compile("(" + Numbers.PATTERN + ")\\s*%\\s*\\*\\s*(.+)");

  private MixtureText() {}

  /**
   * Reads what follows the word.
   *
   * @throws IllegalArgumentException if the text is not a mixture
   */
  static Distribution.Mixture parse(Setting setting) {
    List<Distribution.Mixture.Part> parts = new ArrayList<>();
    for (String text : BETWEEN.split(setting.value(), -1)) {
      Matcher matcher = PART.matcher(text.strip());
      Numbers.require(
          matcher.matches(),
          "shares of distributions, as in mix:90%*fixed:1ms,10%*exponential:50ms");
      parts.add(
          new Distribution.Mixture.Part(
              Numbers.percent(matcher.group(1)),
              DistributionText.parse(setting.part(matcher.group(2)))));
    }
    return new Distribution.Mixture(parts);
  }
}
