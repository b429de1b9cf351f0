package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Downloads;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import io.anteroom.result.SentenceText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.store.StoredFile;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Basis;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Judgement;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.SizesPlan;
import io.anteroom.study.plan.SizesPoint;
import io.anteroom.study.plan.SizesWords;
import io.anteroom.study.plan.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say about a plan of the sizes of several pools. */
public final class SizesPlanFacts {
  private static final int DIGITS = 3;

  private final SizesPlan plan;

  private SizesPlanFacts(SizesPlan plan) {
    this.plan = plan;
  }

  /** What every format has room for. */
  static Report of(SizesPlan plan) {
    SizesPlanFacts facts = new SizesPlanFacts(plan);
    return new Report(
        "plan", facts.head(), List.of(facts.sizes(), facts.notes(), facts.verification()), null);
  }

  /**
   * For a page.
   *
   * @param command that made the plan; null: not known
   */
  public static Report page(SizesPlan plan, @Nullable String command) {
    SizesPlanFacts facts = new SizesPlanFacts(plan);
    Block code =
        command == null
            ? new Paragraph("The command is not known.", false)
            : PlanFacts.code(command);
    Download json =
        new Download(StoredFile.PLAN.fileName(), "application/json", SizesPlan.JSON.write(plan));
    return new Report(
        "plan",
        facts.head(),
        List.of(
            facts.sizes(),
            facts.notes(),
            facts.verification(),
            Section.of("origin", "Run it again", code),
            Section.of("raw-data", "Raw data", new Downloads(List.of(json)))),
        null);
  }

  private ReportHead head() {
    SizesPlan.Answer answer = plan.answer();
    List<String> says = new ArrayList<>();
    if (answer != null) {
      says.add(met(answer.point()));
      if (!plan.outcome().equals(Plan.ANSWERED)) {
        says.add(plan.explanation());
      }
    } else {
      says.add(plan.explanation());
    }
    says.addAll(plan.search().exceptions());
    return new ReportHead(
        ReportTitle.of(plan.scenario(), "Rooms for " + plan.scenario().get("arrivals")),
        List.of("arrivals " + plan.scenario().get("arrivals")),
        mark(),
        answer == null ? plan.outcome() : SizesWords.of(answer.point().sizes()),
        String.join(" · ", plan.objectives()),
        says.stream().map(SentenceText::of).toList(),
        null,
        List.of());
  }

  private String met(SizesPoint point) {
    boolean one = point.sizes().values().stream().mapToInt(Integer::intValue).sum() == 1;
    return "%s %s %s, at a cost of %s"
        .formatted(
            rooms(point.sizes()),
            one ? "meets" : "meet",
            PlanAnswer.all(plan.objectives()),
            point.cost().toPlainString());
  }

  /** As a sentence begins with them. */
  private static String rooms(Map<String, Integer> sizes) {
    List<String> words = new ArrayList<>();
    sizes.forEach(
        (pool, rooms) ->
            words.add(PlanWords.of(Find.ROOMS, BigDecimal.valueOf(rooms)) + " of " + pool));
    return String.join(" and ", words);
  }

  private Mark mark() {
    return switch (plan.outcome()) {
      case Plan.INTERRUPTED, Plan.NOT_JUDGED_FOR_REAL -> Mark.UNCLEAR;
      case Plan.ANSWERED -> plan.search().exceptions().isEmpty() ? Mark.GOOD : Mark.UNCLEAR;
      default -> Mark.BAD;
    };
  }

  /** The answer, and what one room fewer or more in each pool does. */
  private Section sizes() {
    SizesPlan.Answer answer = plan.answer();
    if (answer == null) {
      return Section.of("candidates", "");
    }
    List<String> headings = new ArrayList<>(List.of("sizes", "cost"));
    answer
        .point()
        .standings()
        .forEach(one -> headings.add(PlanFigures.metric(one.objective()).name()));
    headings.add("");
    List<Row> rows = new ArrayList<>();
    add(rows, Weight.STRONG, "the answer", answer.point());
    answer
        .fewer()
        .forEach(point -> add(rows, Weight.PLAIN, changed(answer.point(), point.sizes()), point));
    answer
        .more()
        .forEach(point -> add(rows, Weight.PLAIN, changed(answer.point(), point.sizes()), point));
    return Section.of(
        "candidates",
        "What a room fewer or more does",
        Table.of("The answer, and one room fewer or more in each pool", headings, rows));
  }

  /** How sizes are called beside the answer. */
  static String name(SizesPlan plan, Map<String, Integer> sizes) {
    SizesPlan.Answer answer = Objects.requireNonNull(plan.answer());
    return sizes.equals(answer.point().sizes()) ? "the answer" : changed(answer.point(), sizes);
  }

  private Section verification() {
    return new SizesPlanVerification(plan).section();
  }

  private static String changed(SizesPoint from, Map<String, Integer> to) {
    return to.entrySet().stream()
        .filter(one -> one.getValue() != from.rooms(one.getKey()))
        .map(one -> one.getKey() + (one.getValue() < from.rooms(one.getKey()) ? " −1" : " +1"))
        .findFirst()
        .orElse("");
  }

  private static void add(List<Row> rows, Weight weight, String name, SizesPoint point) {
    List<String> cells = new ArrayList<>(List.of(point.cost().toPlainString()));
    List<String> margins = new ArrayList<>(List.of(""));
    for (Standing standing : point.standings()) {
      Metric metric = PlanFigures.metric(standing.objective());
      cells.add(figure(metric, standing));
      Estimate simulated = standing.simulated();
      margins.add(
          simulated != null && standing.basis() == Basis.SIMULATION
              ? Margin.of(metric, simulated).replace(" ", "")
              : "");
    }
    cells.add(verdict(point));
    rows.add(new Row(weight, name, cells));
    if (margins.stream().anyMatch(margin -> !margin.isEmpty())) {
      rows.add(new Row(Weight.BELOW, "", margins));
    }
  }

  private static String verdict(SizesPoint point) {
    String unsound = point.unsound();
    if (unsound != null) {
      return unsound;
    }
    return point.verdict() == Judgement.MET ? "met" : point.verdict().words();
  }

  private static String figure(Metric metric, Standing standing) {
    Double theory = standing.theory();
    Estimate simulated = standing.simulated();
    if (standing.basis() == Basis.THEORY && theory != null) {
      return metric.unit().text(theory, DIGITS);
    }
    return simulated == null
        ? standing.basis() == Basis.GROWTH ? "grows" : FigureText.NONE
        : metric.unit().text(simulated.mean(), DIGITS);
  }

  private Section notes() {
    SizesPlan.Answer answer = plan.answer();
    List<Fact> facts = new ArrayList<>();
    if (answer != null) {
      if (plan.outcome().equals(Plan.ANSWERED)) {
        facts.add(Fact.of("search", plan.explanation()));
      }
      facts.add(Fact.of("decided by", basis(answer.point())));
      if (!answer.bottleneck().isEmpty()) {
        facts.add(Fact.of("bottleneck", bottleneck(answer)));
      }
      Integer percent = answer.headRoomPercent();
      if (percent != null) {
        facts.add(Fact.of("head-room", headRoom(percent)));
      }
    }
    facts.add(Fact.of("judged", FigureText.count(plan.search().judged(), "size")));
    searched().ifPresent(words -> facts.add(Fact.of("searched", words)));
    return Section.of("facts", "What to know", new Facts(facts));
  }

  /** Which pools kept their rooms; empty: not known. */
  private Optional<String> searched() {
    Map<String, Integer> given = plan.search().given();
    List<String> kept = plan.search().kept();
    if (given == null || kept == null) {
      return Optional.empty();
    }
    if (kept.isEmpty()) {
      return Optional.of(
          "rooms of all pools, whatever the scenario gives them (%s); --keep POOL keeps that"
              .formatted(SizesWords.of(given)));
    }
    Map<String, Integer> asGiven = new LinkedHashMap<>(given);
    asGiven.keySet().retainAll(kept);
    Map<String, Integer> sought = new LinkedHashMap<>(given);
    sought.keySet().removeAll(kept);
    return Optional.of(
        "rooms of %s; kept as the scenario gives them: %s"
            .formatted(String.join(" and ", sought.keySet()), SizesWords.of(asGiven)));
  }

  private static String headRoom(int percent) {
    if (percent == 0) {
      return "one percent more arrivals are too many";
    }
    boolean more = percent == SizesPlan.MOST_HEAD_ROOM_PERCENT;
    return "arrivals can grow by %s%d%%".formatted(more ? "at least " : "", percent);
  }

  private static String bottleneck(SizesPlan.Answer answer) {
    return "%s: %s of all waiting is for its rooms"
        .formatted(answer.bottleneck(), FigureText.share(answer.bottleneckShare()));
  }

  private static String basis(SizesPoint point) {
    List<String> formulas =
        point.standings().stream()
            .flatMap(standing -> Stream.ofNullable(standing.exactBy()))
            .distinct()
            .toList();
    boolean all = point.standings().stream().allMatch(one -> one.exactBy() != null);
    String simulated = FigureText.count(point.replications(), "replication");
    if (all) {
      return "exact formulas: " + String.join("; ", formulas);
    }
    return formulas.isEmpty()
        ? "simulated time, " + simulated
        : "simulated time, " + simulated + "; exact formulas: " + String.join("; ", formulas);
  }
}
