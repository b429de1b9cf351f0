package io.anteroom.study.plan;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.metric.Metric;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question of capacity: an exact formula decides where there is one, simulated candidates
 * where there is none; theory says where to look. Good for one {@link #plan}; {@link #interrupt}
 * and {@link #progress} may be called by any thread meanwhile.
 */
public final class Planner {
  /** What comes of rooms that can't serve all who come, for a person to read. */
  public static final String GROWS = "the line grows without end";

  /** Where to begin if theory does not know. */
  private static final double GUESSED_LOAD = 0.8;

  private final Question question;
  private final SearchAxis axis;
  private final List<Objective> objectives;
  private final List<Objective> helped;
  private final List<Objective> opposing;
  private final Assessor assessor;
  private final Map<Long, Point> points = new TreeMap<>();
  private volatile String now = "";

  /**
   * @param threads how many replications run at once, at least 1
   * @throws IllegalArgumentException if the scenario can't be simulated; the message says why
   */
  public Planner(Question question, int threads) {
    this.question = question;
    this.axis = SearchAxis.of(question.find(), question.scenario(), question.mostRooms());
    this.objectives = question.parsedObjectives();
    this.helped = question.objectivesHelped(true);
    this.opposing = question.objectivesHelped(false);
    this.assessor = new Assessor(question, threads);
  }

  /** Asks the search to end early and to keep what there is. */
  public void interrupt() {
    assessor.interrupt();
  }

  /** How far it has come, in one line. */
  public String progress() {
    return "judged " + assessor.judged() + " candidates; now " + now;
  }

  /**
   * Searches.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Plan plan() throws InterruptedException {
    Draft draft = new Draft(question);
    try {
      search(draft);
    } catch (StoppableReplications.StoppedException stopped) {
      draft.interrupted("Stopped on request; what there is by then is kept.");
    }
    draft.curve(points.values(), assessor.judged());
    return draft.plan();
  }

  private void search(Draft draft) throws InterruptedException {
    Searcher searcher =
        new Searcher(axis.least(), axis.most(), position -> judge(position, helped));
    switch (searcher.search(guess(axis, helped, question.find()))) {
      case Searcher.NotFound none -> draft.noAnswer(whyNot(none));
      case Searcher.Found found -> {
        Point point = point(found.position());
        if (standings(point, opposing) == Judgement.FAILED) {
          draft.noAnswer(contradiction(found.position()));
          return;
        }
        Long notMet = found.notMet();
        if (notMet == null && question.find() != Find.ROOMS) {
          draft.noAnswer(anything(point));
          return;
        }
        draft.answer(point, axis.at(found.position()), notMet == null ? null : point(notMet));
        surround(found, draft);
      }
    }
  }

  private void surround(Searcher.Found found, Draft draft) throws InterruptedException {
    CurveSampler surroundings = new CurveSampler(question, axis, objectives, assessor);
    points.putAll(surroundings.near(found.position(), points, this::say));
    Map<Long, Point> wide = surroundings.wide(found.position(), points, this::say);
    points.putAll(wide);
    draft.knee(surroundings.knee(points));
    HeadRooms headRooms = new HeadRooms(question, assessor);
    headRooms.of(axis.value(found.position()), draft::headRoom, this::say);
  }

  private void say(String what) {
    now = what;
  }

  /** Where theory has the answer; else where the rooms are well used. */
  static long guess(SearchAxis axis, List<Objective> helped, Find find)
      throws InterruptedException {
    long start = axis.atLoad(GUESSED_LOAD);
    Searcher searcher =
        new Searcher(
            axis.least(),
            axis.most(),
            position -> TheoryFigures.of(axis.at(position)).judge(helped, find));
    long first = Math.clamp(start, axis.least(), axis.most());
    if (TheoryFigures.of(axis.at(first)).judge(helped, find) == Judgement.UNDECIDED) {
      return first;
    }
    return switch (searcher.search(first)) {
      case Searcher.Found(long position, Long notMet) -> position;
      case Searcher.NotFound(long position, boolean hopeless) -> hopeless ? position : first;
    };
  }

  /** What is simulated only where no exact formula decides. */
  private Judgement judge(long position, List<Objective> about) throws InterruptedException {
    Find find = question.find();
    Judgement exact = TheoryFigures.of(axis.at(position)).decide(about, find);
    if (exact != Judgement.UNDECIDED) {
      return exact;
    }
    return judgement(point(position), about, find);
  }

  /** What a simulated candidate says. */
  static Judgement judgement(Point point, List<Objective> about, Find find) {
    boolean hopeless =
        point.nobodyWaited()
            && about.stream()
                .anyMatch(
                    one ->
                        one.onlyWaitsHelp(find) && standing(point, one).verdict() != Judgement.MET);
    return hopeless ? Judgement.HOPELESS : standings(point, about);
  }

  private Point point(long position) throws InterruptedException {
    Point known = points.get(position);
    if (known == null) {
      Scenario scenario = axis.at(position);
      now = PlanWords.of(question.find(), axis.value(position));
      known = assessor.assess(axis.value(position), scenario, objectives, true);
      points.put(position, known);
    }
    return known;
  }

  private static Judgement standings(Point point, List<Objective> about) {
    return Judgement.together(
        about.stream().map(objective -> standing(point, objective).verdict()));
  }

  private static Standing standing(Point point, Objective objective) {
    return point.standings().stream()
        .filter(one -> one.objective().equals(objective.toString()))
        .findFirst()
        .orElseThrow();
  }

  /** Why even the easiest candidate does not do. */
  private String whyNot(Searcher.NotFound none) throws InterruptedException {
    Point point = point(none.position());
    Objective failing =
        helped.stream()
            .filter(one -> standing(point, one).verdict() != Judgement.MET)
            .findFirst()
            .orElseThrow();
    Standing standing = standing(point, failing);
    String known = figure(failing, standing);
    String there = PlanWords.of(question.find(), point.value());
    String no = "no " + PlanWords.kind(question.find());
    boolean open = standing.verdict() == Judgement.UNDECIDED;
    if (asMuchAsComes(none.position(), failing)) {
      return no + " meets " + failing + ": no more than " + known + " come";
    }
    if (none.hopeless()) {
      return no
          + " meets "
          + failing
          + ": with "
          + there
          + " nobody waits any more, and "
          + (open ? "it still can't be told: it is " + known : alone(failing, known));
    }
    return no
        + " up to the limit meets "
        + failing
        + ": with "
        + there
        + (point.endless()
            ? " " + GROWS
            : open ? " it can't be told: it is " + known : " it is " + known);
  }

  private boolean asMuchAsComes(long position, Objective failing) {
    return TheoryFigures.of(axis.at(position)).asMuchAsComes(failing, question.find());
  }

  /** That even the hardest candidate does. */
  private String anything(Point point) {
    Objective first = helped.getFirst();
    return "any "
        + PlanWords.kind(question.find())
        + " meets "
        + String.join(" and ", helped.stream().map(Objective::toString).toList())
        + ": even with "
        + PlanWords.of(question.find(), point.value())
        + " "
        + first.metricName()
        + " is "
        + figure(first, standing(point, first));
  }

  private static String alone(Objective objective, String figure) {
    Metric metric = objective.metric();
    return metric.of(DurationKind.RESPONSE) || metric.of(DurationKind.HOLD)
        ? "the hold alone has a " + metric.statistic() + " of " + figure
        : "it is " + figure;
  }

  private static String figure(Objective objective, Standing standing) {
    Estimate simulated = standing.simulated();
    Double theory = standing.theory();
    boolean exact = standing.basis() != Basis.SIMULATION;
    if (simulated != null && !exact) {
      return objective.metric().unit().text(simulated.mean(), 3);
    }
    if (theory != null) {
      return objective.text(theory);
    }
    return exact ? "without bound" : "unknown: too few visits decide about it";
  }

  /** Which objectives exclude each other. */
  private String contradiction(long position) throws InterruptedException {
    Point point = point(position);
    Objective failing =
        opposing.stream()
            .filter(one -> standing(point, one).verdict() == Judgement.FAILED)
            .findFirst()
            .orElseThrow();
    String needs = String.join(" and ", helped.stream().map(Objective::toString).toList());
    return "the objectives contradict each other: "
        + needs
        + (helped.size() == 1 ? " takes " : " take ")
        + PlanWords.bound(question.find(), point.value())
        + ", but there "
        + failing
        + " fails: it is "
        + figure(failing, standing(point, failing))
        + most(failing, position);
  }

  private Judgement verdict(long position, Objective failing) throws InterruptedException {
    Judgement judgement = judge(position, List.of(failing));
    return judgement == Judgement.HOPELESS ? Judgement.FAILED : judgement;
  }

  /** The easiest candidate that an opposing objective allows. */
  private String most(Objective failing, long position) throws InterruptedException {
    Searcher backwards =
        new Searcher(-position, -axis.least(), mirrored -> verdict(-mirrored, failing));
    @Nullable BigDecimal most =
        switch (backwards.search(-position)) {
          case Searcher.Found(long mirrored, Long notMet) -> axis.value(-mirrored);
          case Searcher.NotFound none -> null;
        };
    return most == null
        ? ", as with any other"
        : "; that takes " + PlanWords.opposite(question.find(), most);
  }
}
