package io.anteroom.report;

import io.anteroom.measure.Quantiles;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.result.FigureText;
import io.anteroom.result.store.IntervalLog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Two logs of other tools side by side for a person at a terminal. It judges nothing: a log does
 * not say how far its figures scatter.
 */
public final class LogDifference {
  private final IntervalLog before;
  private final IntervalLog after;

  /** From the first to the second one, in nanoseconds. */
  public LogDifference(IntervalLog before, IntervalLog after) {
    this.before = before;
    this.after = after;
  }

  /** All of it, ending in a line feed. */
  public String text(String nameBefore, String nameAfter) {
    Set<String> tags = new LinkedHashSet<>(before.byTag().keySet());
    tags.addAll(after.byTag().keySet());
    List<Row> rows = new ArrayList<>();
    for (String tag : tags) {
      Histogram one = before.byTag().get(tag);
      Histogram other = after.byTag().get(tag);
      String heading = tag.isEmpty() ? "(no tag)" : tag;
      rows.add(new Row(Weight.STRONG, heading + " A", cells(one, before.mean(tag))));
      rows.add(new Row(Weight.STRONG, heading + " B", cells(other, after.mean(tag))));
      rows.add(new Row(Weight.BELOW, "change", changes(tag, one, other)));
    }
    Page page = new Page(Style.PLAIN);
    page.line("A  " + nameBefore).line("B  " + nameAfter).blank();
    TextRenderer.print(
        List.of(Table.of(IntervalLogReport.BY_TAG, IntervalLogReport.headings(), rows)), page);
    page.blank().line("Nothing is judged: logs do not say how far their figures scatter.");
    return page.text();
  }

  private static List<String> cells(@Nullable Histogram histogram, double mean) {
    return histogram == null
        ? IntervalLogReport.headings().stream().skip(1).map(unused -> FigureText.NONE).toList()
        : IntervalLogReport.cells(histogram, mean, 1);
  }

  private List<String> changes(String tag, @Nullable Histogram one, @Nullable Histogram other) {
    if (one == null || other == null) {
      return cells(null, Double.NaN);
    }
    List<String> changes = new ArrayList<>();
    changes.add(change((double) one.getTotalCount(), (double) other.getTotalCount()));
    changes.add(change(before.mean(tag), after.mean(tag)));
    for (double percent : IntervalLogReport.PERCENTILES) {
      boolean known =
          Stream.of(one, other).allMatch(each -> Quantiles.known(each.getTotalCount(), percent));
      changes.add(
          known
              ? change(
                  (double) one.getValueAtPercentile(percent),
                  (double) other.getValueAtPercentile(percent))
              : FigureText.NONE);
    }
    changes.add(change((double) one.getMaxValue(), (double) other.getMaxValue()));
    return changes;
  }

  private static String change(double before, double after) {
    return before > 0
        ? String.format(Locale.ROOT, "%+.1f%%", 100 * (after / before - 1))
        : FigureText.NONE;
  }
}
