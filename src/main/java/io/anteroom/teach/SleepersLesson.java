package io.anteroom.teach;

import java.util.List;

/** Virtual threads that sleep need no carrier. */
final class SleepersLesson implements Lesson {
  private static final String RUN = "10,000 sleepers";
  private static final int PERSONS = 10_000;
  private static final int CARRIERS = 2;

  @Override
  public Subject subject() {
    return new Subject(
        "1",
        "Ten thousand sleepers, no lock",
        "Ten thousand persons sleep for half a second each, and there are two carriers to run"
            + " them. One after the other that would be 42 minutes of sleep a carrier. How long"
            + " does it take?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(
            RUN,
            "persons=10000 rooms=10000 mode=none hold=fixed:500ms carriers=%d jfr=off"
                .formatted(CARRIERS)));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("took", Figures.WINDOW),
        Column.rounds(),
        Column.of("CPU a person", "cpu.nanosPerVisit"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "sleepers at a time for each carrier:",
            SleepersLesson::sleepersACarrier,
            Band.atLeast(500),
            Band.atLeast(10),
            "a virtual thread that sleeps is unmounted, and its carrier runs another one"));
  }

  /** Sleep in all, over the carriers' time. */
  private static double sleepersACarrier(View view) {
    return PERSONS / view.rounds(RUN) / CARRIERS;
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                "%s all were done after %s: %s holds, so that each carrier had %s sleepers at a"
                        .formatted(
                            view.place(),
                            view.text(RUN, Figures.WINDOW),
                            LessonNumbers.text(view.rounds(RUN)),
                            LessonNumbers.text(sleepersACarrier(view)))
                    + " time, at %s of processor time a person. %s"
                        .formatted(
                            view.text(RUN, "cpu.nanosPerVisit"),
                            sleepersACarrier(view) >= 500
                                ? "Sleeping costs a virtual thread some memory and no carrier."
                                : "That is far fewer than there were: the machine was too busy to"
                                    + " start them, or something held the carriers."))
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
            "anteroom run --persons 100000 --rooms 100000 --mode none --hold fixed:500ms",
            "ten times as many"));
  }
}
