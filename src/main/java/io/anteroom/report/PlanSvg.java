package io.anteroom.report;

import io.anteroom.report.facts.PlanData;
import io.anteroom.report.facts.PlanData.Candidate;
import io.anteroom.report.facts.PlanData.Goal;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Judgement;
import io.anteroom.study.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan as a picture: for each objective its line, and what each candidate comes to. */
final class PlanSvg {
  /** An axis that ends farther above the objective would show it at the bottom. */
  private static final double MOST_TIMES = 4;

  private static final double ABOVE_LIMIT = 1.15;

  private PlanSvg() {}

  /** A figure of a candidate. */
  @FunctionalInterface
  private interface Figure {
    @Nullable Double of(Candidate candidate);
  }

  /** The whole picture. */
  static String text(Plan plan) {
    Svg svg = new Svg();
    ReportHead head = PlanFacts.of(plan).head();
    PlanData data = new PlanCandidates(plan, Find.of(plan.find()).orElseThrow()).data(List.of());
    double y = SvgReport.header(svg, head, head.beside());
    for (Goal goal : data.objectives()) {
      y = draw(svg, data, goal, y);
    }
    return svg.document(
        SvgReport.WIDTH, (int) Math.ceil(y), "Anteroom: " + head.name(), description(data));
  }

  private static double draw(Svg svg, PlanData data, Goal goal, double y) {
    var unit = PartMetrics.recorded(goal.metric()).orElseThrow().unit();
    FigurePlot plot = new FigurePlot(svg, y, data.labels(), 0, unit, most(goal));
    plot.curve("line ink dashed", figures(goal, Candidate::theory));
    plot.curve("line blue", figures(goal, Candidate::simulated));
    for (int place = 0; place < goal.points().size(); place++) {
      Candidate point = goal.points().get(place);
      Double simulated = point.simulated();
      if (simulated != null) {
        boolean met = point.verdict().equals(Judgement.MET.word());
        plot.figure("blue", place, simulated, interval(point), met);
      }
    }
    plot.level(goal.text(), goal.limit());
    mark(plot, data);
    List<Plot.Key> keys = new ArrayList<>(List.of(new Plot.Key("line blue", "simulated")));
    if (goal.points().stream().anyMatch(point -> point.theory() != null)) {
      keys.add(new Plot.Key("line ink dashed", "theory"));
    }
    plot.heading(goal.metric(), data.axis(), keys);
    return plot.bottom();
  }

  /** A figure of each candidate; null where it has none. */
  private static List<@Nullable Double> figures(Goal goal, Figure figure) {
    List<@Nullable Double> figures = new ArrayList<>();
    goal.points().forEach(point -> figures.add(figure.of(point)));
    return figures;
  }

  private static void mark(FigurePlot plot, PlanData data) {
    Integer answer = data.answer();
    Integer knee = data.knee();
    if (answer != null) {
      plot.mark(answer, answer.equals(knee) ? "answer, knee" : "answer");
    }
    if (knee != null && !knee.equals(answer)) {
      plot.mark(knee, "knee");
    }
  }

  private static double most(Goal goal) {
    double all =
        goal.points().stream()
            .flatMap(point -> Stream.of(point.simulated(), point.high(), point.theory()))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    double shown = DoubleStream.of(all, goal.limit() * ABOVE_LIMIT).max().orElse(1);
    return goal.limit() > 0 ? Math.min(shown, MOST_TIMES * goal.limit()) : shown;
  }

  private static @Nullable Estimate interval(Candidate point) {
    Double simulated = point.simulated();
    Double low = point.low();
    Double high = point.high();
    return simulated == null || low == null || high == null
        ? null
        : new Estimate(simulated, low, high);
  }

  private static String description(PlanData data) {
    return data.objectives().stream()
        .map(
            goal ->
                "%s by %s, with the objective %s as a line."
                    .formatted(goal.metric(), data.axis(), goal.text()))
        .collect(Collectors.joining(" "));
  }
}
