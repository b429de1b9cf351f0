package io.anteroom.observe.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the threads did at the end of a watch, or in a dump.
 *
 * @param carriers how many there were
 * @param busy how many of them used the processor
 * @param held those whose virtual thread waits and keeps them, the longest first
 * @param waitingForCarrier virtual threads that are ready to run; null before JDK 24
 * @param waiting who waits where; null where no dump was taken
 * @param findings what is wrong, the worst first
 * @param gaps why the carriers could not be looked at; empty where they could
 * @param notes why there is no dump that was asked for, or would have told more; else empty
 */
public record ThreadsNow(
    int carriers,
    int busy,
    List<Held> held,
    @Nullable Integer waitingForCarrier,
    @Nullable Waiting waiting,
    List<Finding> findings,
    List<String> gaps,
    List<String> notes) {
  public ThreadsNow {
    held = List.copyOf(held);
    findings = List.copyOf(findings);
    gaps = List.copyOf(gaps);
    notes = List.copyOf(notes);
  }

  /** Nothing could be seen, because of that. */
  public static ThreadsNow unseen(String reason) {
    return new ThreadsNow(0, 0, List.of(), null, null, List.of(), List.of(reason), List.of());
  }

  /** Whether it was seen at all. */
  public boolean isSeen() {
    return gaps.isEmpty();
  }

  /** Whether something stands still, for which upper limits can't be said to be met. */
  public boolean hangs() {
    return findings.stream().anyMatch(Finding::hang);
  }

  /** Whether nothing is wrong, and all was seen that should have been. */
  public boolean isClear() {
    return findings.isEmpty() && gaps.isEmpty() && notes.isEmpty();
  }

  /**
   * A carrier that is held.
   *
   * @param thread the virtual thread's name and id
   * @param frame the first of the application; empty where no stack could be had
   * @param nanos for how long at least
   * @param monitors what the virtual thread has entered, where the JVM tells
   */
  public record Held(
      String carrier,
      String thread,
      String frame,
      long nanos,
      List<String> monitors,
      List<String> stack) {
    public Held {
      monitors = List.copyOf(monitors);
      stack = List.copyOf(stack);
    }
  }

  /**
   * Who waits.
   *
   * @param threads of the application, virtual ones and others
   * @param places the most threads first
   */
  public record Waiting(int threads, List<Place> places) {
    public Waiting {
      places = List.copyOf(places);
    }
  }

  /**
   * Where threads wait.
   *
   * @param how what they called there
   * @param lock null where the JVM does not tell
   * @param owner the thread that has it; null where the JVM does not tell
   */
  public record Place(
      String frame,
      String how,
      int threads,
      long virtualThreads,
      @Nullable String lock,
      @Nullable String owner) {}

  /**
   * What is wrong.
   *
   * @param hang it will not end by itself; else it may
   * @param sentence for a person to read
   * @param frame where; empty where it is not known
   */
  public record Finding(boolean hang, String sentence, String frame) {}
}
