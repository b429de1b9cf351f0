package io.anteroom.teach;

import io.anteroom.scenario.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
    try (InputStream in =
        Objects.requireNonNull(Lessons.class.getResourceAsStream("/lessons/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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
