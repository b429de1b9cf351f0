package io.anteroom.report.live;

import io.anteroom.report.ScenarioLine;
import io.anteroom.result.FigureText;
import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.Locale;

/** The first two lines of every view: what runs, for how long, and how far it has come. */
final class Heading {
  private static final int BAR = 40;
  private static final int ELAPSED = 10;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

  private Heading() {}

  /** The scenario in as many words as there is room for, and the time at the right. */
  static String title(Canvas canvas, Scenario scenario, long elapsedNanos) {
    LiveLine line = new LiveLine(canvas).add(canvas.style()::strong, scenario.name());
    List<String> parts = ScenarioLine.parts(scenario);
    for (String part : parts) {
      if (!line.hasRoomFor(part.length() + 3 + ELAPSED)) {
        break;
      }
      line.add(canvas.style()::faint, " · " + part);
    }
    return line.endingAt(canvas.columns(), canvas.style()::strong, seconds(elapsedNanos / 1e9))
        .text();
  }

  /**
   * A bar with the share that is done and the time left.
   *
   * @param share from 0 to 1; negative: unknown
   * @param secondsLeft negative: unknown
   */
  static LiveLine bar(Canvas canvas, double share, double secondsLeft) {
    LiveLine line = new LiveLine(canvas);
    if (share < 0) {
      return line;
    }
    int width = Math.min(BAR + (canvas.columns() - Canvas.LEAST_COLUMNS) / 2, 2 * BAR);
    int eighths = (int) Math.floor(Math.min(share, 1) * width * 8);
    String done = "█".repeat(eighths / 8) + (eighths % 8 == 0 ? "" : EIGHTHS.charAt(eighths % 8));
    line.add(canvas.style()::blue, done);
    line.add(canvas.style()::faint, "─".repeat(width - done.length()));
    line.add(String.format(Locale.ROOT, " %3.0f%%", Math.floor(100 * Math.min(share, 1))));
    if (secondsLeft >= 0) {
      line.add(canvas.style()::faint, String.format(Locale.ROOT, "  %.0f s left", secondsLeft));
    }
    return line.add("  ");
  }

  static String seconds(double seconds) {
    return seconds < 1000
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : FigureText.count(Math.round(seconds)) + " s";
  }
}
