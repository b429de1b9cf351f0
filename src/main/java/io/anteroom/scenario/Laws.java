package io.anteroom.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue of the distributions that say all of themselves. */
final class Laws {
  private static final List<LawText> ALL = List.of(Gamma.TEXT, Weibull.TEXT);

  private Laws() {}

  static Optional<LawText> of(String word) {
    return ALL.stream().filter(one -> one.word().equals(word)).findFirst();
  }

  /** Their words, for messages. */
  static String words() {
    return ALL.stream().map(LawText::word).collect(Collectors.joining(", "));
  }

  /** A regular expression for each of them. */
  static String pattern() {
    return ALL.stream()
        .map(one -> one.word() + ":" + one.pattern())
        .collect(Collectors.joining("|"));
  }
}
