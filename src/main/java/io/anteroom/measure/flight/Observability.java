package io.anteroom.measure.flight;

import io.anteroom.scenario.ShippedText;
import java.util.List;

/**
 * What flight recordings of a JDK can show of virtual threads. What can't be shown is never
 * reported as 0.
 *
 * @param key names the subject; stable
 * @param subject what one would like to see
 * @param observable whether a recording of this JDK shows it
 * @param explanation how it is shown, or why it is not
 * @param source the JEP, bug or measurement that says so
 */
public record Observability(
    String key, String subject, boolean observable, String explanation, String source) {
  /** Contended monitors of virtual threads. */
  public static final String CONTENDED_MONITOR = "contention.monitor";

  /** The thread of an event in a live stream. */
  public static final String LIVE_THREAD = "stream.thread";

  private record Row(
      String key,
      String subject,
      int fromFeature,
      boolean observable,
      String explanation,
      String source) {}

  private static final List<Row> ROWS = rows();

  private static List<Row> rows() {
    return ShippedText.of(Observability.class, "observability.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" \\| ", -1))
        .map(
            row ->
                new Row(
                    row[0],
                    row[1],
                    Integer.parseInt(row[2]),
                    Boolean.parseBoolean(row[3]),
                    row[4],
                    row[5]))
        .toList();
  }

  /** All that is known of the JDK of that feature number, such as 21; in a stable order. */
  public static List<Observability> ofJdk(int feature) {
    return ROWS.stream().map(Row::key).distinct().map(key -> of(key, feature)).toList();
  }

  /** All that is known of the JDK that this code runs on. */
  public static List<Observability> ofThisJdk() {
    return ofJdk(Runtime.version().feature());
  }

  /**
   * What is known of one subject.
   *
   * @throws IllegalArgumentException if there is no such key, or the JDK is older than 21
   */
  public static Observability of(String key, int feature) {
    return ROWS.stream()
        .filter(row -> row.key.equals(key) && row.fromFeature <= feature)
        .reduce((earlier, later) -> later)
        .map(
            row ->
                new Observability(
                    row.key, row.subject, row.observable, row.explanation, row.source))
        .orElseThrow(
            () -> new IllegalArgumentException("nothing known of " + key + " on JDK " + feature));
  }

  /** One line for a person: what, whether, how or why not, and who says so. */
  public String sentence(int feature) {
    return "%s: %s on JDK %d: %s (%s)"
        .formatted(
            subject, observable ? "observable" : "not observable", feature, explanation, source);
  }
}
