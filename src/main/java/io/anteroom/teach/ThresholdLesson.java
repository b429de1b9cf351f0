package io.anteroom.teach;

import io.anteroom.result.metric.Unit;
import java.util.List;

/** What the flight recorder's threshold hides. */
final class ThresholdLesson implements Lesson {
  private static final String ALL = "threshold 0 ms";
  private static final String DEFAULT = "the JDK's default";
  private static final String SETTINGS =
      "persons=20 rooms=20 visits=10 mode=reentrant hold=fixed:4ms activity=class-init carriers=2"
          + " jfr=";

  @Override
  public Subject subject() {
    return new Subject(
        "6",
        "The 20 ms threshold: absence of evidence",
        "Every visit runs a class initialiser that sleeps for 4 ms, which pins on every JDK. It"
            + " happens 200 times. How many of these pins does Flight Recorder show with the"
            + " settings that a JDK comes with, and how much carrier time is lost?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(ALL, SETTINGS + "pinning"),
        LessonStep.Real.of(DEFAULT, SETTINGS + "{jdk}/lib/jfr/default.jfc"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("pins seen", "pinning.count"),
        Column.of("carriers held", "pinning.carrierShare"),
        Column.of("canary p50", "canary.p50"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "pins seen with a threshold of 0 ms:",
            view -> view.figure(ALL, "pinning.count"),
            Band.between(190, 260),
            Band.atLeast(100),
            "each of the 200 visits sleeps in a class initialiser, and a sleep pins unless it is"
                + " over before its thread parks"),
        new Claim(
            JdkRange.ANY,
            "of these seen by default:",
            Unit.SHARE,
            ThresholdLesson::shown,
            Band.atMost(0.25),
            Band.atMost(0.75),
            "pins shorter than 20 ms are dropped by default"));
  }

  private static double shown(View view) {
    return view.figure(DEFAULT, "pinning.count") / view.figure(ALL, "pinning.count");
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                "%s %s pins were seen without a threshold; they took %s of the carriers' time. With"
                        .formatted(
                            view.place(),
                            view.text(ALL, "pinning.count"),
                            view.text(ALL, "pinning.carrierShare"))
                    + " the JDK's own settings %s were seen, though the same was run. %s"
                        .formatted(
                            view.text(DEFAULT, "pinning.count"),
                            shown(view) <= 0.25
                                ? "No event is not the same as no pin: with a threshold of 20 ms,"
                                    + " pins of 4 ms are there and do not show. Those that do were"
                                    + " lengthened by the machine."
                                : "That most were seen means that the machine made them longer than"
                                    + " 20 ms: run it again when it is quiet."))
        .toList();
  }

  @Override
  public List<Source> sources() {
    return List.of(
        Reading.FLIGHT_RECORDER,
        new Source(
            "lib/jfr/default.jfc and profile.jfc of any JDK",
            "jdk.VirtualThreadPinned has a threshold of 20 ms in both"));
  }

  @Override
  public List<Command> tries() {
    return List.of();
  }
}
