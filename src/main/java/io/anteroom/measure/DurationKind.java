package io.anteroom.measure;

import java.util.Arrays;
import java.util.Optional;

/**
 * The durations that a run measures, in nanoseconds. What is recorded, logged, merged and reported
 * goes by this.
 */
public enum DurationKind {
  /** Intended arrival to entry, of the visits that had a room. */
  WAIT("wait", "wait of visits that had a room", true),
  /**
   * From the moment at which the person really began to wait, to entry; of the visits that had a
   * room. It leaves out by how much they were late (coordinated omission). Empty in simulated time,
   * where nobody is late, and in runs that are older than this histogram.
   */
  UNCORRECTED_WAIT("uncorrectedWait", "wait from when the person really began to wait", true),
  /** Entry to leaving. */
  HOLD("hold", "time in the room", true),
  /** Wait and hold together. */
  RESPONSE("response", "wait and hold together", true),
  /** Intended arrival to giving up. */
  ABANDONED_WAIT("abandonedWait", "wait of visits that gave up", true),
  /** Intended arrival to the moment at which the person was let in, or has woken. */
  LATENESS("lateness", "how much later than intended visits began", false),
  /**
   * How late an unrelated virtual thread ran. Empty in simulated time, and in runs that are older
   * than this histogram.
   */
  CANARY("canary", "lateness of an unrelated virtual thread", false);

  private final String word;
  private final String meaning;
  private final boolean ofVisits;

  DurationKind(String word, String meaning, boolean ofVisits) {
    this.word = word;
    this.meaning = meaning;
    this.ofVisits = ofVisits;
  }

  /** The word for it in metrics, documents and logs. */
  public String word() {
    return word;
  }

  /** The durations of that word. */
  public static Optional<DurationKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** One line for a person to read. */
  public String meaning() {
    return meaning;
  }

  /** Whether it is about visits that have ended, each of which is recorded when it ends. */
  public boolean ofVisits() {
    return ofVisits;
  }
}
