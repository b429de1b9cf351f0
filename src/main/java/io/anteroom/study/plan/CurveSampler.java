package io.anteroom.study.plan;

import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The curve around an answer. */
final class CurveSampler {
  private static final int NEAR = 3;
  private static final int WIDE = 12;
  private static final double[] SHARES = {0.8, 0.9, 0.95, 1.05, 1.1};

  private final Question question;
  private final SearchAxis axis;
  private final List<Objective> objectives;
  private final Assessor assessor;

  CurveSampler(Question question, SearchAxis axis, List<Objective> objectives, Assessor assessor) {
    this.question = question;
    this.axis = axis;
    this.objectives = objectives;
    this.assessor = assessor;
  }

  /** The candidates next to the answer that are not known yet, simulated. */
  Map<Long, Point> near(long answer, Map<Long, Point> known, Consumer<String> saying)
      throws InterruptedException {
    Map<Long, Point> found = new TreeMap<>();
    for (long position : nearPositions(answer)) {
      if (!known.containsKey(position)) {
        saying.accept(PlanWords.of(question.find(), axis.value(position)));
        found.put(
            position, assessor.assess(axis.value(position), axis.at(position), objectives, false));
      }
    }
    return found;
  }

  private List<Long> nearPositions(long answer) {
    LongStream positions;
    if (question.find() == Find.ROOMS) {
      positions = LongStream.rangeClosed(answer - NEAR, answer + NEAR);
    } else {
      double value = axis.value(answer).doubleValue();
      positions =
          LongStream.of(
              Arrays.stream(SHARES)
                  .mapToLong(share -> -ThreeDigits.floor(share * value))
                  .toArray());
    }
    return positions
        .filter(position -> position >= axis.least() && position <= axis.most())
        .boxed()
        .toList();
  }

  /** More candidates, far from the answer, so that the curve shows its bend: of rooms only. */
  Map<Long, Point> wide(long answer, Map<Long, Point> known, Consumer<String> saying)
      throws InterruptedException {
    Map<Long, Point> found = new TreeMap<>();
    if (question.find() != Find.ROOMS) {
      return found;
    }
    for (long position : widePositions(answer)) {
      if (known.containsKey(position)) {
        continue;
      }
      saying.accept(PlanWords.of(question.find(), axis.value(position)));
      Scenario scenario = axis.at(position);
      TheoryFigures theory = TheoryFigures.of(scenario);
      boolean formula = theory.knowsAll(objectives);
      found.put(
          position,
          formula
              ? Assessor.byFormula(axis.value(position), theory, objectives)
              : assessor.assess(axis.value(position), scenario, objectives, false));
    }
    return found;
  }

  private Set<Long> widePositions(long answer) {
    long first = Math.max(axis.least(), Math.min(axis.atLoad(0.98), answer));
    long last = Math.min(axis.most(), answer + Math.max(answer - first, NEAR));
    Set<Long> positions = new TreeSet<>();
    for (int i = 0; i <= WIDE; i++) {
      positions.add(first + (last - first) * i / WIDE);
    }
    return positions;
  }

  /** Where the first objective's metric bends; null if it does not, or rooms are not looked for. */
  @Nullable BigDecimal knee(Map<Long, Point> points) {
    List<Point> steady = points.values().stream().filter(point -> height(point) != null).toList();
    if (question.find() != Find.ROOMS) {
      return null;
    }
    double[] x = steady.stream().mapToDouble(point -> point.value().doubleValue()).toArray();
    double[] y = steady.stream().mapToDouble(CurveSampler::heightOf).toArray();
    return Knee.of(x, y).map(index -> steady.get(index).value()).orElse(null);
  }

  private static double heightOf(Point point) {
    Double height = height(point);
    return height == null ? 0 : height;
  }

  private static @Nullable Double height(Point point) {
    Standing first = point.standings().getFirst();
    Estimate simulated = first.simulated();
    Double theory = first.theory();
    return theory != null ? theory : simulated == null ? null : simulated.mean();
  }
}
