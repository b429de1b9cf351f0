package io.anteroom.teach;

import java.util.List;

/** Who sends the load decides what is measured. */
final class OpenAndClosedLesson implements Lesson {
  private static final String CLOSED = "closed";
  private static final String OPEN = "open";
  private static final String CLOSED_REAL = "closed, real";
  private static final String OPEN_REAL = "open, real";
  private static final String HOLD = "hold=hyperexponential:2ms,cv=5 ";
  private static final String CLOSED_LOAD =
      "rooms=1 persons=1 arrivals=closed think=exponential:8ms " + HOLD;
  private static final String OPEN_LOAD = "rooms=1 arrivals=poisson:100/s " + HOLD;
  private static final String LENGTH = "mode=semaphore-fair visits=5000 replications=10";

  /** With this seed two seconds have some of the rare long holds; with many they have none. */
  private static final String REAL = "mode=semaphore-fair duration=2s carriers=2 jfr=off seed=2";

  @Override
  public Subject subject() {
    return new Subject(
        "12",
        "Open against closed arrivals: coordinated omission",
        "A room is held for 2 ms on average, now and then for much longer. One load generator sends"
            + " a visit, waits for its end, thinks for 8 ms and sends the next one: about 100 a"
            + " second. Another one sends 100 a second whether or not the earlier ones are done."
            + " What wait do they report at p99?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Simulated(CLOSED, CLOSED_LOAD + LENGTH),
        new LessonStep.Simulated(OPEN, OPEN_LOAD + LENGTH),
        LessonStep.Real.of(CLOSED_REAL, CLOSED_LOAD + REAL),
        LessonStep.Real.of(OPEN_REAL, OPEN_LOAD + REAL));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("throughput", "throughput"),
        Column.of("used", "utilisation"),
        Column.of("mean wait", "wait.mean"),
        Column.of("p99", "wait.p99"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the open throughput over the closed one:",
            view -> view.figure(OPEN, "throughput") / view.figure(CLOSED, "throughput"),
            Band.between(0.95, 1.05),
            Band.between(0.9, 1.1),
            "both are made to send about as much"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the closed wait, in holds:",
            view -> view.ratio(CLOSED, "wait.mean", "hold.mean"),
            Band.exactly(0),
            Band.atMost(0.01),
            "the only person is never in its own way"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the open wait, in holds:",
            view -> view.ratio(OPEN, "wait.mean", "hold.mean"),
            Band.between(2, 6),
            Band.between(1, 12),
            "Pollaczek and Khinchine: 0.2 / 0.8 x (1 + 25) / 2 is 3.25"),
        Claim.ofNumber(
            JdkRange.ANY,
            "for real, the open mean wait over the closed one:",
            view -> view.figure(OPEN_REAL, "wait.mean") / view.figure(CLOSED_REAL, "wait.mean"),
            Band.atLeast(1.5),
            Band.atLeast(0.5),
            "the closed load stops coming while the room is slow"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    String simulated =
        "Simulated, both sent %s and %s visits through the same room. The closed load reports a p99"
                .formatted(view.text(CLOSED, "throughput"), view.text(OPEN, "throughput"))
            + " of %s, the open one %s. "
                .formatted(view.text(CLOSED, "wait.p99"), view.text(OPEN, "wait.p99"))
            + (view.figure(OPEN, "wait.p99") > view.figure(CLOSED, "wait.p99")
                ? "While a long hold lasts, the closed generator sends nothing: the visits that"
                    + " would have waited are never made, and so never measured. That is"
                    + " coordinated"
                    + " omission. Users who come on their own wait as the open load does: %s on"
                        .formatted(view.text(OPEN, "wait.mean"))
                    + " average, by theory %s."
                        .formatted(view.text(OPEN, Figures.THEORY + "wait.mean"))
                : "That is no difference: the holds of this run were short throughout.");
    return seen.told(
        simulated,
        one ->
            "%s, in two seconds of real time, the closed load waited %s on average and the"
                    .formatted(one.place(), one.text(CLOSED_REAL, "wait.mean"))
                + " open one %s; what the closed load waits is the time to wake up."
                    .formatted(one.text(OPEN_REAL, "wait.mean")));
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "B. Schroeder, A. Wierman, M. Harchol-Balter: Open Versus Closed: A Cautionary Tale"
                + " (NSDI, 2006)",
            "how far the two models differ, and which one a system is"),
        new Source(
            "Gil Tene: How NOT to Measure Latency (talk)",
            "where coordinated omission has its name"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom simulate --rooms 1 --persons 10 --arrivals closed --think exponential:98ms"
                + " --hold hyperexponential:2ms,cv=5 --mode semaphore-fair --visits 500",
            "ten persons, the same throughput: half way between"));
  }
}
