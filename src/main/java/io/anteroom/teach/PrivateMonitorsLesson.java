package io.anteroom.teach;

import java.util.List;

/** Pinning without contention. */
final class PrivateMonitorsLesson implements Lesson {
  private static final String RUN = "synchronized";
  private static final int PERSONS = 20;

  @Override
  public Subject subject() {
    return new Subject(
        "3",
        "Private monitors: pinning without contention",
        "Twenty persons, twenty rooms, and each room has its own monitor that nobody else wants."
            + " Everyone sleeps in there for 100 ms. There are four carriers. How long does it"
            + " take, on JDK 21 and on JDK 25?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(
            RUN, "persons=20 rooms=20 mode=synchronized hold=fixed:100ms carriers=4"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("took", Figures.WINDOW),
        Column.rounds(),
        Column.of("pins", "pinning.count"),
        Column.of("carriers held", "pinning.carrierShare"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.BEFORE_24,
            "the run lasted, in holds,",
            view -> view.rounds(RUN),
            Band.between(4, 9),
            Band.atLeast(3),
            "who sleeps in a monitor holds its carrier, so twenty take five turns of four"),
        Claim.ofNumber(
            JdkRange.BEFORE_24,
            "pins a person:",
            PrivateMonitorsLesson::pinsAPerson,
            Band.between(1, 2),
            Band.atLeast(0.5),
            "every sleep in a monitor is one"),
        Claim.ofNumber(
            JdkRange.FROM_24,
            "the run lasted, in holds,",
            view -> view.rounds(RUN),
            Band.between(1, 3),
            Band.atMost(3.9),
            "monitors let go of the carrier (JEP 491), so all sleep at once"),
        Claim.ofNumber(
            JdkRange.FROM_24,
            "pins a person:",
            PrivateMonitorsLesson::pinsAPerson,
            Band.atMost(0.5),
            Band.atMost(0.9),
            "a monitor pins no more (JEP 491); classes that load late may"));
  }

  private static double pinsAPerson(View view) {
    return view.figure(RUN, "pinning.count") / PERSONS;
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream().map(PrivateMonitorsLesson::explained).toList();
  }

  private static String explained(View view) {
    String figures =
        "%s it took %s, as long as %s holds, and carriers were held %s, for %s of their time. "
            .formatted(
                view.place(),
                view.text(RUN, Figures.WINDOW),
                LessonNumbers.text(view.rounds(RUN)),
                LessonNumbers.times(view.figure(RUN, "pinning.count")),
                view.text(RUN, "pinning.carrierShare"));
    return figures
        + (pinsAPerson(view) >= 0.5
            ? "Nobody contends for anything, yet most wait: for a carrier. Of twenty rooms only as"
                + " many are of use as there are carriers: 20 / 4 is five turns."
            : "All slept at once: a monitor does not hold the carrier of the thread that is in"
                + " it."
                + view.pins(RUN));
  }

  @Override
  public List<Source> sources() {
    return List.of(Reading.WITHOUT_PINNING, Reading.VIRTUAL_THREADS);
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom compare --modes synchronized,reentrant --persons 20 --rooms 20 --hold"
                + " fixed:100ms --carriers 4 --forks 2",
            "the same with a ReentrantLock, which never pinned"));
  }
}
