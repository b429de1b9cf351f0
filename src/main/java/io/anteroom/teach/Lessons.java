package io.anteroom.teach;

import io.anteroom.scenario.ShippedText;
import io.anteroom.scenario.Spelling;
import java.util.List;
import java.util.Optional;

/** The lessons. A new one is a file in the resources and a line in their index. */
public final class Lessons {
  private static final List<String> NUMBERS = resource("index.txt").lines().toList();

  private Lessons() {}

  /** All of them, in their order. */
  public static List<Lesson> all() {
    return NUMBERS.stream().map(Lessons::read).toList();
  }

  /**
   * The lesson of that number.
   *
   * @throws IllegalArgumentException if there is none; the message says what is allowed
   */
  public static Lesson numbered(String number) {
    return find(number).orElseThrow(() -> new IllegalArgumentException(none(number)));
  }

  static Optional<Lesson> find(String number) {
    return NUMBERS.contains(number) ? Optional.of(read(number)) : Optional.empty();
  }

  private static Lesson read(String number) {
    return LessonFile.read(number, resource(number + ".yaml"));
  }

  private static String resource(String file) {
    return ShippedText.of(Lessons.class, "/lessons/" + file);
  }

  private static String none(String number) {
    return "there is no lesson "
        + number
        + "; "
        + Spelling.nearest(number, NUMBERS)
            .map(nearest -> "did you mean " + nearest + "? ")
            .orElse("")
        + "allowed: "
        + String.join(", ", NUMBERS)
        + ", all";
  }
}
