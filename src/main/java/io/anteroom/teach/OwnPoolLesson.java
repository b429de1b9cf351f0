package io.anteroom.teach;

import java.util.List;

/** A pool that polls, as one is quickly written, beside one with a line. */
final class OwnPoolLesson implements Lesson {
  private static final String LINE = "a line";
  private static final String POLLING = "polling";
  private static final String LOAD =
      "arrivals=poisson:300/s hold=exponential:20ms rooms=7 duration=30s replications=10 mode=";
  private static final String COMPARED =
      " --arrivals poisson:300/s --hold exponential:20ms --rooms 7 --duration 30s";

  @Override
  public Subject subject() {
    return new Subject(
        "20",
        "A pool of your own: what a missing line costs",
        "Somebody writes a pool of seven connections in twenty lines: whoever finds none free"
            + " sleeps for a moment and looks again. Just as many connections as before, and just"
            + " as busy. What does it do to the longest waits?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Simulated(LINE, LOAD + "semaphore-fair"),
        new LessonStep.Simulated(POLLING, LOAD + "try-park"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("wait p99", "wait.p99"),
        Column.of("mean wait", "wait.mean"),
        Column.of("max wait", "wait.max"),
        Column.of("rooms busy", "utilisation"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "p99 of the wait, polling over a line:",
            view -> view.figure(POLLING, "wait.p99") / view.figure(LINE, "wait.p99"),
            Band.between(1.3, 4),
            Band.between(1.05, 10),
            "whoever comes at the right moment goes before those who have waited long"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the rooms' share of busy time, polling over a line:",
            view -> view.figure(POLLING, "utilisation") / view.figure(LINE, "utilisation"),
            Band.between(0.98, 1.02),
            Band.between(0.9, 1.1),
            "the same work is done in the same rooms"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    return List.of(
        "With a line, one in a hundred waited longer than %s, and nobody longer than %s. With"
                .formatted(view.text(LINE, "wait.p99"), view.text(LINE, "wait.max"))
            + " polling it was %s and %s, while the rooms were busy for %s of the time in both."
                .formatted(
                    view.text(POLLING, "wait.p99"),
                    view.text(POLLING, "wait.max"),
                    view.text(LINE, "utilisation")),
        "A pool without a line has no order: each free connection goes to whoever looks first. The"
            + " mean says little of it; the longest waits do. A line needs no code of your own:"
            + " a fair Semaphore has one.",
        "Hold your own pool against it: a class that implements PoolPlugin or LockPlugin is a mode"
            + " like all others. src/docs/plugins.md has one to copy.");
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "java.util.concurrent.Semaphore",
            "fairness, and barging: what goes before those who wait"),
        new Source("src/docs/plugins.md", "a lock or a pool of your own as a mode"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom compare --modes semaphore-fair,semaphore,try-park" + COMPARED,
            "the same on real threads, and the unfair semaphore beside it"),
        new Command(
            "anteroom compare --plugins plugins --modes semaphore-fair,latest-first" + COMPARED,
            "your own: here the example of src/docs/plugins.md, a stack of persons"));
  }
}
