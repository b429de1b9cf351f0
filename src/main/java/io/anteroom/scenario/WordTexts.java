package io.anteroom.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A catalogue of what says all of itself. */
record WordTexts<T>(List<WordText<? extends T>> all) {
  Optional<WordText<? extends T>> of(String word) {
    return all.stream().filter(one -> one.word().equals(word)).findFirst();
  }

  /** Their words or examples, for messages. */
  String listed(Function<WordText<? extends T>, String> part) {
    return all.stream().map(part).collect(Collectors.joining(", "));
  }

  /** A regular expression for each of them. */
  String pattern() {
    return all.stream()
        .map(one -> one.word() + ":" + one.pattern())
        .collect(Collectors.joining("|"));
  }
}
