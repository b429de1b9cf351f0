package io.anteroom.report;

import io.anteroom.report.html.Answer;
import io.anteroom.report.html.CellColumns;
import io.anteroom.report.html.CellSection;
import io.anteroom.report.html.ComparisonData;
import io.anteroom.report.html.ComparisonData.Dot;
import io.anteroom.report.html.ComparisonData.MetricDots;
import io.anteroom.report.html.DownloadSection;
import io.anteroom.report.html.FactSection;
import io.anteroom.report.html.FactSection.Fact;
import io.anteroom.report.html.FactStanding;
import io.anteroom.report.html.OriginSection;
import io.anteroom.report.html.PageShell;
import io.anteroom.report.html.RunData.Download;
import io.anteroom.report.html.Section;
import io.anteroom.report.html.Sentence;
import io.anteroom.report.html.SentenceSection;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison as one web page, which leads to the cells beside it. */
public final class ComparisonPage {
  /** More sentences than these are no answer any more; they stand below. */
  private static final int MOST_SENTENCES = 6;

  private static final int LONGEST_TITLE = 60;

  private final Comparison comparison;
  private final ArmHistograms recorded;
  private final @Nullable String command;

  private ComparisonPage(Comparison comparison, ArmHistograms recorded, @Nullable String command) {
    this.comparison = comparison;
    this.recorded = recorded;
    this.command = command;
  }

  /**
   * The page.
   *
   * @param folder where the comparison's results are, its cells among them
   * @param parser knows the locking modes
   * @param command that made the comparison; null: not known
   * @throws IOException if the folder can't be read; a cell that can't is told of on the page
   */
  public static PageShell of(
      Comparison comparison, Path folder, ScenarioParser parser, @Nullable String command)
      throws IOException {
    ArmHistograms recorded = ArmHistograms.read(comparison, folder, parser);
    return new ComparisonPage(comparison, recorded, command).shell();
  }

  private PageShell shell() {
    ArmSections arms = new ArmSections(comparison, recorded);
    List<Section> sections = new ArrayList<>();
    sections.add(arms.figures());
    sections.add(arms.intervals());
    arms.curves().ifPresent(sections::add);
    sections.add(differences());
    if (!problems().isEmpty()) {
      sections.add(new FactSection("problems", "What went wrong", problems(), null));
    }
    CellColumns cells =
        CellsOfPage.of(ArmHistograms.axes(comparison), recorded.cells(), Metrics.FIRST_NAME);
    sections.add(
        new CellSection(
            "Each cell is one fork of one arm, with a results folder of its own beside this page;"
                + " anteroom report cells/NAME/result --format html makes a page of one."));
    sections.add(new FactSection("settings", "Settings in common", settings(), arms.settings()));
    sections.add(
        new OriginSection(
            command == null ? "Where it ran:" : "The same command runs the same schedule:",
            command,
            null,
            "Environment",
            OriginSection.environment(comparison.environment())));
    List<Download> downloads =
        List.of(
            new Download(
                StoredFile.COMPARISON.fileName(),
                "application/json",
                Comparison.JSON.write(comparison)));
    sections.add(new DownloadSection(downloads));
    ComparisonData data =
        new ComparisonData(
            comparison.arms().stream().map(ArmFigures::label).toList(),
            ComparisonTable.known(comparison).values().stream().map(this::dots).toList(),
            recorded.distributions(),
            cells,
            downloads);
    return new PageShell("comparison", comparison.name(), answer().html(), sections, data.json());
  }

  private Answer answer() {
    boolean complete = comparison.outcome().equals(Comparison.COMPLETED);
    String arms =
        comparison.arms().stream().map(ArmFigures::label).collect(Collectors.joining(" · "));
    return new Answer(
        "comparison",
        arms.length() > LONGEST_TITLE ? comparison.name() : arms,
        String.join(" · ", ComparisonReport.shared(comparison)),
        complete
            ? ArmForks.allCount(comparison) ? FactStanding.GOOD : FactStanding.LIMITED
            : FactStanding.UNCLEAR,
        comparison.outcome(),
        ArmForks.summary(comparison) + " · " + ComparisonReport.schedule(comparison),
        Stream.concat(
                ArmForks.lines(comparison).stream().map(line -> line + "."),
                comparison.notes().stream())
            .collect(Collectors.joining(" ")),
        sentences(),
        null,
        List.of());
  }

  /** What the runs show of the waits, and the other differences, if these are few. */
  private List<Sentence> sentences() {
    List<ArmContrast> contrasts =
        comparison.contrasts().stream()
            .filter(contrast -> contrast.metric().equals(Metrics.FIRST_NAME) || contrast.differs())
            .sorted(Comparator.comparing(contrast -> !contrast.metric().equals(Metrics.FIRST_NAME)))
            .toList();
    List<Sentence> sentences =
        new ArrayList<>(
            contrasts.stream()
                .limit(MOST_SENTENCES)
                .map(contrast -> Sentence.of(contrast.sentence() + "."))
                .toList());
    if (contrasts.size() > MOST_SENTENCES) {
      sentences.add(
          Sentence.of((contrasts.size() - MOST_SENTENCES) + " more: see the differences below."));
    }
    return sentences;
  }

  private Section differences() {
    String base = comparison.arms().getFirst().label();
    return new SentenceSection(
        "differences",
        "Differences",
        comparison.arms().stream()
            .skip(1)
            .map(
                arm ->
                    new SentenceSection.Group(
                        arm.label() + " against " + base, sentences(arm.label())))
            .toList());
  }

  private List<Sentence> sentences(String arm) {
    List<ArmContrast> contrasts =
        comparison.contrasts().stream().filter(one -> one.arm().equals(arm)).toList();
    List<Sentence> sentences = new ArrayList<>();
    contrasts.stream()
        .filter(ArmContrast::differs)
        .map(one -> Sentence.of(one.sentence() + ComparisonReport.effect(one) + "."))
        .forEach(sentences::add);
    ArmDifferences.others(contrasts).stream().map(Sentence::of).forEach(sentences::add);
    return sentences;
  }

  private List<Fact> problems() {
    List<Fact> problems = new ArrayList<>();
    for (ArmFigures arm : comparison.arms()) {
      for (String problem : arm.problems()) {
        problems.add(new Fact(arm.label(), FactStanding.BAD, problem));
      }
    }
    if (!recorded.unreadable().isEmpty()) {
      problems.add(
          new Fact(
              "unreadable",
              FactStanding.UNCLEAR,
              String.join(", ", recorded.unreadable())
                  + ": what was recorded can't be read, and is not in the curves"));
    }
    return problems;
  }

  private List<Fact> settings() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("seed", Long.toString(comparison.seed())));
    for (Map.Entry<String, Object> one : ComparisonReport.settings(comparison).entrySet()) {
      boolean empty = one.getValue() instanceof List<?> list && list.isEmpty();
      if (!empty && !one.getKey().equals("seed")) {
        facts.add(Fact.of(one.getKey(), String.valueOf(one.getValue())));
      }
    }
    return facts;
  }

  private MetricDots dots(Metric metric) {
    List<Dot> dots = new ArrayList<>();
    for (ArmFigures arm : comparison.arms()) {
      Estimate estimate = arm.metrics().get(metric.name());
      Estimate drawn = estimate == null || ArmInterval.uncertain(estimate) ? null : estimate;
      ArmContrast contrast = comparison.contrast(arm.label(), metric.name()).orElse(null);
      dots.add(
          new Dot(
              dots.size(),
              estimate == null ? null : estimate.mean(),
              drawn == null ? null : drawn.low(),
              drawn == null ? null : drawn.high(),
              contrast != null && contrast.differs(),
              contrast == null ? "" : contrast.sentence().replace("`", "")));
    }
    return new MetricDots(metric.name(), CellFigures.word(metric.unit()), dots);
  }
}
