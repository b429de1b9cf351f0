package io.anteroom.teach;

import java.util.List;

/** Pinning harms those who have nothing to do with it. */
final class CanaryLesson implements Lesson {
  private static final String MONITOR = "synchronized";
  private static final String LOCK = "reentrant";
  private static final String SETTINGS =
      "persons=8 rooms=8 visits=2 hold=fixed:200ms carriers=2 jfr=off mode=";

  @Override
  public Subject subject() {
    return new Subject(
        "5",
        "The canary: pinning harms strangers",
        "Eight persons sleep in eight rooms, two carriers run them. The canary is a virtual thread"
            + " that wants no room: it only wakes up a hundred times a second. How late is it while"
            + " the persons sleep in monitors, and while they sleep under locks?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(MONITOR, SETTINGS + MONITOR), LessonStep.Real.of(LOCK, SETTINGS + LOCK));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("took", Figures.WINDOW),
        Column.of("canary p50", "canary.p50"),
        Column.of("canary max", "canary.max"));
  }

  @Override
  public List<Claim> claims() {
    String what = "with monitors, the canary's median lateness in holds:";
    return List.of(
        Claim.ofNumber(
            JdkRange.BEFORE_24,
            what,
            view -> view.ratio(MONITOR, "canary.p50", "hold.mean"),
            Band.atLeast(0.75),
            Band.atLeast(0.25),
            "both carriers are held by sleepers, and strangers wait for them too"),
        Claim.ofNumber(
            JdkRange.FROM_24,
            what,
            view -> view.ratio(MONITOR, "canary.p50", "hold.mean"),
            Band.atMost(0.1),
            Band.atMost(0.5),
            "no carrier is held"),
        Claim.ofNumber(
            JdkRange.ANY,
            "with locks, the same:",
            view -> view.ratio(LOCK, "canary.p50", "hold.mean"),
            Band.atMost(0.1),
            Band.atMost(0.5),
            "who sleeps under a ReentrantLock is unmounted"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                "%s half of the canary's wakings were later than %s while the persons slept in"
                        .formatted(view.place(), view.text(MONITOR, "canary.p50"))
                    + " monitors, the latest by %s; under locks that was %s and %s. %s"
                        .formatted(
                            view.text(MONITOR, "canary.max"),
                            view.text(LOCK, "canary.p50"),
                            view.text(LOCK, "canary.max"),
                            view.ratio(MONITOR, "canary.p50", "hold.mean") >= 0.25
                                ? "It shares nothing with the persons but the carriers, and has to"
                                    + " wait until a sleeper gives one back: a library that pins"
                                    + " slows down the whole program."
                                : "Sleepers in monitors do not get in its way."))
        .toList();
  }

  @Override
  public List<Source> sources() {
    return List.of(Reading.WITHOUT_PINNING);
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom run --persons 8 --rooms 8 --visits 2 --hold fixed:200ms --mode synchronized"
                + " --carriers 8",
            "a carrier for each: the canary is on time on every JDK"));
  }
}
