package io.anteroom.teach;

import java.util.List;

/** Two rooms of one pool at once: the scenario two-connections. */
final class DeadlockLesson implements Lesson {
  private static final String FOUR = "4 persons";
  private static final String THREE = "3 persons";
  private static final String FOUR_REAL = "4 persons, real";
  private static final String THREE_REAL = "3 persons, real";
  private static final String SCENARIO = "two-connections";

  @Override
  public Subject subject() {
    return new Subject(
        "17",
        "Two connections at once: the pool that locks itself",
        "A person takes a connection, then a second one while it holds the first, and gives both"
            + " back. Four persons share four connections. Can this go well for long? And with"
            + " three persons?");
  }

  @Override
  public List<LessonStep> steps() {
    String real = " visits=100 think=fixed:0s carriers=2 jfr=off";
    return List.of(
        new LessonStep.Simulated(FOUR, SCENARIO + " replications=5"),
        new LessonStep.Simulated(THREE, SCENARIO + " persons=3 replications=5"),
        LessonStep.Real.of(FOUR_REAL, SCENARIO + real),
        LessonStep.Real.of(THREE_REAL, SCENARIO + " persons=3" + real));
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.of("took", Figures.WINDOW), Column.of("completed", Figures.COMPLETED));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "stuck with four persons (1: yes):",
            view -> view.stuck(FOUR),
            Band.exactly(1),
            Band.exactly(1),
            "once each of them holds one, all of them wait for a second one"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "stuck with three persons (1: yes):",
            view -> view.stuck(THREE),
            Band.exactly(0),
            Band.exactly(0),
            "3 x (2 - 1) + 1 = 4 connections leave one for whoever needs a second one"),
        Claim.ofNumber(
            JdkRange.ANY,
            "for real, stuck with four persons (1: yes):",
            view -> view.stuck(FOUR_REAL),
            Band.exactly(1),
            Band.between(0, 1),
            "in a hundred visits each, chance brings it about"),
        Claim.ofNumber(
            JdkRange.ANY,
            "for real, stuck with three persons (1: yes):",
            view -> view.stuck(THREE_REAL),
            Band.exactly(0),
            Band.exactly(0),
            "no order of events can lock them"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    String simulated =
        "In simulated time the four got stuck after %s. Nobody makes a mistake, and nothing happens"
                .formatted(view.text(FOUR, Figures.WINDOW))
            + " while there is luck: it takes the moment at which each of them has its first"
            + " connection and nobody has two. With n connections held at once and p persons,"
            + " p x (n - 1) + 1 of them are enough, five here. Three persons with four got through,"
            + " for the same reason.";
    return seen.told(simulated, DeadlockLesson::real);
  }

  private static String real(View view) {
    String four =
        view.stuck(FOUR_REAL) == 1
            ? "the four persons got stuck after %s and %s visits"
                .formatted(
                    view.text(FOUR_REAL, Figures.WINDOW), view.text(FOUR_REAL, Figures.COMPLETED))
            : "the four persons were lucky this time";
    return "%s %s. A pool with a timeout ends such a deadlock and hides it: some give up."
        .formatted(view.place(), four);
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "E. G. Coffman, M. J. Elphick, A. Shoshani: System Deadlocks (Computing Surveys, 1971)",
            "the four conditions, and how to break one of them"),
        new Source(
            "HikariCP: About Pool Sizing (wiki)",
            "the size that is enough, under \"pool-locking\""));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom run two-connections", "the cycle: who holds what and waits for what"));
  }
}
