package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Cells;
import io.anteroom.report.facts.Block.Code;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Downloads;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Heading;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Sentences;
import io.anteroom.report.facts.ComparisonData;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.BestArm;
import io.anteroom.study.compare.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say about a comparison. */
public final class ComparisonFacts {
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

  /** More sentences than these are no answer any more. */
  private static final int MOST_SENTENCES = 6;

  private static final int MOST_IN_TITLE = 3;

  private final Comparison comparison;
  private final ArmTables arms;

  private ComparisonFacts(Comparison comparison) {
    this.comparison = comparison;
    this.arms = new ArmTables(comparison);
  }

  /**
   * For a person at a terminal: the answer is at the end, too, since tables stand before it.
   *
   * @param folder where the results are; null: nowhere
   */
  public static String text(Comparison comparison, Style style, @Nullable Path folder) {
    List<ArmContrast> waits =
        comparison.contrasts().stream()
            .filter(contrast -> contrast.metric().equals(Metrics.FIRST_NAME))
            .toList();
    List<Fact> answer =
        Stream.concat(best(comparison).stream(), sentences(waits, "above").stream())
            .map(sentence -> Fact.of("answer", TextRenderer.unnamed(sentence)))
            .toList();
    Section last = Section.of("answer", "Answer", new Facts(Facts.labelledOnce(answer)));
    return TextRenderer.text(of(comparison).with(last), style, folder);
  }

  /** What every format has room for. */
  public static Report of(Comparison comparison) {
    ComparisonFacts facts = new ComparisonFacts(comparison);
    List<Block> figures = new ArrayList<>(List.of(facts.arms.figures()));
    figures.addAll(facts.arms.bars());
    return new Report(
        "comparison",
        facts.head(List.of()),
        List.of(
            new Section("arms", "Side by side", figures),
            facts.differences(),
            facts.problems(List.of())),
        null);
  }

  /**
   * The same with charts, and whatever else only a page has room for.
   *
   * @param folder where the comparison's results are, its cells among them
   * @param parser knows the locking modes
   * @param command that made the comparison; null: not known
   * @throws IOException if the folder can't be read; a cell that can't is told of on the page
   */
  public static Report page(
      Comparison comparison, Path folder, ScenarioParser parser, @Nullable String command)
      throws IOException {
    ComparisonFacts facts = new ComparisonFacts(comparison);
    ArmHistograms recorded = ArmHistograms.read(comparison, folder, parser);
    boolean pages =
        CellPages.areIn(
            StoredFile.CELLS.in(folder), recorded.cells().stream().map(CellRecord::name).toList());
    List<Download> downloads =
        List.of(
            new Download(
                StoredFile.COMPARISON.fileName(),
                "application/json",
                Comparison.JSON.write(comparison)));
    ComparisonData data =
        new ComparisonData(
            comparison.arms().stream().map(ArmFigures::label).toList(),
            facts.arms.dots(),
            recorded.distributions(),
            CellsOfPage.of(
                ArmHistograms.axes(comparison), recorded.cells(), Metrics.FIRST_NAME, pages),
            downloads);
    return new Report(
        "comparison",
        facts.head(facts.answer()),
        List.of(
            Section.of("arms", "Side by side", facts.arms.figures()),
            facts.arms.intervals(),
            recorded.curves(),
            facts.differences(),
            facts.problems(recorded.unreadable()),
            Section.of(
                "cells",
                "All cells",
                new Paragraph(
                    "Each cell is one fork of one arm. " + CellsOfPage.where(pages), false),
                new Cells()),
            facts.settings(),
            facts.origin(command),
            EnvironmentFacts.section(comparison.environment()),
            Section.of("raw-data", "Raw data", new Downloads(downloads))),
        data);
  }

  private ReportHead head(List<String> answer) {
    boolean complete = comparison.outcome().equals(Comparison.COMPLETED);
    Mark mark = ArmForks.allCount(comparison) && !noisy() ? Mark.GOOD : Mark.LIMITED;
    return new ReportHead(
        title(comparison),
        shared(),
        complete ? mark : Mark.UNCLEAR,
        comparison.outcome(),
        ArmForks.summary(comparison) + " · " + schedule(),
        Stream.of(ArmForks.lines(comparison), comparison.notes(), answer)
            .flatMap(List::stream)
            .toList(),
        null,
        List.of());
  }

  /** Whether others took much of the machine during more than half of the forks. */
  private boolean noisy() {
    int noisy = comparison.arms().stream().mapToInt(ArmFigures::noisy).sum();
    int counted = comparison.arms().stream().mapToInt(ArmFigures::counted).sum();
    return 2 * noisy > counted;
  }

  static String title(Comparison comparison) {
    return ReportTitle.of(
        comparison.name(), title(comparison.arms().stream().map(ArmFigures::label).toList()));
  }

  /** What is compared, of these arms, in few words. */
  public static String title(List<String> arms) {
    return arms.size() > MOST_IN_TITLE
        ? arms.getFirst() + " and " + (arms.size() - 1) + " others"
        : String.join(" or ", arms);
  }

  /** What all arms have in common, in few words. */
  private List<String> shared() {
    Map<String, Object> settings = common(comparison);
    return SHOWN.stream()
        .filter(settings::containsKey)
        .filter(key -> !"none".equals(settings.get(key)))
        .map(key -> key + " " + settings.get(key))
        .toList();
  }

  /** The settings that all arms have in common. */
  static Map<String, Object> common(Comparison comparison) {
    Map<String, Object> settings = new LinkedHashMap<>(comparison.arms().getFirst().settings());
    for (ArmFigures arm : comparison.arms()) {
      settings.entrySet().removeIf(one -> !one.getValue().equals(arm.settings().get(one.getKey())));
    }
    return settings;
  }

  private String schedule() {
    List<String> checksums =
        comparison.arms().stream().flatMap(arm -> arm.checksums().stream()).distinct().toList();
    if (checksums.size() == 1) {
      return "the same schedule everywhere, " + checksums.getFirst();
    }
    return comparison.sameSchedule()
        ? "in each fork the same schedule for all"
        : "different schedules";
  }

  /** What the runs show to differ, if that is little, and what they show of the waits. */
  private List<String> answer() {
    List<ArmContrast> contrasts =
        comparison.contrasts().stream()
            .filter(contrast -> contrast.metric().equals(Metrics.FIRST_NAME) || contrast.differs())
            .sorted(
                Comparator.comparing((ArmContrast contrast) -> !contrast.differs())
                    .thenComparing(contrast -> !contrast.metric().equals(Metrics.FIRST_NAME)))
            .toList();
    return Stream.concat(best(comparison).stream(), sentences(contrasts, "below").stream())
        .toList();
  }

  /** Which arm has the shortest waits, as a sentence; empty where that is not told. */
  private static List<String> best(Comparison comparison) {
    BestArm best = comparison.best();
    return best == null ? List.of() : List.of(best.sentence() + ".");
  }

  /** Not more than make an answer; the differences are all in the tables. */
  private static List<String> sentences(List<ArmContrast> contrasts, String tables) {
    List<String> sentences = new ArrayList<>();
    contrasts.stream()
        .limit(MOST_SENTENCES)
        .forEach(contrast -> sentences.add(contrast.sentence() + "."));
    if (contrasts.size() > MOST_SENTENCES) {
      sentences.add(
          (contrasts.size() - MOST_SENTENCES) + " more: see the differences " + tables + ".");
    }
    return sentences;
  }

  private Section differences() {
    String base = comparison.arms().getFirst().label();
    List<Block> blocks = new ArrayList<>();
    if (comparison.best() != null) {
      blocks.add(new Heading("The shortest waits"));
      blocks.add(new Sentences(best(comparison)));
    }
    for (ArmFigures arm : comparison.arms().subList(1, comparison.arms().size())) {
      blocks.add(new Heading(arm.label() + " against " + base));
      blocks.add(new Sentences(sentences(arm.label())));
    }
    blocks.add(new Paragraph(reading(), true));
    return new Section("differences", "Differences", blocks);
  }

  private List<String> sentences(String arm) {
    List<ArmContrast> contrasts =
        comparison.contrasts().stream().filter(one -> one.arm().equals(arm)).toList();
    List<String> sentences = new ArrayList<>();
    contrasts.stream()
        .filter(ArmContrast::differs)
        .forEach(contrast -> sentences.add(contrast.sentence() + effect(contrast) + "."));
    sentences.addAll(ArmDifferences.others(contrasts));
    return sentences;
  }

  private static String effect(ArmContrast contrast) {
    Double effect = contrast.effect();
    return effect == null ? "" : " (effect size " + FigureText.number(Math.abs(effect), 2) + ")";
  }

  private String reading() {
    return "Figures are geometric means over the forks that count (plain ones where a fork has 0),"
        + " with 95% intervals of Student's t. ▲ and ▼: greater or smaller than "
        + comparison.arms().getFirst().label()
        + ", by paired t-tests over the forks with Holm's correction: the probability that any"
        + " arrow of these tables"
        + (comparison.best() == null ? "" : ", or a \"longer\" above,")
        + " is an accident is at most 5%. Seed "
        + comparison.seed()
        + ".";
  }

  private Section problems(List<String> unreadable) {
    List<Fact> problems = new ArrayList<>();
    comparison.arms().stream()
        .flatMap(arm -> arm.problems().stream())
        .forEach(problem -> problems.add(Fact.of("went wrong", Mark.BAD, problem)));
    List<Fact> facts = new ArrayList<>(Facts.labelledOnce(problems));
    if (!unreadable.isEmpty()) {
      facts.add(
          Fact.of(
              "unreadable",
              Mark.UNCLEAR,
              String.join(", ", unreadable)
                  + ": what was recorded can't be read, and is not in the curves"));
    }
    return Section.of("problems", "What went wrong", new Facts(facts));
  }

  private Section settings() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("seed", Long.toString(comparison.seed())));
    common(comparison)
        .forEach(
            (key, value) -> {
              boolean empty = value instanceof List<?> list && list.isEmpty();
              if (!empty && !key.equals("seed")) {
                facts.add(Fact.of(key, String.valueOf(value)));
              }
            });
    return Section.of(
        "settings",
        "Settings in common",
        new Facts(facts),
        new Details(ArmTables.DIFFERENCES, List.of(arms.settings())));
  }

  private Section origin(@Nullable String command) {
    return command == null
        ? Section.of("origin", "")
        : Section.of(
            "origin",
            "Run it again",
            new Code("command", "The same command runs the same schedule", "sh", command));
  }
}
