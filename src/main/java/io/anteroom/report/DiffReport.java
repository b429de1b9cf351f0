package io.anteroom.report;

import io.anteroom.report.facts.Mark;
import io.anteroom.result.verdict.Rating;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.study.diff.Difference;
import io.anteroom.study.diff.RunDiff;
import io.anteroom.study.diff.RunDiff.Side;
import java.util.List;

/** Two runs side by side, for a person at a terminal: plain text, 80 columns wide. */
public final class DiffReport {
  private final Style style;

  public DiffReport(Style style) {
    this.style = style;
  }

  /** The whole text, ending in a line feed. */
  public String text(RunDiff diff) {
    Page page = new Page(style);
    new DiffSummary(diff.failOn(), diff.strict(), diff.regressions()).print(page);
    printSide("A", diff.a(), page);
    printSide("B", diff.b(), page);
    if (diff.same()) {
      page.paragraph(0, "Both are the same result, to the byte.", style::strong);
    }
    page.blank();
    printSettings(diff, page);
    page.blank();
    DiffWaits.print(diff.waits(), page);
    new DiffTable(diff.metrics(), page).print();
    page.blank();
    new DiffPins(diff.pins(), page).print();
    new DiffVerdicts(page, diff.strict()).print(diff.regressions());
    return page.text();
  }

  private static void printSide(String label, Side side, Page page) {
    VerdictKind kind = VerdictKind.of(side.verdict());
    String samples = side.samples() == 1 ? "" : " (" + side.samples() + " runs)";
    page.fact(label, Mark.of(kind.rating()), kind.words() + samples + " · " + side.name());
    if (!side.explanation().isBlank()) {
      page.paragraph(Page.MARGIN + 2, side.explanation());
    } else if (kind.rating() != Rating.GOOD) {
      page.paragraph(Page.MARGIN + 2, side.verdict().sentence());
    }
  }

  private static void printSettings(RunDiff diff, Page page) {
    String label = "environment";
    for (Difference one : diff.environment()) {
      if (one.differs()) {
        page.fact(label, one.key() + " " + one.a() + " → " + one.b());
        label = "";
      }
    }
    page.fact(label, "the same: " + String.join(" · ", same(diff.environment())));
    label = "scenario";
    for (Difference one : diff.scenario()) {
      page.fact(label, one.key() + " " + one.a() + " → " + one.b());
      label = "";
    }
    if (diff.scenario().isEmpty()) {
      page.fact(label, "the same");
    }
    page.fact(
        "schedule",
        diff.sameSchedule()
            ? "the same arrivals and holds: intervals are rather too wide than too narrow"
            : "other arrivals and holds: chance differs, too");
  }

  private static List<String> same(List<Difference> environment) {
    List<String> same =
        environment.stream()
            .filter(one -> !one.differs())
            .map(one -> one.key() + " " + one.a())
            .toList();
    return same.isEmpty() ? List.of("nothing") : same;
  }
}
