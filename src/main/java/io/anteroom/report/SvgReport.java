package io.anteroom.report;

import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Unit;
import io.anteroom.scenario.DurationUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
  public String meaning() {
    return "a picture: percentiles, and the line over time";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    out.write(text(run).getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(Run run) {
    Svg svg = new Svg();
    ReportHead head = RunFacts.of(run).head();
    double y = draw(svg, run, header(svg, head, figures(head)));
    return svg.document(
        WIDTH, (int) Math.ceil(y), "Anteroom: " + head.name(), description(run, head));
  }

  /** The charts alone, for a page that says the rest. */
  static String charts(Run run) {
    Svg svg = new Svg();
    double y = draw(svg, run, 0);
    ReportHead head = RunFacts.of(run).head();
    return svg.document(WIDTH, (int) Math.ceil(y), head.name(), description(run, head));
  }

  private static double draw(Svg svg, Run run, double top) {
    double y = TimelinePlot.draw(svg, run, top);
    y = PercentilePlot.draw(svg, run, y);
    return TimePlots.draw(svg, run, y);
  }

  /**
   * What a report begins with.
   *
   * @param figures a line of them
   * @return where the next thing may begin
   */
  static double header(Svg svg, ReportHead head, String figures) {
    svg.text("title", MARGIN, 38, head.name());
    double y = 62;
    String verdict = head.mark().sign() + Fact.NO_BREAK + head.outcome();
    for (String part : Page.wrap(verdict, LETTERS_OF_VERDICT)) {
      svg.text("verdict " + head.mark().word(), MARGIN, y, part);
      y += LINE;
    }
    List<String> lines = new ArrayList<>(List.of(Fact.parts(head.about()), figures));
    head.says().forEach(sentence -> lines.add(TextRenderer.unnamed(sentence)));
    return faint(svg, lines, y);
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

  /** How it ended, and the figures that matter most. */
  private static String figures(ReportHead head) {
    Stream<String> tiles =
        head.tiles().stream()
            .filter(tile -> !tile.figure().equals(FigureText.NONE))
            .map(tile -> (tile.label() + " " + tile.figure() + " " + tile.margin()).strip());
    return Fact.parts(Stream.concat(Stream.of(head.beside()), tiles).toList());
  }

  private static String description(Run run, ReportHead head) {
    return "A plot of wait, hold and response by percentile, on an axis where each further nine has"
        + " the same room"
        + (TimePlots.enough(run)
            ? ", and below it persons waiting and rooms occupied over time. "
            : ". ")
        + head.outcome()
        + "; "
        + figures(head).replace(Fact.NO_BREAK, ' ')
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
