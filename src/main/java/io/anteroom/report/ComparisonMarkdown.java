package io.anteroom.report;

import io.anteroom.result.metric.Metric;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as Markdown: a table of arms and metrics, and the differences in words. */
final class ComparisonMarkdown {
  private ComparisonMarkdown() {}

  static String text(Comparison comparison) {
    Markdown page = new Markdown().heading(1, comparison.name());
    page.paragraph(Markdown.escaped(Page.parts(ComparisonReport.shared(comparison))));
    page.paragraph(
        "**%s** · %s · %s"
            .formatted(
                Markdown.escaped(comparison.outcome()),
                Markdown.escaped(ArmForks.summary(comparison)),
                Markdown.escaped(ComparisonReport.schedule(comparison))));
    List<String> counted = ArmForks.lines(comparison);
    if (!counted.isEmpty()) {
      page.paragraph(
          counted.stream()
              .map(line -> "- " + Markdown.escaped(line))
              .collect(Collectors.joining("\n")));
    }
    comparison.notes().forEach(note -> page.paragraph("> " + Markdown.escaped(note)));
    addTable(comparison, page);
    comparison.arms().stream().skip(1).forEach(arm -> addContrasts(comparison, arm, page));
    comparison.arms().stream()
        .flatMap(arm -> arm.problems().stream())
        .forEach(
            problem -> page.paragraph(Mark.BAD.in(Style.PLAIN) + " " + Markdown.escaped(problem)));
    return page.paragraph(Markdown.escaped(ComparisonReport.reading(comparison))).text();
  }

  /** A row a metric, a column an arm: few arms, many metrics. */
  private static void addTable(Comparison comparison, Markdown page) {
    List<List<String>> rows = new ArrayList<>();
    for (Metric metric : ComparisonTable.known(comparison).values()) {
      List<String> row = new ArrayList<>(List.of(Markdown.inCode(metric.name())));
      comparison.arms().forEach(arm -> row.add(cell(comparison, arm, metric)));
      rows.add(row);
    }
    List<String> headings =
        Stream.concat(
                Stream.of(""), comparison.arms().stream().map(arm -> Markdown.escaped(arm.label())))
            .toList();
    page.heading(2, "Figures").table(headings, true, rows);
  }

  private static String cell(Comparison comparison, ArmFigures arm, Metric metric) {
    Estimate estimate = arm.metrics().get(metric.name());
    String sure = ArmInterval.shortText(metric, estimate);
    return PlanFigures.text(metric.unit(), estimate == null ? null : estimate.mean())
        + (sure.isEmpty() ? "" : sure.startsWith("±") ? " " + sure : " (" + sure + ")")
        + (" " + ComparisonTable.arrow(comparison, arm, metric)).stripTrailing();
  }

  private static void addContrasts(Comparison comparison, ArmFigures arm, Markdown page) {
    page.heading(2, arm.label() + " against " + comparison.arms().getFirst().label());
    List<ArmContrast> contrasts =
        comparison.contrasts().stream()
            .filter(contrast -> contrast.arm().equals(arm.label()))
            .toList();
    List<String> sentences =
        contrasts.stream()
            .filter(ArmContrast::differs)
            .map(
                contrast ->
                    contrast.sentence().replace("`", "") + ComparisonReport.effect(contrast))
            .map(sentence -> "- " + Markdown.escaped(sentence) + ".")
            .toList();
    if (!sentences.isEmpty()) {
      page.paragraph(String.join("\n", sentences));
    }
    ArmDifferences.others(contrasts)
        .forEach(sentence -> page.paragraph(Markdown.escaped(sentence)));
  }
}
