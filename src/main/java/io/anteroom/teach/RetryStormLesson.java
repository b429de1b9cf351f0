package io.anteroom.teach;

import java.util.List;

/** Those who gave up come again: the scenario retry-storm. */
final class RetryStormLesson implements Lesson {
  private static final String STORM = "49 a second";
  private static final String CALM = "45 a second";
  private static final String SCENARIO = "retry-storm";
  private static final String THROUGHPUT = "throughput";
  private static final String GAVE_UP = "abandoned";

  @Override
  public Subject subject() {
    return new Subject(
        "19",
        "A retry storm: the load that failures make",
        "A service can do 50 requests a second, and 49 come. Whoever waits for more than a second"
            + " gives up and comes again, up to ten times. A request uses the servers twice, so"
            + " whoever gives up in the second line has used them for nothing. How many requests"
            + " a second are done? And if 45 come?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Simulated(STORM, SCENARIO + " replications=10"),
        new LessonStep.Simulated(CALM, SCENARIO + " arrivals=poisson:45/s replications=10"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("completed", THROUGHPUT),
        Column.of("gave up", GAVE_UP),
        Column.of("mean wait", "wait.mean"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the share of all tries that gave up, with 49 a second:",
            view -> view.figure(STORM, GAVE_UP),
            Band.atLeast(0.2),
            Band.atLeast(0.01),
            "a line that is too long once is kept so by the retries"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the same with 45 a second:",
            view -> view.figure(CALM, GAVE_UP),
            Band.atMost(0.01),
            Band.atMost(0.2),
            "the servers catch up before many have given up"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "completed with 49 a second over completed with 45:",
            view -> view.figure(STORM, THROUGHPUT) / view.figure(CALM, THROUGHPUT),
            Band.atMost(1.03),
            Band.atMost(1.1),
            "work that is thrown away is missing: more come, and no more are served"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    return List.of(
        "With 49 a second, retries made %s tries of it: %s of them gave up, and %s were completed."
                .formatted(
                    LessonNumbers.text(
                        view.figure(STORM, THROUGHPUT) / (1 - view.figure(STORM, GAVE_UP))),
                    view.text(STORM, GAVE_UP),
                    view.text(STORM, THROUGHPUT))
            + " With 45 a second %s were completed and %s gave up."
                .formatted(view.text(CALM, THROUGHPUT), view.text(CALM, GAVE_UP)),
        "Both loads are below what the servers can do. The difference is what happens after a bad"
            + " moment: retries add to the load that caused them, and the work on requests that"
            + " give up later is lost. The failure outlives its cause, so it is called metastable."
            + " Fewer retries, a longer pause, or giving up before any work was done end it.");
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "N. Bronson, A. Aghayev, A. Charapko, T. Zhu: Metastable Failures in Distributed"
                + " Systems (HotOS, 2021)",
            "why such failures stay when their trigger has gone"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command("anteroom run retry-storm --duration 30s", "the same on real threads"));
  }
}
