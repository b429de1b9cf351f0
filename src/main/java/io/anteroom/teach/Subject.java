package io.anteroom.teach;

import io.anteroom.run.jdk.Jdk;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a lesson is about.
 *
 * @param number such as {@code 3} or {@code 0.4}; unique
 * @param title without a full stop
 * @param question for the reader to answer before the runs do
 */
public record Subject(String number, String title, String question) {
  /**
   * Stands in a question for the JDKs that the lesson runs on, such as {@code on JDK 21 and 25}.
   */
  static final String ON_JDKS = "{on JDKs}";

  /** The same, with the question about these JDKs. */
  public Subject on(List<Jdk> jdks) {
    return new Subject(number, title, question.replace(ON_JDKS, words(jdks)));
  }

  private static String words(List<Jdk> jdks) {
    List<String> features =
        jdks.stream().map(Jdk::feature).distinct().sorted().map(String::valueOf).toList();
    int last = features.size() - 1;
    return last < 1
        ? "on JDK " + String.join("", features)
        : features.stream().limit(last).collect(Collectors.joining(", ", "on JDK ", " and "))
            + features.get(last);
  }
}
