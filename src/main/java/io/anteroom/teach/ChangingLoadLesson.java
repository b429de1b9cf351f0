package io.anteroom.teach;

import java.util.List;

/** The same mean rate, steady and with a rush hour. */
final class ChangingLoadLesson implements Lesson {
  private static final String STEADY = "steady";
  private static final String RUSH = "rush hour";
  private static final String SIZED = "rush, 8 rooms";
  private static final String P99 = "wait.p99";
  private static final String LOAD =
      " hold=exponential:20ms mode=semaphore-fair replications=10 arrivals=";
  private static final String STAGES = "stages:100/s*20s,300/s*20s,200/s*20s";

  @Override
  public Subject subject() {
    return new Subject(
        "22",
        "Changing load: why the mean rate says little",
        "Five rooms serve 200 persons a second, 20 ms each, and are busy for four fifths of the"
            + " time: fine. Another day has the same mean rate, but it is 100 a second for twenty"
            + " seconds, then 300, then 200. How long is the wait at p99, compared with the steady"
            + " day? And with eight rooms?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Simulated(STEADY, "rooms=5 duration=60s" + LOAD + "poisson:200/s"),
        new LessonStep.Simulated(RUSH, "rooms=5" + LOAD + STAGES),
        new LessonStep.Simulated(SIZED, "rooms=8" + LOAD + STAGES));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("wait p99", P99),
        Column.of("mean wait", "wait.mean"),
        Column.of("max wait", "wait.max"),
        Column.of("rooms busy", "utilisation"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "p99 of the wait with five rooms, rush hour over steady:",
            view -> view.figure(RUSH, P99) / view.figure(STEADY, P99),
            Band.between(20, 200),
            Band.between(5, 1000),
            "for twenty seconds more come than five rooms can serve, and the line stays for"
                + " longer than that"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "p99 of the wait with eight rooms, in holds:",
            view -> view.ratio(SIZED, P99, "hold.mean"),
            Band.between(0.5, 5),
            Band.between(0.1, 20),
            "eight rooms can serve 400 a second, so the rush hour is no overload"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    return List.of(
        "The p99 was %s on the steady day and %s on the day with the rush hour."
                .formatted(view.text(STEADY, P99), view.text(RUSH, P99))
            + " Five rooms can serve 250 a second. While 300 come, the line grows by 50 each"
            + " second, to a thousand persons, and it takes until the end of the day to serve"
            + " them, though only 200 a second come by then.",
        "With eight rooms it was %s, and the rooms were busy for %s of the time."
                .formatted(view.text(SIZED, P99), view.text(SIZED, "utilisation"))
            + " Rooms are for the busiest time that lasts, not for the mean: utilisation over a"
            + " whole day says nothing about its rush hour.");
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "L. Green, P. Kolesar, W. Whitt: Coping with Time-Varying Demand When Setting Staffing"
                + " Requirements (POM, 2007)",
            "when the rate of a moment is enough to go by, and when not"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom plan --arrivals "
                + STAGES
                + " --hold exponential:20ms --slo 'wait.p99 <"
                + " 50ms'",
            "how many rooms this day needs"),
        new Command(
            "anteroom simulate --arrivals "
                + STAGES
                + " --hold exponential:20ms --rooms"
                + " 5@0s,8@20s,5@40s --mode semaphore-fair",
            "three more rooms for the rush hour only"));
  }
}
