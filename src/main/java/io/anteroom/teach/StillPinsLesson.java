package io.anteroom.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What pins on every JDK. */
final class StillPinsLesson implements Lesson {
  private static final String RUN = "causes";

  @Override
  public Subject subject() {
    return new Subject(
        "9",
        "What still pins: class initialisers, class loading, native code",
        "JDK 24 freed the monitors. A virtual thread sleeps in a monitor, in a class initialiser,"
            + " in a class loader that the JVM called, and in a function that native code called"
            + " back. Which of these hold the carrier, on which JDK?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Program(
            RUN,
            subject().number(),
            PinCauses.class,
            List.of("-Djdk.virtualThreadScheduler.parallelism=2")));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("plain", PinCauses.PLAIN),
        Column.of("monitor", PinCauses.MONITOR),
        Column.of("class init", PinCauses.INITIALISER),
        Column.of("loading", PinCauses.LOADER),
        Column.of("native", PinCauses.NATIVE));
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.ofNumber(
            JdkRange.ANY,
            "pins of a plain sleep:",
            view -> view.figure(RUN, PinCauses.PLAIN),
            Band.exactly(0),
            Band.exactly(0),
            "nothing is on its stack that could not be unmounted"));
    claims.add(
        Claim.ofNumber(
            JdkRange.BEFORE_24,
            "pins in a monitor:",
            view -> view.figure(RUN, PinCauses.MONITOR),
            Band.atLeast(1),
            Band.atLeast(1),
            "a monitor belongs to the carrier"));
    claims.add(
        Claim.ofNumber(
            JdkRange.FROM_24,
            "pins in a monitor:",
            view -> view.figure(RUN, PinCauses.MONITOR),
            Band.exactly(0),
            Band.exactly(0),
            "a monitor belongs to the virtual thread (JEP 491)"));
    for (String cause : List.of(PinCauses.INITIALISER, PinCauses.LOADER, PinCauses.NATIVE)) {
      claims.add(
          Claim.ofNumber(
              JdkRange.ANY,
              "pins in " + PinCauses.article(cause) + ":",
              view -> view.figure(RUN, cause),
              Band.atLeast(1),
              Band.exactly(0),
              "a frame of the JVM or of native code can't be unmounted"));
    }
    return claims;
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream().map(StillPinsLesson::explained).toList();
  }

  private static String explained(View view) {
    List<String> pinned =
        PinCauses.ALL.stream().filter(cause -> view.figure(RUN, cause) > 0).toList();
    List<String> free =
        PinCauses.ALL.stream().filter(cause -> view.figure(RUN, cause) == 0).toList();
    return "%s these sleeps held the carrier: in %s. These did not: in %s. "
            .formatted(
                view.place(),
                pinned.stream()
                    .map(cause -> PinCauses.article(cause) + reason(view, cause))
                    .collect(Collectors.joining("; ")),
                free.stream().map(PinCauses::article).collect(Collectors.joining("; ")))
        + (view.figure(RUN, PinCauses.MONITOR) > 0
            ? "There synchronized is what pins most programs."
            : "There what is left is rarer, and still worth a look where classes are loaded late.");
  }

  /** From JDK 24 on the event says why. */
  private static String reason(View view, String cause) {
    String reason = view.words(RUN, cause);
    return reason.isEmpty() ? "" : " (\"" + reason + "\")";
  }

  @Override
  public List<Source> sources() {
    return List.of(
        Reading.WITHOUT_PINNING,
        new Source(
            "JDK-8369238 (JDK 26)",
            "waiting for another thread's class initialiser, which lesson 15 is about"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom run --persons 8 --rooms 8 --hold fixed:20ms --activity class-init"
                + " --carriers 2",
            "many of them at once, with the places in the code"),
        new Command(
            "anteroom run --persons 8 --rooms 8 --hold fixed:20ms --activity native --carriers 2",
            "native code that calls back"),
        new Command(
            "anteroom run --persons 8 --rooms 8 --hold fixed:20ms --activity file --carriers 2",
            "files hold carriers too, and no event tells"));
  }
}
