package io.anteroom.study.plan;

import io.anteroom.result.Deadlock;
import io.anteroom.result.FigureText;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest sizes of several pools that meet objectives. First all pools get ample rooms;
 * then each in turn as few as will do while the others have ample ones: if more rooms never make an
 * objective fail, no sizes that meet all are smaller in any pool. From there on sizes are judged in
 * the order of their cost, so the first that meet all are the cheapest. At last each pool of the
 * answer is tried with one room fewer, whatever was taken for granted. Good for one {@link #plan};
 * {@link #interrupt} and {@link #progress} may be called by any thread meanwhile.
 */
public final class SizesPlanner {
  /** So many sizes are judged in the order of cost. */
  private static final int MOST_JUDGED = 300;

  private final SizesQuestion question;
  private final SizesAssessor assessor;
  private final Map<List<Integer>, SizesPoint> points = new LinkedHashMap<>();

  /** Sizes that were judged under the load that was asked about. */
  private final Set<List<Integer>> judged = ConcurrentHashMap.newKeySet();

  private boolean proven = true;
  private volatile String now = "";

  /**
   * @param threads how many replications run at once, at least 1
   */
  public SizesPlanner(SizesQuestion question, int threads) {
    this.question = question;
    this.assessor = new SizesAssessor(question, threads);
  }

  /** Asks the search to end early. */
  public void interrupt() {
    assessor.interrupt();
  }

  /** How far it has come, in one line. */
  public String progress() {
    return "judged " + judged.size() + " sizes; now " + now;
  }

  /**
   * Searches.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public SizesPlan plan() throws InterruptedException {
    try {
      List<Integer> ample = ample();
      if (ample == null) {
        SizesPoint last = points.values().stream().reduce((one, next) -> next).orElseThrow();
        return plan(Plan.NO_ANSWER, SizesWords.whyNot(last, question.kept()), null);
      }
      List<Integer> found = spared(cheapest(floor(ample), ample));
      return plan(Plan.ANSWERED, promise(), answer(found));
    } catch (StoppableReplications.StoppedException stopped) {
      return plan(Plan.INTERRUPTED, "Stopped on request, before the answer was known.", null);
    }
  }

  private SizesPlan plan(String outcome, String explanation, SizesPlan.@Nullable Answer answer) {
    Scenario scenario =
        answer == null
            ? question.scenario()
            : question.at(List.copyOf(answer.point().sizes().values()));
    return new SizesPlan(
        SizesPlan.SCHEMA,
        outcome,
        explanation,
        question.slos(),
        ScenarioText.settings(scenario),
        answer,
        new SizesPlan.Search(
            judged.size(),
            proven,
            exceptions(answer, scenario),
            question.given(),
            question.pools().stream().filter(question.kept()::contains).toList()),
        null);
  }

  private boolean met(List<Integer> sizes) throws InterruptedException {
    return point(sizes).verdict() == Judgement.MET;
  }

  private SizesPoint point(List<Integer> sizes) throws InterruptedException {
    SizesPoint known = points.get(sizes);
    if (known == null) {
      known = judge(sizes, false);
      points.put(sizes, known);
    }
    return known;
  }

  private SizesPoint judge(List<Integer> sizes, boolean figures) throws InterruptedException {
    now = SizesWords.of(question.byPool(sizes));
    SizesPoint point = assessor.assess(sizes, question.at(sizes), figures);
    judged.add(sizes);
    return point;
  }

  /** Rooms in plenty that meet all; null: there are none. */
  private @Nullable List<Integer> ample() throws InterruptedException {
    List<Integer> least = question.least();
    for (int slack = 1; ; slack *= 2) {
      List<Integer> sizes = new ArrayList<>();
      for (int pool = 0; pool < least.size(); pool++) {
        int rooms = least.get(pool);
        double more = Math.ceil(slack * Math.sqrt(rooms));
        sizes.add(
            question.keeps(pool) ? rooms : (int) Math.min(question.mostRooms(), rooms + more));
      }
      SizesPoint point = point(sizes);
      if (point.verdict() == Judgement.MET) {
        return sizes;
      }
      if (moreIsOfNoUse(sizes, point)) {
        return null;
      }
    }
  }

  /** Whether no pool whose rooms are looked for may have more, or nobody waits for one of them. */
  private boolean moreIsOfNoUse(List<Integer> sizes, SizesPoint point) {
    boolean most = true;
    boolean waitedFor = point.replications() == 0 || point.unsound() != null;
    for (int pool = 0; pool < sizes.size(); pool++) {
      if (!question.keeps(pool)) {
        most &= sizes.get(pool) == question.mostRooms();
        waitedFor |= point.waiting().getOrDefault(question.pools().get(pool), 0.0) > 0;
      }
    }
    return most || !waitedFor || point.nobodyWaited();
  }

  /** The fewest rooms of each pool, while the others have ample ones. */
  private List<Integer> floor(List<Integer> ample) throws InterruptedException {
    List<Integer> least = question.least();
    List<Integer> floor = new ArrayList<>();
    for (int pool = 0; pool < ample.size(); pool++) {
      int place = pool;
      Searcher searcher =
          new Searcher(
              least.get(pool),
              ample.get(pool),
              rooms -> point(with(ample, place, (int) rooms)).verdict());
      floor.add(
          searcher.search(ample.get(pool)) instanceof Searcher.Found found
              ? (int) found.position()
              : ample.get(pool));
    }
    return floor;
  }

  private static List<Integer> with(List<Integer> sizes, int pool, int rooms) {
    List<Integer> changed = new ArrayList<>(sizes);
    changed.set(pool, rooms);
    return changed;
  }

  /** The first sizes in the order of cost that meet all. */
  private List<Integer> cheapest(List<Integer> floor, List<Integer> ample)
      throws InterruptedException {
    PriorityQueue<List<Integer>> next =
        new PriorityQueue<>(
            Comparator.<List<Integer>, BigDecimal>comparing(question::cost)
                .thenComparing(List::toString));
    Set<List<Integer>> seen = new HashSet<>();
    next.add(floor);
    for (int place = 0; place < MOST_JUDGED; place++) {
      List<Integer> sizes = next.remove();
      if (met(sizes)) {
        return sizes;
      }
      for (int pool = 0; pool < sizes.size(); pool++) {
        List<Integer> larger = with(sizes, pool, sizes.get(pool) + 1);
        if (sizes.get(pool) < ample.get(pool) && seen.add(larger)) {
          next.add(larger);
        }
      }
    }
    proven = false;
    return ample;
  }

  /** The same without the rooms that it can spare, the dearest first. */
  private List<Integer> spared(List<Integer> sizes) throws InterruptedException {
    List<Integer> left = sizes;
    List<Integer> order = new ArrayList<>();
    for (int pool = 0; pool < sizes.size(); pool++) {
      if (!question.keeps(pool)) {
        order.add(pool);
      }
    }
    order.sort(
        Comparator.comparing(
            (Integer pool) ->
                question
                    .costs()
                    .getOrDefault(question.pools().get(pool), BigDecimal.ONE)
                    .negate()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int pool : order) {
        while (left.get(pool) > 1 && met(with(left, pool, left.get(pool) - 1))) {
          left = with(left, pool, left.get(pool) - 1);
          changed = true;
        }
      }
    }
    return left;
  }

  private SizesPlan.Answer answer(List<Integer> sizes) throws InterruptedException {
    SizesPoint point = figures(sizes);
    List<SizesPoint> fewer = new ArrayList<>();
    List<SizesPoint> more = new ArrayList<>();
    for (int pool = 0; pool < sizes.size(); pool++) {
      if (question.keeps(pool)) {
        continue;
      }
      if (sizes.get(pool) > 1) {
        fewer.add(figures(with(sizes, pool, sizes.get(pool) - 1)));
      }
      more.add(figures(with(sizes, pool, sizes.get(pool) + 1)));
    }
    String bottleneck =
        point.waiting().entrySet().stream()
            .filter(one -> one.getValue() > 0)
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    return new SizesPlan.Answer(point, bottleneck, fewer, more, headRoom(sizes));
  }

  /** Simulated in any case, unless a line grows without end. */
  private SizesPoint figures(List<Integer> sizes) throws InterruptedException {
    SizesPoint known = points.get(sizes);
    if (known != null && known.replications() > 0) {
      return known;
    }
    return judge(sizes, true);
  }

  /** By how many percent the arrivals can grow. */
  private @Nullable Integer headRoom(List<Integer> sizes) throws InterruptedException {
    Scenario scenario = question.at(sizes);
    Arrivals arrivals = scenario.demand().arrivals();
    double rate = Variation.rate(arrivals);
    if (!arrivals.open() || !Double.isFinite(rate) || Variation.atRate(arrivals, rate) == null) {
      return null;
    }
    Searcher searcher =
        new Searcher(
            -SizesPlan.MOST_HEAD_ROOM_PERCENT,
            0,
            percent -> {
              now = "load +" + -percent + "%";
              Arrivals more = Variation.atRate(arrivals, rate * (1 - percent / 100.0));
              return more == null || percent == 0
                  ? Judgement.MET
                  : assessor.assess(sizes, Variation.withArrivals(scenario, more), false).verdict();
            });
    return searcher.search(0) instanceof Searcher.Found found ? (int) -found.position() : 0;
  }

  private String promise() {
    return proven
        ? "The cheapest sizes, if more rooms never make an objective fail; no pool can spare a"
            + " room."
        : "No pool can spare a room. There were too many sizes to judge all that are cheaper.";
  }

  /**
   * What is only modelled, where persons of the answer can deadlock, which waiting no objective is
   * about, and where more rooms made something fail.
   */
  private List<String> exceptions(SizesPlan.@Nullable Answer answer, Scenario scenario) {
    List<String> exceptions = new ArrayList<>();
    if (answer != null) {
      String model = PlanWords.model(scenario);
      if (!model.isEmpty()) {
        exceptions.add(model);
      }
      exceptions.addAll(Deadlock.risks(scenario));
      if (!answer.bottleneck().isEmpty()
          && question.objectives().stream()
              .noneMatch(one -> one.limitsWaitFor(answer.bottleneck()))) {
        exceptions.add(
            "No objective says how long persons may wait for %s, where %s of all waiting is."
                .formatted(answer.bottleneck(), FigureText.share(answer.bottleneckShare())));
      }
    }
    for (SizesPoint met : points.values()) {
      for (SizesPoint failed : points.values()) {
        if (met.verdict() == Judgement.MET
            && failed.verdict() == Judgement.FAILED
            && failed.sizes().entrySet().stream()
                .allMatch(one -> one.getValue() >= met.rooms(one.getKey()))) {
          exceptions.add(
              "More rooms are not always better here: "
                  + SizesWords.of(met.sizes())
                  + " meet all, "
                  + SizesWords.of(failed.sizes())
                  + " do not"
                  + SizesWords.why(failed)
                  + ". There may be cheaper sizes.");
          return exceptions;
        }
      }
    }
    return exceptions;
  }
}
