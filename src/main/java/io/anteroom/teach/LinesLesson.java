package io.anteroom.teach;

import java.util.List;

/** One shared line against a line for each room. */
final class LinesLesson implements Lesson {
  private static final String ONE = "one line";
  private static final String MANY = "8 lines, at random";
  private static final String SHORTEST = "8 lines, shortest";
  private static final String SETTINGS =
      "rooms=8 arrivals=poisson:340/s hold=exponential:20ms visits=10000 warmup=10%"
          + " replications=10 ";

  @Override
  public Subject subject() {
    return new Subject(
        "13",
        "One line or many",
        "Eight rooms are busy for 85% of the time. In a bank all wait in one line; in a"
            + " supermarket each till has its own. How many times longer do they wait in lines that"
            + " they pick at random? And if they pick the shortest one?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Simulated(ONE, SETTINGS + "mode=semaphore-fair"),
        new LessonStep.Simulated(MANY, SETTINGS + "mode=reentrant-fair choice=random"),
        new LessonStep.Simulated(SHORTEST, SETTINGS + "mode=reentrant-fair choice=shortest"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("mean wait", "wait.mean"),
        Column.of("by theory", Figures.THEORY + "wait.mean"),
        Column.of("p99", "wait.p99"),
        Column.of("used", "utilisation"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the mean wait in one line, over theory's:",
            view -> view.ratio(ONE, "wait.mean", Figures.THEORY + "wait.mean"),
            Band.between(0.8, 1.25),
            Band.between(0.5, 2),
            "it is M/M/8, Erlang C"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the mean wait in eight lines, over theory's:",
            view -> view.ratio(MANY, "wait.mean", Figures.THEORY + "wait.mean"),
            Band.between(0.8, 1.25),
            Band.between(0.5, 2),
            "it is eight times M/M/1"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "eight lines' mean wait over one line's:",
            LinesLesson::manyOverOne,
            Band.between(8, 16),
            Band.between(3, 40),
            "persons wait behind others while another room is free"),
        Claim.ofNumber(
            JdkRange.SIMULATED,
            "the shortest line's mean wait over one line's:",
            view -> view.figure(SHORTEST, "wait.mean") / view.figure(ONE, "wait.mean"),
            Band.between(1, 3),
            Band.between(0.9, 8),
            "to look before one joins does nearly as well"));
  }

  private static double manyOverOne(View view) {
    return view.figure(MANY, "wait.mean") / view.figure(ONE, "wait.mean");
  }

  @Override
  public List<String> explanation(Seen seen) {
    View view = seen.simulated();
    return List.of(
        "In one line they waited %s on average (by theory %s), in lines picked at random %s (%s),"
                .formatted(
                    view.text(ONE, "wait.mean"),
                    view.text(ONE, Figures.THEORY + "wait.mean"),
                    view.text(MANY, "wait.mean"),
                    view.text(MANY, Figures.THEORY + "wait.mean"))
            + " %s times as long, with the same rooms, used %s of the time. "
                .formatted(LessonNumbers.text(manyOverOne(view)), view.text(ONE, "utilisation"))
            + (manyOverOne(view) > 2
                ? "A room that is free helps only those in its own line."
                : "That is little: the rooms were hardly used."),
        "Who joins the shortest line waited %s; no closed formula is known for that. Every lock per"
                .formatted(view.text(SHORTEST, "wait.mean"))
            + " room is a line of its own: compare locks on the same kind of line, or you compare"
            + " queues instead of locks.");
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source("L. Kleinrock: Queueing Systems, Volume 1 (1975)", "M/M/c, and M/M/1"),
        new Source(
            "M. Mitzenmacher: The Power of Two Choices in Randomized Load Balancing (2001)",
            "how much a look at two lines helps already"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom compare --clock simulated --mode reentrant-fair --vary"
                + " 'line=shared,per-room' --rooms 8 --arrivals poisson:340/s --hold"
                + " exponential:20ms --visits 10000",
            "the two kinds of line with intervals"));
  }
}
