package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Unit;
import io.anteroom.study.diff.Change;
import io.anteroom.study.diff.Change.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How metrics changed: a row each, and below why some were not judged. */
final class DiffTable {
  private static final String ROW = "%-22s%9s%10s%9s%21s  ";
  private static final String NOTHING = "–";

  /** From so many percent on, the decimals are of no interest. */
  private static final double MANY = 1000;

  /** From so many times on, only that is said. */
  private static final double MOST_TIMES = 1000;

  private final List<Change> changes;
  private final Page page;
  private final List<String> reasons = new ArrayList<>();

  DiffTable(List<Change> changes, Page page) {
    this.changes = changes;
    this.page = page;
  }

  void print() {
    page.line(
        page.style()
            .faint(String.format(Locale.ROOT, ROW, "", "A", "B", "change", "95% interval")));
    changes.forEach(this::print);
    page.blank();
    page.paragraph(
        0,
        "no diff: no difference that these runs can show. Of 20 metrics that did not change, one"
            + " looks changed by chance.",
        page.style()::faint);
    for (int reason = 0; reason < reasons.size(); reason++) {
      page.paragraph(
          0,
          "(%d) no interval: %s".formatted(reason + 1, reasons.get(reason)),
          page.style()::faint);
    }
  }

  private void print(Change change) {
    Unit unit = Metrics.find(change.metric()).orElseThrow().unit();
    String figures =
        String.format(
            Locale.ROOT,
            ROW,
            change.metric(),
            figure(change.a(), unit),
            figure(change.b(), unit),
            change.relative() == null ? NOTHING : percent(change.relative()),
            change.bounds() == null ? NOTHING : bounds(change.bounds(), unit));
    page.line(figures + verdict(change));
  }

  private String verdict(Change change) {
    return switch (change.contrast()) {
      case GREATER, SMALLER -> page.style().strong(change.contrast().word());
      case NONE_SHOWN -> "no diff";
      case NOT_JUDGED -> note(change.reason());
    };
  }

  private String note(String reason) {
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    return "(" + (reasons.indexOf(reason) + 1) + ")";
  }

  static String figure(@Nullable Double figure, Unit unit) {
    return figure == null ? NOTHING : unit.text(figure, FigureText.DIGITS);
  }

  /** A change in percent, with its sign. */
  static String percent(double share) {
    double percent = share * 100;
    if (share >= MOST_TIMES) {
      return String.format(Locale.ROOT, ">%,.0f times", MOST_TIMES);
    }
    return String.format(Locale.ROOT, Math.abs(percent) < MANY ? "%+.1f%%" : "%+,.0f%%", percent);
  }

  private static String bounds(Bounds bounds, Unit unit) {
    return bounds.relative()
        ? percent(bounds.low()) + " – " + percent(bounds.high())
        : amount(bounds.low(), unit) + " – " + amount(bounds.high(), unit);
  }

  private static String amount(double amount, Unit unit) {
    return sign(amount) + unit.text(Math.abs(amount), 2);
  }

  private static String sign(double number) {
    return number == 0 ? "" : number > 0 ? "+" : "-";
  }
}
