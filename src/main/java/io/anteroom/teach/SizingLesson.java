package io.anteroom.teach;

import io.anteroom.result.metric.Unit;
import java.util.List;

/** How to size a pool, and how to check the answer. */
final class SizingLesson implements Lesson {
  private static final String PLAN = "plan";
  private static final String REAL = "8 rooms, real";
  private static final int RATE = 300;
  private static final double HOLD_SECONDS = 0.02;
  private static final int ROOMS = 8;
  private static final double LIMIT_NANOS = 50e6;
  private static final String P99 = "wait.p99";
  private static final String SETTINGS =
      "arrivals=poisson:300/s hold=exponential:20ms mode=semaphore-fair ";

  @Override
  public Subject subject() {
    return new Subject(
        "14",
        "Sizing a pool: find it, check it with Little and Erlang",
        "300 persons a second each need a connection for 20 ms. By Little's law six connections"
            + " are busy on average. How many does the pool need for a p99 of the wait below"
            + " 50 ms?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Planned(
            PLAN, SETTINGS + "visits=10000 warmup=10% replications=10", P99 + " < 50ms"),
        LessonStep.Real.of(
            REAL, SETTINGS + "rooms=" + ROOMS + " duration=4s warmup=10% carriers=2 jfr=off"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("rooms", PlanStep.ANSWER),
        Column.of("p99 there", PlanStep.THERE + P99),
        Column.of("1 fewer", PlanStep.FEWER + P99),
        Column.of("used", "utilisation"),
        Column.of("p99", P99));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "rooms:",
            view -> view.figure(PLAN, PlanStep.ANSWER),
            Band.exactly(ROOMS),
            Band.between(ROOMS - 1, ROOMS + 1),
            "Erlang C has seven miss the objective, and eight meet it"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the simulated p99 over Erlang's:",
            view -> view.ratio(PLAN, PlanStep.THERE + P99, PlanStep.THERE + Figures.THEORY + P99),
            Band.between(0.85, 1.15),
            Band.between(0.5, 2),
            "the formula is exact for such arrivals and holds"),
        new Claim(
            JdkRange.ANY,
            "for real, the rooms were used for",
            Unit.SHARE,
            view -> view.figure(REAL, "utilisation"),
            Band.between(0.6, 0.98),
            Band.between(0.4, 1),
            "Little's law: 300/s x 20 ms is 6 of 8 rooms"),
        Claim.ofNumber(
            JdkRange.ANY,
            "for real, the p99 over the objective:",
            view -> view.figure(REAL, P99) / LIMIT_NANOS,
            Band.atMost(10),
            Band.atMost(100),
            "4 s of real time scatter, and threads take their time to wake up"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    String found =
        "Little's law, rate times hold, gives the rooms that are busy: %s. With just as many the"
                .formatted(LessonNumbers.text(RATE * HOLD_SECONDS))
            + " line would grow for ever; what is above them is room for chance. The plan found %s:"
                .formatted(view.text(PLAN, PlanStep.ANSWER))
            + " there the simulated p99 is %s (Erlang C: %s), with one fewer %s (%s)."
                .formatted(
                    view.text(PLAN, PlanStep.THERE + P99),
                    view.text(PLAN, PlanStep.THERE + Figures.THEORY + P99),
                    view.text(PLAN, PlanStep.FEWER + P99),
                    view.text(PLAN, PlanStep.FEWER + Figures.THEORY + P99));
    return seen.told(found, SizingLesson::real);
  }

  private static String real(View view) {
    return "%s eight rooms for 4 s had a p99 of %s, and were used %s of the time: %s rooms. %s"
        .formatted(
            view.place(),
            view.text(REAL, P99),
            view.text(REAL, "utilisation"),
            LessonNumbers.text(ROOMS * view.figure(REAL, "utilisation")),
            view.figure(REAL, P99) < LIMIT_NANOS
                ? "The objective was met; one short run does not prove it."
                : "That misses the objective: one short run on a busy machine does not refute the"
                    + " plan, but tells that its margin is thin.");
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "J. D. C. Little: A Proof for the Queuing Formula L = λW (Operations Research, 1961)",
            "persons present are rate times time, whatever the distributions"),
        new Source(
            "A. K. Erlang: Solution of some Problems in the Theory of Probabilities (1917)",
            "the formula for waiting, Erlang C"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom plan --arrivals poisson:300/s --hold exponential:20ms --slo 'wait.p99 < 50ms'"
                + " --verify",
            "the whole plan, with a run for real"),
        new Command(
            "anteroom plan --find rate --rooms 8 --arrivals poisson:300/s --hold exponential:20ms"
                + " --slo 'wait.p99 < 50ms'",
            "how many more persons eight rooms bear"));
  }
}
