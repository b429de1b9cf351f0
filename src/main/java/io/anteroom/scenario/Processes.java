package io.anteroom.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue of the arrival processes that say all of themselves. */
final class Processes {
  private static final List<ProcessText> ALL = List.of(Stages.TEXT, Stages.FILE_TEXT);

  private Processes() {}

  static Optional<ProcessText> of(String word) {
    return ALL.stream().filter(one -> one.word().equals(word)).findFirst();
  }

  /** An example of each, for messages. */
  static String examples() {
    return ALL.stream().map(ProcessText::example).collect(Collectors.joining(", "));
  }

  /** A regular expression for each of them. */
  static String pattern() {
    return ALL.stream()
        .map(one -> one.word() + ":" + one.pattern())
        .collect(Collectors.joining("|"));
  }
}
