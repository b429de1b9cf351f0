package io.anteroom.teach;

import java.util.List;

/** Waiting for another thread's class initialiser held the carrier until JDK 25. */
final class InitialiserWaitLesson implements Lesson {
  private static final String WAIT = "wait for it";
  private static final String RUN = "run it";
  private static final int PERSONS = 8;
  private static final double HOLD_NANOS = 100e6;
  private static final String SETTINGS =
      "persons=8 rooms=8 hold=fixed:100ms carriers=2 mode=reentrant activity=";
  private static final String PINS = "pinning.count";

  @Override
  public Subject subject() {
    return new Subject(
        "15",
        "A class that somebody else initialises: held until JDK 25",
        "The first use of a class runs its initialiser; whoever else needs the class waits. Eight"
            + " persons with eight rooms and two carriers each wait 100 ms for a class that a"
            + " platform thread initialises; then they run such initialisers themselves. How long"
            + " does it take, on JDK 25 and on JDK 26?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(WAIT, SETTINGS + "class-init-wait"),
        LessonStep.Real.of(RUN, SETTINGS + "class-init"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("took", Figures.WINDOW),
        Column.of("pins", PINS),
        Column.of("carriers held", "pinning.carrierShare"),
        Column.of("canary max", "canary.max"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.UNTIL_25,
            "waiting lasted, in initialisers:",
            view -> turns(view, WAIT),
            Band.between(4, 8),
            Band.atLeast(3),
            "who waits for a class holds its carrier, so eight take four turns of two"),
        Claim.ofNumber(
            JdkRange.FROM_26,
            "waiting lasted, in initialisers:",
            view -> turns(view, WAIT),
            Band.between(1, 2.5),
            Band.atMost(3.9),
            "the wait lets go of the carrier (JDK-8369238), so all wait at once"),
        Claim.ofNumber(
            JdkRange.UNTIL_25,
            "holds a person, waiting:",
            view -> pinsAPerson(view, WAIT),
            Band.between(1, 1.5),
            Band.atLeast(0.5),
            "each wait is one"),
        Claim.ofNumber(
            JdkRange.FROM_26,
            "holds a person, waiting:",
            view -> pinsAPerson(view, WAIT),
            Band.atMost(0.5),
            Band.atMost(0.9),
            "no frame of the JVM is in the way; classes that load late may pin"),
        Claim.ofNumber(
            JdkRange.ANY,
            "running lasted, in initialisers:",
            view -> turns(view, RUN),
            Band.between(4, 8),
            Band.atLeast(3),
            "the JVM's frame that calls an initialiser can't be unmounted"));
  }

  @Override
  public List<JdkRange> sides() {
    return List.of(JdkRange.UNTIL_25, JdkRange.FROM_26);
  }

  /** The drawn hold, since the measured one contains the wait for a carrier. */
  private static double turns(View view, String run) {
    return view.figure(run, Figures.WINDOW) / HOLD_NANOS;
  }

  private static double pinsAPerson(View view, String run) {
    return view.figure(run, PINS) / PERSONS;
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream().map(InitialiserWaitLesson::explained).toList();
  }

  private static String explained(View view) {
    String figures =
        "%s waiting for a class took %s and carriers were held %s; running the initialisers took"
                .formatted(
                    view.place(),
                    view.text(WAIT, Figures.WINDOW),
                    LessonNumbers.times(view.figure(WAIT, PINS)))
            + " %s and carriers were held %s. "
                .formatted(
                    view.text(RUN, Figures.WINDOW), LessonNumbers.times(view.figure(RUN, PINS)));
    return figures
        + (pinsAPerson(view, WAIT) >= 0.5
            ? "Both hold the carrier there. A slow initialiser, such as that of a driver or a"
                + " logger, then stops every virtual thread: those who need the class hold all"
                + " carriers, and if the initialiser needs a virtual thread to go on, for ever."
                + " Use such classes once before the load comes."
            : "To wait for a class costs no carrier any more; to run its initialiser still does."
                + " Where reflection (Class.forName) or compiled code asks for the class, waiting"
                + " still holds it, too.");
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "JDK-8369238 (JDK 26)",
            "virtual threads let go of the carrier while they wait for a class initialiser"),
        Reading.WITHOUT_PINNING,
        new Source(
            "Java Virtual Machine Specification, 5.5 Initialization",
            "who runs an initialiser, and who waits"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom compare --jdks 21,25,27 --vary activity=sleep,class-init-wait,class-init"
                + " --mode synchronized --persons 8 --rooms 8 --hold fixed:100ms --carriers 2",
            "what pins on which JDK, in one table"));
  }
}
