package io.anteroom.teach;

import java.util.List;

/** Object.wait holds a carrier on old JDKs, and is compensated up to a bound. */
final class ObjectWaitLesson implements Lesson {
  private static final String FEW = "20 persons";
  private static final String MANY = "80, pool of 32";
  private static final int PERSONS = 20;
  private static final String SETTINGS = "rooms=2 mode=monitor-wait hold=fixed:20ms carriers=2";

  @Override
  public Subject subject() {
    return new Subject(
        "7",
        "Object.wait and compensation",
        "Persons wait for a room in Object.wait. On JDK 21 each of them holds a carrier there, and"
            + " there are two carriers. Can twenty persons get through all the same? And eighty, if"
            + " the pool of carriers may not grow beyond 32?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(FEW, "persons=20 " + SETTINGS),
        new LessonStep.Real(
            MANY,
            "persons=80 " + SETTINGS + " stuck-after=2s jfr=off",
            List.of("-Djdk.virtualThreadScheduler.maxPoolSize=32")));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("took", Figures.WINDOW),
        Column.of("completed", Figures.COMPLETED),
        Column.of("carrier holds", "pinning.count"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "of twenty persons had a room:",
            view -> view.figure(FEW, Figures.COMPLETED),
            Band.exactly(20),
            Band.exactly(20),
            "where a wait holds its carrier, the JDK adds one"),
        Claim.ofNumber(
            JdkRange.BEFORE_24,
            "carriers held, per person:",
            ObjectWaitLesson::heldAPerson,
            Band.atLeast(0.5),
            Band.atLeast(0.2),
            "a monitor wait does not unmount"),
        Claim.ofNumber(
            JdkRange.FROM_24,
            "carriers held, per person:",
            ObjectWaitLesson::heldAPerson,
            Band.atMost(0.3),
            Band.atMost(0.6),
            "a monitor wait unmounts (JEP 491)"),
        Claim.ofNumber(
            JdkRange.BEFORE_24,
            "with eighty persons and at most 32 carriers, stuck (1) or not (0):",
            view -> view.stuck(MANY),
            Band.exactly(1),
            Band.exactly(0),
            "when the pool can't grow any more, who leaves a room finds no carrier to wake up on"),
        Claim.ofNumber(
            JdkRange.FROM_24,
            "with eighty persons and at most 32 carriers, stuck (1) or not (0):",
            view -> view.stuck(MANY),
            Band.exactly(0),
            Band.exactly(0),
            "no carrier is held, so none has to be added"));
  }

  private static double heldAPerson(View view) {
    return view.figure(FEW, "pinning.count") / PERSONS;
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream().map(ObjectWaitLesson::explained).toList();
  }

  private static String explained(View view) {
    boolean held = heldAPerson(view) >= 0.4;
    String few =
        "%s all but two of twenty persons had to wait; %s got their room, after %s, and carriers"
                .formatted(
                    view.place(), view.text(FEW, Figures.COMPLETED), view.text(FEW, Figures.WINDOW))
            + " were held %s. ".formatted(LessonNumbers.times(view.figure(FEW, "pinning.count")));
    String why =
        held
            ? "Waiting holds carriers there, more than the two that were asked for: the JDK adds"
                + " one for each wait in Object.wait, up to maxPoolSize (256 unless it is set). "
            : "Waiting holds none." + view.pins(FEW) + " ";
    return few
        + why
        + (view.stuck(MANY) == 1
            ? "Eighty persons with a bound of 32 got stuck: all carriers waited, and the sleepers"
                + " in the rooms could not wake up to notify them. A bound of 256 only takes more"
                + " persons."
            : "Eighty persons with a bound of 32 got through, in "
                + view.text(MANY, Figures.WINDOW)
                + ".");
  }

  @Override
  public List<Source> sources() {
    return List.of(
        Reading.WITHOUT_PINNING,
        new Source(
            "java.lang.Thread, \"Virtual threads\"",
            "the properties of the scheduler, maxPoolSize"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom run --persons 400 --rooms 2 --mode monitor-wait --hold fixed:10ms --carriers"
                + " 2 --stuck-after 2s",
            "the same with the usual bound of 256"));
  }
}
