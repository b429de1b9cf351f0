package io.anteroom.report.live;

import io.anteroom.result.FigureText;
import java.util.ArrayList;
import java.util.List;

/** The view of a simulation, and what it needs from earlier. Confined to one thread. */
public final class LiveSimulation {
  private final Canvas canvas;
  private final Rate visits = new Rate();

  /** A view on that canvas. */
  public LiveSimulation(Canvas canvas) {
    this.canvas = canvas;
  }

  /** The view's lines. */
  public List<String> lines(SimulationMoment now) {
    visits.see(now.elapsedNanos(), now.visits());
    return lines(canvas, now, visits.perSecond(), visits.course());
  }

  /** The same lines from the same moment and course. */
  static List<String> lines(
      Canvas canvas, SimulationMoment now, double perSecond, List<Double> course) {
    double share = now.share();
    double elapsed = now.elapsedNanos() / 1e9;
    double left = share <= 0 || share >= 1 ? -1 : elapsed * (1 - share) / share;
    List<String> lines = new ArrayList<>();
    lines.add(Heading.title(canvas, now.scenario(), now.elapsedNanos()));
    lines.add(Heading.bar(canvas, share, left).text());
    lines.add("");
    lines.add(
        LiveLine.labelled(canvas, "replications")
            .add(canvas.style()::strong, FigureText.count(now.done()))
            .add(" of " + FigureText.count(now.planned()) + " complete")
            .text());
    lines.add(
        LiveLine.labelled(canvas, "visits")
            .add(canvas.style()::strong, FigureText.count(now.visits()))
            .text());
    lines.addAll(
        Chart.lines(canvas, "speed", FigureText.rate(perSecond), course, FigureText::rate));
    return List.copyOf(lines);
  }
}
