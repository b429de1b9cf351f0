package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metrics;
import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison for a person at a terminal: plain text, 80 columns wide. */
public final class ComparisonReport {
  private static final List<String> SHOWN =
      List.of(
          "arrivals",
          "persons",
          "visits",
          "think",
          "rooms",
          "line",
          "mode",
          "hold",
          "patience",
          "limit",
          "duration",
          "carriers",
          "clock");

  private final Style style;
  private final @Nullable Path folder;

  /**
   * @param folder where the results are; null: nowhere
   */
  public ComparisonReport(Style style, @Nullable Path folder) {
    this.style = style;
    this.folder = folder;
  }

  /** The whole text, ending in a line feed. */
  public String text(Comparison comparison) {
    Page page = new Page(style);
    page.line(style.strong(comparison.name()));
    page.paragraph(0, Page.parts(shared(comparison)), style::faint);
    page.blank();
    printOutcome(comparison, page);
    page.blank();
    new ComparisonTable(comparison, page).print();
    ComparisonBars.print(comparison, Metrics.FIRST, page);
    comparison.arms().stream().skip(1).forEach(arm -> printContrasts(comparison, arm, page));
    printProblems(comparison, page);
    page.paragraph(0, reading(comparison), style::faint);
    if (folder != null) {
      page.blank();
      page.line(page.label("results") + folder);
    }
    return page.text();
  }

  /** What all arms have in common, in few words. */
  static List<String> shared(Comparison comparison) {
    Map<String, Object> settings = settings(comparison);
    return SHOWN.stream()
        .filter(settings::containsKey)
        .filter(key -> !"none".equals(settings.get(key)))
        .map(key -> key + " " + settings.get(key))
        .toList();
  }

  /** The settings that all arms have in common. */
  static Map<String, Object> settings(Comparison comparison) {
    Map<String, Object> settings = new LinkedHashMap<>(comparison.arms().getFirst().settings());
    for (ArmFigures arm : comparison.arms()) {
      settings.entrySet().removeIf(one -> !one.getValue().equals(arm.settings().get(one.getKey())));
    }
    return settings;
  }

  private void printOutcome(Comparison comparison, Page page) {
    boolean complete = comparison.outcome().equals(Comparison.COMPLETED);
    Mark mark = !complete ? Mark.UNCLEAR : ArmForks.allCount(comparison) ? Mark.GOOD : Mark.LIMITED;
    page.line(
        mark.in(style)
            + " "
            + style.strong(comparison.outcome())
            + style.faint(" · " + ArmForks.summary(comparison) + " · " + schedule(comparison)));
    ArmForks.lines(comparison).forEach(line -> page.paragraph(2, line));
    comparison.notes().forEach(note -> page.paragraph(2, note));
  }

  static String schedule(Comparison comparison) {
    List<String> checksums =
        comparison.arms().stream().flatMap(arm -> arm.checksums().stream()).distinct().toList();
    if (checksums.size() == 1) {
      return "the same schedule everywhere, " + checksums.getFirst();
    }
    return comparison.sameSchedule()
        ? "in each fork the same schedule for all"
        : "different schedules";
  }

  private void printContrasts(Comparison comparison, ArmFigures arm, Page page) {
    List<ArmContrast> contrasts =
        comparison.contrasts().stream()
            .filter(contrast -> contrast.arm().equals(arm.label()))
            .toList();
    String base = comparison.arms().getFirst().label();
    page.line(style.strong(arm.label()) + style.faint(" against " + base));
    for (ArmContrast contrast : contrasts) {
      if (contrast.differs()) {
        page.paragraph(2, contrast.sentence() + effect(contrast) + ".");
      }
    }
    ArmDifferences.others(contrasts).forEach(sentence -> page.paragraph(2, sentence));
    page.blank();
  }

  static String effect(ArmContrast contrast) {
    Double effect = contrast.effect();
    return effect == null ? "" : " (effect size " + FigureText.number(Math.abs(effect), 2) + ")";
  }

  private void printProblems(Comparison comparison, Page page) {
    boolean any = false;
    for (ArmFigures arm : comparison.arms()) {
      for (String problem : arm.problems()) {
        any = true;
        page.paragraph(0, Mark.BAD.in(style) + " " + problem);
      }
    }
    if (any) {
      page.blank();
    }
  }

  static String reading(Comparison comparison) {
    return "Figures are geometric means over the forks that count (plain ones where a fork has 0),"
        + " with 95% intervals of Student's t. ▲ and ▼: greater or smaller than "
        + comparison.arms().getFirst().label()
        + ", by paired t-tests over the forks with Holm's correction: the probability that any"
        + " arrow of these tables is an accident is at most 5%. Seed "
        + comparison.seed()
        + ".";
  }
}
