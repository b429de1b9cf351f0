package io.anteroom.report;

import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartNames;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Basis;
import io.anteroom.study.plan.Judgement;
import io.anteroom.study.plan.SizesPlan;
import io.anteroom.study.plan.SizesPoint;
import io.anteroom.study.plan.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan of the sizes of several pools as a picture: the answer beside a room fewer or more. */
final class SizesPlanSvg {
  private static final double MOST_TIMES = 4;
  private static final double ABOVE_LIMIT = 1.15;

  private SizesPlanSvg() {}

  /** The whole picture. */
  static String text(SizesPlan plan) {
    Svg svg = new Svg();
    ReportHead head = SizesPlanFacts.of(plan).head();
    double y = SvgReport.header(svg, head, head.beside());
    SizesPlan.Answer answer = plan.answer();
    if (answer != null) {
      List<SizesPoint> points = new ArrayList<>(answer.fewer());
      points.add(answer.point());
      points.addAll(answer.more());
      List<String> labels =
          points.stream().map(point -> SizesPlanFacts.name(plan, point.sizes())).toList();
      PartNames parts = parts(plan, answer.point());
      for (String objective : plan.objectives()) {
        y = draw(svg, points, labels, Expectation.parse(objective, parts), y);
      }
    }
    return svg.document(
        SvgReport.WIDTH,
        (int) Math.ceil(y),
        "Anteroom: " + head.name(),
        plan.objectives().stream()
            .collect(Collectors.joining(", ", "The answer beside a room fewer or more: ", ".")));
  }

  private static double draw(
      Svg svg, List<SizesPoint> points, List<String> labels, Expectation asked, double y) {
    List<Standing> standings = points.stream().map(point -> standing(point, asked)).toList();
    Metric metric = asked.metric();
    FigurePlot plot =
        new FigurePlot(svg, y, labels, 0, metric.unit(), most(standings, asked.limit()));
    for (int place = 0; place < standings.size(); place++) {
      Standing standing = standings.get(place);
      Double figure = figure(standing);
      if (figure != null) {
        Estimate interval = standing.basis() == Basis.SIMULATION ? standing.simulated() : null;
        plot.figure("blue", place, figure, interval, standing.verdict() == Judgement.MET);
      }
    }
    plot.level(asked.toString(), asked.limit());
    plot.heading(metric.name() + ": " + metric.meaning(), "rooms", List.of());
    return plot.bottom();
  }

  private static PartNames parts(SizesPlan plan, SizesPoint point) {
    List<String> classes =
        plan.scenario().get("classes") instanceof Map<?, ?> all
            ? all.keySet().stream().map(String::valueOf).toList()
            : List.of();
    return new PartNames(List.copyOf(point.sizes().keySet()), classes);
  }

  private static Standing standing(SizesPoint point, Expectation asked) {
    return point.standings().stream()
        .filter(one -> PlanFigures.metric(one.objective()).name().equals(asked.metric().name()))
        .findFirst()
        .orElseThrow();
  }

  /** What decides. */
  private static @Nullable Double figure(Standing standing) {
    Estimate simulated = standing.simulated();
    return standing.basis() == Basis.THEORY
        ? standing.theory()
        : simulated == null ? null : Double.valueOf(simulated.mean());
  }

  private static double most(List<Standing> standings, double limit) {
    double all = limit * ABOVE_LIMIT;
    for (Standing standing : standings) {
      Double figure = figure(standing);
      all = Math.max(all, figure == null ? 0 : figure);
    }
    return limit > 0 ? Math.min(all, MOST_TIMES * limit) : all;
  }
}
