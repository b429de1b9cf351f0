package io.anteroom.teach;

import io.anteroom.scenario.Spelling;
import java.util.List;

/** The catalogue of lessons. A new lesson is one class and one line here. */
public final class Lessons {
  private static final List<Lesson> ALL =
      List.of(
          new NoLockScene(),
          new MutexScene(),
          new LockAsParameterScene(),
          new TimeoutScene(),
          new NonBlockingScene(),
          new SleepersLesson(),
          new SlowIsNotPinnedLesson(),
          new PrivateMonitorsLesson(),
          new SharedMonitorLesson(),
          new CanaryLesson(),
          new ThresholdLesson(),
          new ObjectWaitLesson(),
          new HangLesson(),
          new StillPinsLesson(),
          new SpinsLesson(),
          new FairnessLesson(),
          new OpenAndClosedLesson(),
          new LinesLesson(),
          new SizingLesson(),
          new InitialiserWaitLesson(),
          new TwoPoolsLesson(),
          new DeadlockLesson(),
          new PrioritiesLesson(),
          new RetryStormLesson(),
          new OwnPoolLesson(),
          new AdaptiveLimitLesson(),
          new ChangingLoadLesson());

  private Lessons() {}

  /** All of them, in their order. */
  public static List<Lesson> all() {
    return ALL;
  }

  /**
   * The lesson of that number.
   *
   * @throws IllegalArgumentException if there is none; the message says what is allowed
   */
  public static Lesson numbered(String number) {
    return ALL.stream()
        .filter(lesson -> lesson.subject().number().equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(none(number)));
  }

  private static String none(String number) {
    List<String> numbers = ALL.stream().map(lesson -> lesson.subject().number()).toList();
    return "there is no lesson "
        + number
        + "; "
        + Spelling.nearest(number, numbers)
            .map(nearest -> "did you mean " + nearest + "? ")
            .orElse("")
        + "allowed: "
        + String.join(", ", numbers)
        + ", all";
  }
}
