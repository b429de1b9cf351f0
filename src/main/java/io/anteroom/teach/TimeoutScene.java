package io.anteroom.teach;

import java.util.List;

/** The fourth scene of the notebook: trying for half a second at a time. */
final class TimeoutScene implements Lesson {
  private static final String SCENE = "timeout";

  @Override
  public Subject subject() {
    return new Subject(
        "0.4",
        "Locks with a timeout",
        "The first person stays for 5 s. The second tries for half a second at a time. How often"
            + " does it find that \"lock is not free...\"?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(LessonStep.Real.of(SCENE, "scene-4-timeout jfr=off"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("refusals", "refusals"),
        Column.of("max wait", "wait.max"),
        Column.of("hold", "hold.mean"),
        Column.of("violations", "violations"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "refusals:",
            view -> view.figure(SCENE, "refusals"),
            Band.between(8, 10),
            Band.between(6, 11),
            "ten half seconds fit into the hold, and the last of them ends about when it does"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                "%s the second person was refused %s times in %s: once every %s on average. %s"
                    .formatted(
                        view.place(),
                        view.text(SCENE, "refusals"),
                        view.text(SCENE, "wait.max"),
                        Figures.text("wait.max", view.ratio(SCENE, "wait.max", "refusals")),
                        Math.abs(view.figure(SCENE, "refusals") - 9) <= 1
                            ? "The notebook counts nine; whether the tenth try still fails is a"
                                + " matter of milliseconds."
                            : "The notebook counts nine: here the tries or the hold lasted"
                                + " longer than they should have."))
        .toList();
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "java.util.concurrent.locks.Lock.tryLock(long, TimeUnit)",
            "a wait that ends, so that a fault elsewhere is no wait for ever"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command("anteroom run --transcript scene-4-timeout", "with what the persons say"),
        new Command("anteroom run scene-4-timeout --timeout 100ms", "more tries, the same wait"));
  }
}
