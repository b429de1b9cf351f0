package io.anteroom.teach;

import java.util.List;

/** What fairness gives, and what it takes. */
final class FairnessLesson implements Lesson {
  private static final String UNFAIR = "reentrant";
  private static final String FAIR = "reentrant-fair";
  private static final String SEMAPHORE = "semaphore";
  private static final String TIMED = "timed";
  private static final String JAIN = "fairness.jain";
  private static final String SETTINGS =
      "persons=20 rooms=1 visits=20 hold=fixed:1ms carriers=1 jfr=off mode=";

  @Override
  public Subject subject() {
    return new Subject(
        "11",
        "Fair, unfair, semaphore, timed",
        "Twenty persons visit the one room twenty times each, for 1 ms, and come back at once."
            + " Which lock has the shorter median wait, which the longer longest one, and who"
            + " shares the waiting evenly?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(UNFAIR, SETTINGS + UNFAIR),
        LessonStep.Real.of(FAIR, SETTINGS + FAIR),
        LessonStep.Real.of(SEMAPHORE, SETTINGS + SEMAPHORE),
        LessonStep.Real.of(TIMED, SETTINGS + TIMED + " timeout=5s"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("p50", "wait.p50"),
        Column.of("p99", "wait.p99"),
        Column.of("Jain", JAIN),
        Column.of("CPU a visit", "cpu.nanosPerVisit"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "Jain's index of the fair lock:",
            view -> view.figure(FAIR, JAIN),
            Band.atLeast(0.97),
            Band.atLeast(0.85),
            "in order of arrival all wait for the same nineteen others"),
        Claim.ofNumber(
            JdkRange.ANY,
            "Jain's index of the unfair lock:",
            view -> view.figure(UNFAIR, JAIN),
            Band.atMost(0.95),
            Band.atMost(1),
            "who leaves comes back before the next in line has woken up"),
        Claim.ofNumber(
            JdkRange.ANY,
            "the unfair lock's longest wait over the fair one's:",
            view -> view.figure(UNFAIR, "wait.max") / view.figure(FAIR, "wait.max"),
            Band.atLeast(2),
            Band.atLeast(0.7),
            "those who are overtaken pay for those who overtake"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream().map(FairnessLesson::explained).toList();
  }

  private static String explained(View view) {
    boolean barging = view.figure(UNFAIR, "wait.p50") < view.figure(FAIR, "wait.p50") / 2;
    return "%s half of the waits were below %s under the unfair lock and below %s under the fair"
            .formatted(view.place(), view.text(UNFAIR, "wait.p50"), view.text(FAIR, "wait.p50"))
        + " one, but one in a hundred was above %s and %s, and Jain's index of the waiting was %s"
            .formatted(
                view.text(UNFAIR, "wait.p99"), view.text(FAIR, "wait.p99"), view.text(UNFAIR, JAIN))
        + " and %s (semaphore %s, timed %s). "
            .formatted(view.text(FAIR, JAIN), view.text(SEMAPHORE, JAIN), view.text(TIMED, JAIN))
        + (barging
            ? "Whoever leaves takes the room again before the next in line is awake, until its"
                + " visits are over: the median is short because a few have it all, and the rest"
                + " wait for them. Semaphores and tryLock(timeout) let newcomers barge, too."
            : "Here newcomers rarely overtook; the line had woken up in time.")
        + " A visit took %s of processor time unfair and %s fair, the JVM's start included."
            .formatted(
                view.text(UNFAIR, "cpu.nanosPerVisit"), view.text(FAIR, "cpu.nanosPerVisit"));
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "R. Jain, D. Chiu, W. Hawe: A Quantitative Measure of Fairness (DEC TR-301, 1984)",
            "the index: 1 is even, 1/n is one bore it all"),
        new Source(
            "java.util.concurrent.locks.ReentrantLock",
            "what its fairness promises, and that the untimed tryLock does not keep to it"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom compare --modes reentrant,reentrant-fair --persons 20 --visits 20 --hold"
                + " fixed:1ms --carriers 1 --forks 3",
            "with intervals and tests"));
  }
}
