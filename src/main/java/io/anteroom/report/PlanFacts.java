package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Chart;
import io.anteroom.report.facts.Block.Code;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Downloads;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.store.StoredFile;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What there is to say about a plan. */
public final class PlanFacts {
  private static final List<String> SHOWN =
      List.of("arrivals", "persons", "think", "rooms", "hold", "patience", "limit", "mode", "line");

  private final Plan plan;
  private final Find find;
  private final PlanCandidates candidates;

  private PlanFacts(Plan plan) {
    this.plan = plan;
    this.find = Find.of(plan.find()).orElseThrow();
    this.candidates = new PlanCandidates(plan, find);
  }

  /** What every format has room for. */
  static Report of(Plan plan) {
    PlanFacts facts = new PlanFacts(plan);
    List<Block> near = new ArrayList<>(facts.candidates.near());
    near.addAll(facts.candidates.bars());
    return new Report(
        "plan",
        facts.head(),
        List.of(new Section("candidates", "Candidates", near), facts.notes(), facts.verification()),
        null);
  }

  /**
   * The same with charts, and whatever else only a page has room for.
   *
   * @param command that made the plan; null: not known
   */
  public static Report page(Plan plan, @Nullable String command) {
    PlanFacts facts = new PlanFacts(plan);
    List<Download> downloads =
        List.of(
            new Download(StoredFile.PLAN.fileName(), "application/json", Plan.JSON.write(plan)));
    return new Report(
        "plan",
        facts.head(),
        List.of(
            facts.chart(),
            facts.notes(),
            facts.verification(),
            facts.origin(command),
            Section.of("raw-data", "Raw data", new Downloads(downloads))),
        facts.candidates.data(downloads));
  }

  private ReportHead head() {
    BigDecimal answer = plan.answer();
    List<String> disagreements = new PlanDisagreements(plan, find).sentences();
    List<String> says = new ArrayList<>();
    if (answer != null) {
      says.add(new PlanAnswer(plan, find, answer).text());
    }
    if (!plan.explanation().isEmpty() && !failedOrNotJudged()) {
      says.add(plan.explanation());
    }
    says.addAll(disagreements);
    boolean failed = answer == null || !plan.failureForReal().isEmpty();
    boolean clear =
        disagreements.isEmpty()
            && plan.notJudgedForReal().isEmpty()
            && plan.explanation().isEmpty();
    Mark mark = failed ? Mark.BAD : clear ? Mark.GOOD : Mark.UNCLEAR;
    return new ReportHead(
        ReportTitle.of(plan.scenario(), question()),
        scenario(),
        plan.outcome().equals(Plan.INTERRUPTED) ? Mark.UNCLEAR : mark,
        answer == null ? plan.outcome() : PlanWords.of(find, answer),
        String.join(" · ", plan.objectives()),
        says,
        null,
        List.of());
  }

  /** Then the answer's sentence says it. */
  private boolean failedOrNotJudged() {
    return plan.outcome().equals(Plan.FAILED_FOR_REAL)
        || plan.outcome().equals(Plan.NOT_JUDGED_FOR_REAL);
  }

  private String question() {
    Map<String, Object> scenario = plan.scenario();
    return switch (find) {
      case ROOMS -> "Rooms for " + scenario.get("arrivals");
      case RATE -> "Rate for rooms " + scenario.get("rooms");
      case HOLD -> "Hold for rooms " + scenario.get("rooms");
    };
  }

  /** What the plan was asked about, in few words. */
  private List<String> scenario() {
    List<String> parts = new ArrayList<>();
    for (String key : SHOWN) {
      Object value = plan.scenario().get(key);
      boolean looked = key.equals(plan.find()) && plan.answer() == null;
      if (value != null && !value.equals("none") && !looked) {
        parts.add(key + " " + value);
      }
    }
    return parts;
  }

  private Section chart() {
    List<Block> tables = candidates.all();
    return new Section(
        "candidates",
        "Candidates",
        tables.isEmpty()
            ? List.of()
            : List.of(
                new Chart(
                    "candidates",
                    "What each candidate's figures are, with the objective as a line",
                    "Dots are simulated, filled where every objective is met beyond doubt; bars are"
                        + " 95% intervals over the replications, the dashed line is theory, which"
                        + " decides where it is exact. The objective's line runs across; the answer"
                        + " is the first candidate that is on its right side for sure, and beyond"
                        + " the knee more buys ever less. A linear axis ends at four times the"
                        + " objective."),
                new Details("Candidates as a table", tables)));
  }

  private Section notes() {
    return Section.of("facts", "What to know", new Facts(new PlanNotes(plan, find).all()));
  }

  private Section verification() {
    PlanVerification verification = new PlanVerification(plan, find);
    return plan.verification().isEmpty()
        ? Section.of("verification", "")
        : Section.of(
            "verification",
            "For real",
            verification.table(),
            PlanVerification.SAME_VISITS,
            new Facts(verification.facts()));
  }

  private Section origin(@Nullable String command) {
    List<Block> blocks = new ArrayList<>();
    if (command == null) {
      String unknown = "The command is not known; it was asked of this scenario.";
      blocks.add(new Paragraph(unknown, false));
    } else {
      blocks.add(code(command));
    }
    blocks.add(
        new Facts(
            ReportTitle.told(plan.scenario()).entrySet().stream()
                .map(setting -> Fact.of(setting.getKey(), String.valueOf(setting.getValue())))
                .toList()));
    return new Section("origin", "Run it again", blocks);
  }

  /** The command that made a plan, to be copied. */
  static Block code(String command) {
    return new Code("command", "The same command has the same answer", "sh", command);
  }
}
