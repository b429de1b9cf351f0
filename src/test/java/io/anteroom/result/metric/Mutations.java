package io.anteroom.result.metric;

import java.util.SplittableRandom;

/** Texts that were right before something happened to them. */
final class Mutations {
  private static final String ALPHABET = "abcxyzAZ019 .,<>=+-%/µ٥\n\t\u0000\ud800\udc00\uffff\"'\\";

  private Mutations() {}

  /** The text after one to four characters were put in, taken out, replaced or doubled. */
  static String of(String text, SplittableRandom random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int change = random.nextInt(1, 5); change > 0; change--) {
      int at = random.nextInt(mutated.length() + 1);
      char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutated.insert(at, other);
        case 1 -> mutated.delete(at, Math.min(at + random.nextInt(1, 3), mutated.length()));
        case 2 -> mutated.replace(at, Math.min(at + 1, mutated.length()), String.valueOf(other));
        default -> mutated.insert(at, mutated.substring(at));
      }
      mutated.setLength(Math.min(mutated.length(), 300));
    }
    return mutated.toString();
  }
}
