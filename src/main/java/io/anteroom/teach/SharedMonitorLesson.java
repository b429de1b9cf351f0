package io.anteroom.teach;

import io.anteroom.result.metric.Unit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One shared monitor serialises on every JDK. */
final class SharedMonitorLesson implements Lesson {
  private static final String MONITOR = "synchronized";
  private static final String LOCK = "reentrant";
  private static final String HELD = "pinning.carrierShare";
  private static final String SETTINGS = "persons=20 rooms=1 hold=fixed:20ms carriers=4 mode=";

  @Override
  public Subject subject() {
    return new Subject(
        "4",
        "One shared monitor: why a famous demo shows no difference",
        "A popular demonstration of pinning has many virtual threads sleep in one and the same"
            + " synchronized block. Twenty persons, one room, 20 ms each, four carriers: how much"
            + " faster is JDK 25 than JDK 21, and a ReentrantLock than the monitor?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(MONITOR, SETTINGS + MONITOR),
        LessonStep.Real.of(LOCK, SETTINGS + LOCK + " jfr=off"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("took", Figures.WINDOW),
        Column.rounds(),
        Column.of("pins", "pinning.count"),
        Column.of("carriers held", HELD));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "with the monitor the run lasted, in holds,",
            view -> view.rounds(MONITOR),
            Band.between(19, 30),
            Band.between(15, 80),
            "one room is entered by one person at a time, however threads wait for it"),
        Claim.ofNumber(
            JdkRange.ANY,
            "the monitor's time over the lock's:",
            SharedMonitorLesson::monitorOverLock,
            Band.between(0.6, 1.6),
            Band.between(0.25, 4),
            "the line is the same, whatever guards the room"),
        new Claim(
            JdkRange.BEFORE_24,
            "the monitor held carriers for a share of their time of",
            Unit.SHARE,
            view -> view.figure(MONITOR, HELD),
            Band.atLeast(0.4),
            Band.atLeast(0.1),
            "they pin all the same, and the time does not tell"),
        new Claim(
            JdkRange.FROM_24,
            "the monitor held carriers for a share of their time of",
            Unit.SHARE,
            view -> view.figure(MONITOR, HELD),
            Band.atMost(0.05),
            Band.atMost(0.2),
            "a monitor pins no more (JEP 491)"));
  }

  private static double monitorOverLock(View view) {
    return view.figure(MONITOR, Figures.WINDOW) / view.figure(LOCK, Figures.WINDOW);
  }

  @Override
  public List<String> explanation(Seen seen) {
    Stream<String> each =
        seen.jdks().stream()
            .map(
                view ->
                    "%s the monitor took %s and the lock %s, %s times as long; with the monitor"
                            .formatted(
                                view.place(),
                                view.text(MONITOR, Figures.WINDOW),
                                view.text(LOCK, Figures.WINDOW),
                                LessonNumbers.text(monitorOverLock(view)))
                        + " carriers were held for %s of their time."
                            .formatted(view.text(MONITOR, HELD)));
    return Stream.concat(each, Stream.of(together(seen))).toList();
  }

  private static String together(Seen seen) {
    boolean serial = seen.jdks().stream().allMatch(view -> view.rounds(MONITOR) >= 19);
    String rounds =
        seen.jdks().stream()
            .map(view -> LessonNumbers.text(view.rounds(MONITOR)))
            .collect(Collectors.joining(" and "));
    return serial
        ? "Twenty visits of one room, one after the other, are twenty holds at the least; it was "
            + rounds
            + ". Nothing but the room limits them, so the time can't show who held a carrier: such"
            + " a demonstration proves nothing about pinning. Lesson 3 gives each a monitor of its"
            + " own."
        : "It was "
            + rounds
            + " holds, where twenty visits of one room can't take less than twenty: look at the"
            + " violations.";
  }

  @Override
  public List<Source> sources() {
    return List.of(Reading.WITHOUT_PINNING);
  }

  @Override
  public List<Command> tries() {
    return List.of(new Command("anteroom lesson 3", "the demonstration that does show it"));
  }
}
