package io.anteroom.teach;

import java.util.List;
import java.util.Locale;

/** The first scene of the notebook: two rooms, no lock. */
final class NoLockScene implements Lesson {
  private static final String SCENE = "no lock";

  @Override
  public Subject subject() {
    return new Subject(
        "0.1",
        "Two persons, two rooms, no lock",
        "Two persons start at once, and each stays in a room of its own for a second. How long"
            + " does it take until both have left?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(LessonStep.Real.of(SCENE, "scene-1-no-lock hold=fixed:1s jfr=off"));
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
            "both visits together lasted, in holds,",
            view -> view.rounds(SCENE),
            Band.between(1, 1.5),
            Band.between(0.9, 1.95),
            "nothing makes one of them wait for the other"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                String.format(
                    Locale.ROOT,
                    "%s both had left after %s, %s holds. %s",
                    view.place(),
                    view.text(SCENE, Figures.WINDOW),
                    LessonNumbers.text(view.rounds(SCENE)),
                    view.rounds(SCENE) < 1.5
                        ? "The visits overlapped: they ran at the same time, and which of the"
                            + " persons entered or left first is for the scheduler to decide."
                        : "The visits hardly overlapped: something else kept the carriers busy."))
        .toList();
  }

  @Override
  public List<Source> sources() {
    return List.of(Reading.VIRTUAL_THREADS);
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command("anteroom run --transcript scene-1-no-lock", "as the notebook has it: 5 s"));
  }
}
