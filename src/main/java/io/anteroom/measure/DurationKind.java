package io.anteroom.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The durations that a run measures, in nanoseconds. What is recorded, logged, merged and reported
 * goes by this.
 */
public enum DurationKind {
  /** Intended arrival to entry, of the visits that had a room. */
  WAIT("wait", "wait", "wait of visits that had a room", Role.EVERY_VISIT),
  /**
   * From the moment at which the person really began to wait, to entry; of the visits that had a
   * room. It leaves out by how much they were late (coordinated omission). Empty in simulated time,
   * where nobody is late, and in runs that are older than this histogram.
   */
  UNCORRECTED_WAIT(
      "uncorrectedWait",
      "uncorrected",
      "wait from when the person really began to wait",
      Role.ANOTHER_VIEW),
  /** Entry to leaving. */
  HOLD("hold", "hold", "time in the room", Role.EVERY_VISIT),
  RESPONSE("response", "response", "wait and hold together", Role.EVERY_VISIT),
  /** Intended arrival to giving up. */
  ABANDONED_WAIT("abandonedWait", "gave up after", "wait of visits that gave up", Role.SOME_VISITS),
  /** Intended arrival to the moment at which the person was let in, or has woken. */
  LATENESS("lateness", "late starts", "how much later than intended visits began", Role.BESIDE),
  /**
   * How late an unrelated virtual thread ran. Empty in simulated time, and in runs that are older
   * than this histogram.
   */
  CANARY("canary", "canary", "lateness of an unrelated virtual thread", Role.BESIDE);

  /** Whose durations they are, which decides where they are shown. */
  private enum Role {
    EVERY_VISIT,
    SOME_VISITS,
    /** Of visits that others stand for. */
    ANOTHER_VIEW,
    /** Of no visit, or of its beginning only. */
    BESIDE
  }

  private final String word;
  private final String label;
  private final String meaning;
  private final Role role;

  DurationKind(String word, String label, String meaning, Role role) {
    this.word = word;
    this.label = label;
    this.meaning = meaning;
    this.role = role;
  }

  /** Those that reports draw of a run, in order: each is a part of visits, or all of them. */
  public static List<DurationKind> drawn() {
    return Arrays.stream(values())
        .filter(kind -> kind.always() || kind.role == Role.SOME_VISITS)
        .toList();
  }

  /** The word for it in metrics, documents and logs. */
  public String word() {
    return word;
  }

  /** The durations of that word. */
  public static Optional<DurationKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** A few words for it in tables and pictures. */
  public String label() {
    return label;
  }

  /** One line for a person to read. */
  public String meaning() {
    return meaning;
  }

  /** Whether it is about visits that have ended, each of which is recorded when it ends. */
  public boolean ofVisits() {
    return role != Role.BESIDE;
  }

  /** Whether every visit that had a room has it: reports show it even where there was none. */
  public boolean always() {
    return role == Role.EVERY_VISIT;
  }
}
