package io.anteroom.teach;

import java.util.List;

/** Three ways to try again, and what becomes of the holder. */
final class SpinsLesson implements Lesson {
  private static final String SPIN = "try-spin";
  private static final String YIELD = "try-yield";
  private static final String PARK = "try-park";
  private static final String STUCK = ", stuck (1) or not (0):";
  private static final String SETTINGS =
      "persons=8 rooms=1 line=per-room hold=fixed:20ms carriers=2 stuck-after=1500ms jfr=off mode=";

  @Override
  public Subject subject() {
    return new Subject(
        "10",
        "Three spins: busy, yield, park",
        "Seven persons call tryLock() in a loop while one sleeps in the room; there are two"
            + " carriers. Between two tries they do nothing, or Thread.yield(), or park for a"
            + " millisecond. In which of these loops does anyone get anywhere, on JDK 21 and on"
            + " JDK 25?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(SPIN, SETTINGS + SPIN),
        LessonStep.Real.of(YIELD, SETTINGS + YIELD),
        LessonStep.Real.of(PARK, SETTINGS + PARK));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("took", Figures.WINDOW),
        Column.of("completed", Figures.COMPLETED),
        Column.of("refusals", "refusals"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "busy loop" + STUCK,
            view -> view.stuck(SPIN),
            Band.exactly(1),
            Band.exactly(0),
            "virtual threads are not time-sliced, and two spinners hold both carriers for ever"),
        Claim.ofNumber(
            JdkRange.BEFORE_24,
            "yield" + STUCK,
            view -> view.stuck(YIELD),
            Band.exactly(0),
            Band.exactly(0),
            "who yields goes to the end of the line of runnable threads, and the holder gets its"
                + " turn"),
        Claim.ofNumber(
            JdkRange.FROM_24,
            "yield" + STUCK,
            view -> view.stuck(YIELD),
            Band.exactly(1),
            Band.exactly(0),
            "there a yielding thread is run again before the one that has woken up (JDK-8373118)"),
        Claim.ofNumber(
            JdkRange.ANY,
            "park" + STUCK,
            view -> view.stuck(PARK),
            Band.exactly(0),
            Band.exactly(0),
            "who parks gives its carrier back"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                view.place()
                    + " "
                    + became(view, SPIN, "the busy loop")
                    + "; "
                    + became(view, YIELD, "yielding")
                    + "; "
                    + became(view, PARK, "parking")
                    + ". "
                    + (view.stuck(YIELD) == 1
                        ? "A yield is a hint, not a promise: to wait, park."
                        : "That yielding went well is luck of the scheduler: it does not on every"
                            + " JDK. To wait, park."))
        .toList();
  }

  private static String became(View view, String run, String name) {
    String refusals = LessonNumbers.text(view.figure(run, "refusals"));
    return view.stuck(run) == 1
        ? "%s got stuck with %s of 8 done, after %s refusals"
            .formatted(name, view.text(run, Figures.COMPLETED), refusals)
        : "%s got all through in %s with %s refusals"
            .formatted(name, view.text(run, Figures.WINDOW), refusals);
  }

  @Override
  public List<Source> sources() {
    return List.of(
        Reading.VIRTUAL_THREADS,
        new Source("JDK-8373118", "Thread.yield of virtual threads, and who runs next"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom run --persons 8 --mode try-spin --hold fixed:20ms --carriers 8",
            "a carrier for each: the spinners do no harm but to the processors"),
        new Command(
            "anteroom run --persons 8 --mode try-backoff --hold fixed:20ms --carriers 2",
            "pauses that grow, with jitter"));
  }
}
