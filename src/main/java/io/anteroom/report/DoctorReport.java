package io.anteroom.report;

import io.anteroom.observe.doctor.Diagnosis;
import io.anteroom.observe.doctor.Finding;
import io.anteroom.report.facts.Mark;

/** A diagnosis for a person at a terminal. */
public final class DoctorReport {
  private static final int LONGEST_LABEL = 16;

  private final Style style;

  /** In that style. */
  public DoctorReport(Style style) {
    this.style = style;
  }

  /** All findings in their sections, ending in a line feed. */
  public String text(Diagnosis diagnosis) {
    Page page = new Page(style);
    String gap = "";
    for (Diagnosis.Section section : diagnosis.sections()) {
      page.line(gap + style.strong(section.title()));
      section.findings().forEach(finding -> print(finding, page));
      gap = "\n";
    }
    return page.text();
  }

  /** A short label stands beside its text, a long one above it. */
  private void print(Finding finding, Page page) {
    String words = finding.text() + " [" + finding.source() + "]";
    String label = "  " + style.of(mark(finding)) + " " + finding.label();
    if (finding.label().length() > LONGEST_LABEL) {
      page.line(label).paragraph(4, words);
      return;
    }
    int indent = LONGEST_LABEL + 6;
    String before = label + " ".repeat(LONGEST_LABEL + 2 - finding.label().length());
    for (String line : Page.wrap(words, page.width() - indent)) {
      page.line(before + line);
      before = " ".repeat(indent);
    }
  }

  private static Mark mark(Finding finding) {
    return switch (finding.standing()) {
      case FINE -> Mark.GOOD;
      case LIMITED -> Mark.LIMITED;
      case ABSENT -> Mark.ABSENT;
      case UNKNOWN -> Mark.UNCLEAR;
    };
  }
}
