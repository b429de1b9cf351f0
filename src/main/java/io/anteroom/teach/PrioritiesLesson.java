package io.anteroom.teach;

import java.util.List;

/** Some go first: the scenario gold-and-silver. */
final class PrioritiesLesson implements Lesson {
  private static final String SIMULATED = "simulated";
  private static final String REAL = "real";
  private static final String SCENARIO = "gold-and-silver";
  private static final String ALL = "wait.mean";
  private static final String GOLD = "wait.mean{class=gold}";
  private static final String SILVER = "wait.mean{class=silver}";

  /** By theory; the same as in one line for all. */
  private static final String ALL_BY_THEORY = Figures.THEORY + ALL;

  @Override
  public Subject subject() {
    return new Subject(
        "18",
        "Gold and silver: what those who go first cost the others",
        "Ten rooms are taken for nine tenths of the time. One person in ten is gold and goes"
            + " before all silver ones, but sends nobody out of a room. By how much is its wait"
            + " shorter, and how much longer is that of the others?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Simulated(SIMULATED, SCENARIO + " replications=10"),
        LessonStep.Real.of(REAL, SCENARIO + " duration=4s carriers=2 jfr=off"));
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.of("all", ALL), Column.of("gold", GOLD), Column.of("silver", SILVER));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the silver wait over the gold one:",
            view -> view.ratio(SIMULATED, SILVER, GOLD),
            Band.between(7, 14),
            Band.between(4, 25),
            "Kella and Yechiali: one over 1 - 0.9, which is 10"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the wait of all over that in one line:",
            view -> view.ratio(SIMULATED, ALL, ALL_BY_THEORY),
            Band.between(0.85, 1.15),
            Band.between(0.6, 1.6),
            "an order that does not look at the holds leaves the mean wait as it is"),
        Claim.ofNumber(
            JdkRange.ANY,
            "for real, the silver wait over the gold one:",
            view -> view.ratio(REAL, SILVER, GOLD),
            Band.atLeast(1.5),
            Band.atLeast(0.7),
            "mode priority keeps a line in that order"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    String simulated =
        "Gold waited %s and silver %s; all together %s, as in one line for everybody (%s). The order"
                .formatted(
                    view.text(SIMULATED, GOLD),
                    view.text(SIMULATED, SILVER),
                    view.text(SIMULATED, ALL),
                    view.text(SIMULATED, ALL_BY_THEORY))
            + " only moves waiting from some to others: nine silver persons pay for each gold one,"
            + " so each pays little. With half of them gold it would be worth little.";
    return seen.told(
        simulated,
        one ->
            "%s, four seconds long, gold waited %s and silver %s."
                .formatted(one.place(), one.text(REAL, GOLD), one.text(REAL, SILVER)));
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "A. Cobham: Priority Assignment in Waiting Line Problems (Operations Research, 1954)",
            "one room, any holds"),
        new Source(
            "O. Kella, U. Yechiali: Waiting Times in the Non-Preemptive Priority M/M/c Queue"
                + " (Stochastic Models, 1985)",
            "several rooms, exponential holds"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom simulate gold-and-silver --arrivals poisson:199/s",
            "nearly too many: gold still hardly waits"));
  }
}
