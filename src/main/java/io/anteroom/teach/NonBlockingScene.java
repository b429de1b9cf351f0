package io.anteroom.teach;

import java.util.List;

/** The fifth scene of the notebook: trying without waiting. */
final class NonBlockingScene implements Lesson {
  private static final String SCENE = "non-blocking";

  @Override
  public Subject subject() {
    return new Subject(
        "0.5",
        "Trying without waiting",
        "The first person stays for a second. The second tries again and again without waiting at"
            + " all. How often is it refused, and what does that cost?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(LessonStep.Real.of(SCENE, "scene-5-non-blocking hold=fixed:1s jfr=off"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("refusals", "refusals"),
        Column.of("max wait", "wait.max"),
        new Column(
            "CPU in all",
            "hold.mean",
            seen ->
                seen.figures().getOrDefault("cpu.nanosPerVisit", Double.NaN)
                    * seen.figures().getOrDefault(Figures.COMPLETED, Double.NaN)));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "refusals:",
            view -> view.figure(SCENE, "refusals"),
            Band.atLeast(20_000),
            Band.atLeast(100),
            "a try takes well below a microsecond, and nothing keeps the loop from the next"),
        Claim.ofNumber(
            JdkRange.ANY,
            "visits completed:",
            view -> view.figure(SCENE, Figures.COMPLETED),
            Band.exactly(2),
            Band.exactly(2),
            "with two carriers the loop has one for itself, and the holder the other"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                ("%s the second person was refused %s times in %s, one try every %s, for %s of"
                        + " processor time in all. %s")
                    .formatted(
                        view.place(),
                        LessonNumbers.text(view.figure(SCENE, "refusals")),
                        view.text(SCENE, "wait.max"),
                        Figures.text("wait.max", view.ratio(SCENE, "wait.max", "refusals")),
                        Figures.text(
                            "cpu.nanosPerVisit",
                            view.figure(SCENE, "cpu.nanosPerVisit")
                                * view.figure(SCENE, Figures.COMPLETED)),
                        view.figure(SCENE, "refusals") >= 20_000
                            ? "The notebook's own output was cut off for being too much. The wait"
                                + " is no shorter for it: a processor was kept busy in vain."
                            : "So few tries for a busy loop: it hardly had a processor."))
        .toList();
  }

  @Override
  public List<Source> sources() {
    return List.of(Reading.VIRTUAL_THREADS);
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom run scene-5-non-blocking --persons 3 --stuck-after 2s",
            "as many spinners as carriers: the holder can't leave (lesson 10)"));
  }
}
