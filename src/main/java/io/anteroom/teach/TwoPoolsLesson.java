package io.anteroom.teach;

import java.util.List;

/** Who waits in one pool holds a room of another: the scenario worker-and-connection. */
final class TwoPoolsLesson implements Lesson {
  private static final String SIMULATED = "simulated";
  private static final String REAL = "real";
  private static final String SCENARIO = "worker-and-connection";
  private static final String FOR_WORKERS = "wait.mean{pool=workers}";
  private static final String FOR_CONNECTIONS = "wait.mean{pool=connections}";
  private static final String WORKERS_USED = "utilisation{pool=workers}";
  private static final String CONNECTIONS_USED = "utilisation{pool=connections}";

  @Override
  public Subject subject() {
    return new Subject(
        "16",
        "A worker, then a connection: which pool is too small",
        "300 requests a second each need one of 40 workers for 25 ms, and meanwhile one of 8"
            + " connections for 22 ms. So 7.5 workers and 6.6 connections are busy. How many"
            + " workers are taken, and for what do the requests wait?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Simulated(SIMULATED, SCENARIO + " replications=5"),
        LessonStep.Real.of(REAL, SCENARIO + " duration=3s carriers=2 jfr=off"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("workers", FOR_WORKERS),
        Column.of("connections", FOR_CONNECTIONS),
        Column.of("w. used", WORKERS_USED),
        Column.of("c. used", CONNECTIONS_USED));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the workers that are taken, over those at work:",
            view -> view.figure(SIMULATED, WORKERS_USED) * 40 / 7.5,
            Band.between(1.15, 2.2),
            Band.between(1.05, 3),
            "whoever waits for a connection keeps its worker"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the wait for a worker over that for a connection:",
            view -> view.ratio(SIMULATED, FOR_WORKERS, FOR_CONNECTIONS),
            Band.atMost(0.1),
            Band.atMost(0.5),
            "the pool that looks busy is not the one that is too small"),
        Claim.ofNumber(
            JdkRange.ANY,
            "for real, the connections' use over the workers':",
            view -> view.ratio(REAL, CONNECTIONS_USED, WORKERS_USED),
            Band.atLeast(1),
            Band.atLeast(0.8),
            "whatever the machine does, the connections are taken for more of the time"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    String simulated =
        "The requests waited %s for a connection and %s for a worker on average. The connections"
                .formatted(view.text(SIMULATED, FOR_CONNECTIONS), view.text(SIMULATED, FOR_WORKERS))
            + " were used %s of the time. The workers were taken %s of the time, %s of 40, though"
                .formatted(
                    view.text(SIMULATED, CONNECTIONS_USED),
                    view.text(SIMULATED, WORKERS_USED),
                    LessonNumbers.text(40 * view.figure(SIMULATED, WORKERS_USED)))
            + " only 7.5 are needed: the others hold a worker while they wait for a connection."
            + " More workers do not help; two more connections do.";
    return seen.told(
        simulated,
        one ->
            "%s, three seconds long, they waited %s for a connection and %s for a worker."
                .formatted(
                    one.place(), one.text(REAL, FOR_CONNECTIONS), one.text(REAL, FOR_WORKERS)));
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "P. J. Denning, J. P. Buzen: The Operational Analysis of Queueing Network Models"
                + " (Computing Surveys, 1978)",
            "the utilisation law and the bottleneck, whatever the distributions"),
        new Source(
            "J. A. Rolia, K. C. Sevcik: The Method of Layers (IEEE Transactions on Software"
                + " Engineering, 1995)",
            "servers that wait for other servers while they are taken"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom plan worker-and-connection --slo 'wait.p99{pool=connections} < 10ms' --slo"
                + " 'response.p99 < 150ms' --cost connections=12,workers=1",
            "the cheapest sizes for two objectives"));
  }
}
