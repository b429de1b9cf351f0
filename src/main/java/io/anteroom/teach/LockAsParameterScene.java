package io.anteroom.teach;

import java.util.List;

/** The third scene of the notebook: the lock is handed over. */
final class LockAsParameterScene implements Lesson {
  private static final String SAME = "the same lock";
  private static final String NONE = "no common lock";

  @Override
  public Subject subject() {
    return new Subject(
        "0.3",
        "The lock as a parameter",
        "The lock is handed to the persons instead of being global. Does it still work? And if"
            + " they are not given the same one?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(SAME, "scene-3-lock-as-parameter hold=fixed:1s jfr=off"),
        LessonStep.Real.of(NONE, "persons=2 rooms=1 mode=none hold=fixed:1s carriers=2 jfr=off"));
  }

  @Override
  public List<Column> columns() {
    return Column.ofScene();
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "with the same lock, entries into an occupied room:",
            view -> view.figure(SAME, "violations"),
            Band.exactly(0),
            Band.exactly(0),
            "all that matters is that both are given the same lock"),
        Claim.ofNumber(
            JdkRange.ANY,
            "without a common lock, entries into an occupied room:",
            view -> view.figure(NONE, "violations"),
            Band.exactly(1),
            Band.exactly(0),
            "nothing keeps the second person out"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                "%s, with the same lock, the second person waited %s and entered an occupied room"
                        .formatted(view.place(), view.text(SAME, "wait.max"))
                    + " %s times; without a common lock the longest wait was %s, and an occupied"
                        .formatted(view.text(SAME, "violations"), view.text(NONE, "wait.max"))
                    + " room was entered %s times. %s"
                        .formatted(
                            view.text(NONE, "violations"),
                            view.figure(NONE, "violations") > 0
                                ? "A lock protects only from those who ask for that very lock."
                                : "They happened not to meet, which proves nothing."))
        .toList();
  }

  @Override
  public List<Source> sources() {
    return List.of(Reading.MUTEX);
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom run --transcript scene-3-lock-as-parameter", "as the notebook has it: 5 s"));
  }
}
