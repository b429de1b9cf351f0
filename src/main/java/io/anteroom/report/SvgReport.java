package io.anteroom.report;

import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.LatencyText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.metric.Unit;
import io.anteroom.scenario.DurationUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The main charts as one picture for slides and pages: the percentiles, and where there are enough
 * intervals, persons waiting and rooms occupied over time.
 */
public final class SvgReport implements ReportFormat {
  static final int WIDTH = 880;
  static final int MARGIN = 24;

  /** Where the values of a plot begin: labels stand left of it. */
  static final int PLOT_LEFT = 84;

  static final int PLOT_WIDTH = WIDTH - PLOT_LEFT - MARGIN - 8;

  private static final int LETTERS = 125;
  private static final int LETTERS_OF_VERDICT = 105;
  private static final int LINE = 18;

  @Override
  public String name() {
    return "svg";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    out.write(text(run).getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(Run run) {
    Svg svg = new Svg();
    RunHead head = RunHead.of(run);
    double y = header(svg, run.scenario().name(), List.of());
    y = verdict(svg, head, y);
    y = faint(svg, lines(run, head), y);
    y = PercentilePlot.draw(svg, run, y);
    y = TimePlots.draw(svg, run, y);
    return svg.document(
        WIDTH,
        (int) Math.ceil(y),
        "Anteroom: " + run.scenario().name(),
        description(run.result(), head));
  }

  /**
   * The title and lines below it.
   *
   * @return where the next thing may begin
   */
  static double header(Svg svg, String title, List<String> lines) {
    svg.text("title", MARGIN, 38, title);
    return faint(svg, lines, 62);
  }

  private static double faint(Svg svg, List<String> lines, double top) {
    double y = top;
    for (String line : lines) {
      for (String part : Page.wrap(line, LETTERS)) {
        svg.text("faint", MARGIN, y, part);
        y += LINE;
      }
    }
    return y;
  }

  /** In the colour of its rating, and with its sign. */
  private static double verdict(Svg svg, RunHead head, double top) {
    double y = top;
    String sign = head.mark().in(Style.PLAIN) + Page.NO_BREAK;
    for (String part : Page.wrap(sign + head.headline(), LETTERS_OF_VERDICT)) {
      svg.text("verdict " + head.verdict().kind().rating().word(), MARGIN, y, part);
      y += LINE;
    }
    return y;
  }

  private static List<String> lines(Run run, RunHead head) {
    List<String> lines = new ArrayList<>();
    lines.add(Page.parts(ScenarioLine.parts(run.scenario())));
    lines.add(Page.parts(figures(run.result(), head)));
    if (!head.details().isBlank()) {
      lines.add(head.details());
    }
    return lines;
  }

  private static List<String> figures(RunResult result, RunHead head) {
    List<String> parts = new ArrayList<>();
    parts.add(head.ended());
    if (result.waits().count() > 0) {
      parts.add("wait " + LatencyText.percentiles(result.waits(), 50, 99));
    }
    if (Double.isFinite(result.throughputPerSecond())) {
      parts.add("throughput " + FigureText.rate(result.throughputPerSecond()));
    }
    if (Double.isFinite(result.utilisation())) {
      parts.add("utilisation " + FigureText.share(result.utilisation()));
    }
    if (result.visits().abandoned() > 0) {
      parts.add(FigureText.count(result.visits().abandoned()) + " gave up");
    }
    return parts;
  }

  private static String description(RunResult result, RunHead head) {
    return "A plot of wait, hold and response by percentile, on an axis where each further nine has"
        + " the same room"
        + (TimePlots.enough(result.intervals())
            ? ", and below it persons waiting and rooms occupied over time. "
            : ". ")
        + head.headline()
        + "; "
        + String.join("; ", figures(result, head))
        + ".";
  }

  /** Labels of an axis of durations up to that one, all with the same unit. */
  static String tick(double nanos, double mostNanos) {
    if (nanos == 0) {
      return "0";
    }
    DurationUnit unit = FigureText.unitOf(mostNanos);
    double number = nanos / unit.nanos().doubleValue();
    return Unit.NUMBER.text(number, FigureText.DIGITS) + " " + unit.sign();
  }
}
