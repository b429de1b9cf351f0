package io.anteroom.teach;

import java.util.List;

/** The second scene of the notebook: one room and a lock. */
final class MutexScene implements Lesson {
  private static final String SCENE = "a lock";

  @Override
  public Subject subject() {
    return new Subject(
        "0.2",
        "Mutual exclusion",
        "Now there is one room and a lock, and each of the two persons stays for a second. How"
            + " long does the second one wait, and how often are both inside?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(LessonStep.Real.of(SCENE, "scene-2-mutex hold=fixed:1s jfr=off"));
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
            "the second person waited, in holds,",
            view -> view.ratio(SCENE, "wait.max", "hold.mean"),
            Band.between(0.9, 1.4),
            Band.between(0.6, 2),
            "the lock is free when the first has left, and not before"),
        Claim.ofNumber(
            JdkRange.ANY,
            "entries into an occupied room:",
            view -> view.figure(SCENE, "violations"),
            Band.exactly(0),
            Band.exactly(0),
            "that is what a lock is for"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                "%s the second person waited %s for a hold of %s, and %s"
                    .formatted(
                        view.place(),
                        view.text(SCENE, "wait.max"),
                        view.text(SCENE, "hold.mean"),
                        view.figure(SCENE, "violations") == 0
                            ? "the visits never overlapped: whoever came first, the other waited."
                            : "they overlapped all the same: the lock did not work."))
        .toList();
  }

  @Override
  public List<Source> sources() {
    return List.of(Reading.MUTEX);
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command("anteroom run --transcript scene-2-mutex", "as the notebook has it: 5 s"),
        new Command(
            "anteroom run scene-2-mutex --scale 100 --hold fixed:10ms", "with 100 persons"));
  }
}
