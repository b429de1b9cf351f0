package io.anteroom.report;

import io.anteroom.observe.watch.WatchFigures;
import io.anteroom.report.facts.Fact;
import io.anteroom.result.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a watch has seen, as lines: the worst places first. */
final class WatchTable {
  private static final String ROW = "%9s %10s %10s  ";
  private static final int FIGURES = 33;

  private WatchTable() {}

  static String headings() {
    return String.format(Locale.ROOT, ROW, "count", "total", "largest");
  }

  /** A line for each place, its reason beside it. */
  static List<String> brief(WatchFigures.Blocked blocked, int most) {
    List<String> lines = new ArrayList<>();
    for (WatchFigures.Place place :
        blocked.sites().subList(0, Math.min(most, blocked.sites().size()))) {
      String where = withoutPackage(place.frame()) + "  " + place.reasons().getFirst().reason();
      lines.add(figures(place.count(), place.totalNanos(), place.maxNanos()) + where);
    }
    return lines;
  }

  /** {@code a.b.Type.method:line} to {@code Type.method:line}. */
  private static String withoutPackage(String frame) {
    int method = frame.lastIndexOf('.');
    return frame.substring(frame.lastIndexOf('.', method - 1) + 1);
  }

  /** For each place two lines or more of that width: where, and below it each reason. */
  static List<String> full(WatchFigures.Blocked blocked, int most, int width) {
    List<String> lines = new ArrayList<>();
    for (WatchFigures.Place place :
        blocked.sites().subList(0, Math.min(most, blocked.sites().size()))) {
      lines.add(figures(place.count(), place.totalNanos(), place.maxNanos()) + place.frame());
      for (WatchFigures.Reason reason : place.reasons()) {
        String count = place.reasons().size() > 1 ? FigureText.count(reason.count()) + " × " : "";
        for (String words : Page.wrap(count + reason.reason(), width - FIGURES)) {
          lines.add(" ".repeat(FIGURES) + words);
        }
      }
    }
    if (blocked.sites().size() > most) {
      lines.add(
          " ".repeat(FIGURES) + "and %,d more places".formatted(blocked.sites().size() - most));
    }
    return lines;
  }

  private static String figures(long count, long totalNanos, long maxNanos) {
    return String.format(
        Locale.ROOT,
        ROW,
        FigureText.count(count),
        FigureText.duration(totalNanos),
        FigureText.duration(maxNanos));
  }

  static String cut(String line, int width) {
    return line.length() <= width ? line : line.substring(0, width);
  }

  /** How often, how long in all, and the longest. */
  static String total(WatchFigures.Blocked blocked, String one, String more) {
    String count = FigureText.count(blocked.count(), one, more);
    return blocked.count() == 0
        ? count
        : Fact.parts(
            List.of(
                count,
                FigureText.duration(blocked.totalNanos()) + " in all",
                "largest " + FigureText.duration(blocked.maxNanos())));
  }
}
