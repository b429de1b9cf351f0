package io.anteroom.report;

import io.anteroom.report.html.Answer;
import io.anteroom.report.html.ChartSection;
import io.anteroom.report.html.DataTable;
import io.anteroom.report.html.DataTable.Row;
import io.anteroom.report.html.DownloadSection;
import io.anteroom.report.html.FactSection;
import io.anteroom.report.html.FactSection.Fact;
import io.anteroom.report.html.OriginSection;
import io.anteroom.report.html.PageShell;
import io.anteroom.report.html.PlanData;
import io.anteroom.report.html.PlanData.Candidate;
import io.anteroom.report.html.PlanData.Goal;
import io.anteroom.report.html.RunData.Download;
import io.anteroom.report.html.Section;
import io.anteroom.report.html.Sentence;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Unit;
import io.anteroom.result.store.StoredFile;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Judgement;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.Point;
import io.anteroom.study.plan.Standing;
import io.anteroom.study.plan.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as one web page that needs nothing but itself. */
public final class PlanPage {
  private final Plan plan;
  private final Find find;
  private final @Nullable String command;

  private PlanPage(Plan plan, @Nullable String command) {
    this.plan = plan;
    this.find = Find.of(plan.find()).orElseThrow();
    this.command = command;
  }

  /**
   * The page.
   *
   * @param command that made the plan; null: not known
   */
  public static PageShell of(Plan plan, @Nullable String command) {
    return new PlanPage(plan, command).shell();
  }

  private PageShell shell() {
    List<Section> sections = new ArrayList<>();
    if (!plan.curve().isEmpty()) {
      sections.add(candidates());
    }
    sections.add(new FactSection("facts", "What to know", facts(), null));
    if (!plan.verification().isEmpty()) {
      sections.add(verification());
    }
    sections.add(
        new OriginSection(
            command == null
                ? "The command is not known; it was asked of this scenario:"
                : "The same command has the same answer:",
            command,
            null,
            "Settings",
            settings()));
    List<Download> downloads =
        List.of(
            new Download(StoredFile.PLAN.fileName(), "application/json", Plan.JSON.write(plan)));
    sections.add(new DownloadSection(downloads));
    return new PageShell("plan", name(), answer().html(), sections, data(downloads).json());
  }

  private String name() {
    return String.valueOf(plan.scenario().getOrDefault("name", "plan"));
  }

  private Answer answer() {
    BigDecimal answer = plan.answer();
    boolean failed = answer == null || !plan.failureForReal().isEmpty();
    List<String> disagreements = new PlanDisagreements(plan, find).sentences();
    io.anteroom.report.html.FactStanding standing =
        plan.outcome().equals(Plan.INTERRUPTED)
            ? io.anteroom.report.html.FactStanding.UNCLEAR
            : failed
                ? io.anteroom.report.html.FactStanding.BAD
                : disagreements.isEmpty()
                    ? io.anteroom.report.html.FactStanding.GOOD
                    : io.anteroom.report.html.FactStanding.UNCLEAR;
    List<Sentence> sentences = new ArrayList<>();
    if (answer != null) {
      sentences.add(Sentence.of(new PlanAnswer(plan, find, answer).text()));
    }
    disagreements.forEach(sentence -> sentences.add(Sentence.of(sentence)));
    return new Answer(
        "plan",
        name(),
        PlanReport.scenario(plan).replace('\u00a0', ' '),
        standing,
        answer == null ? plan.outcome() : PlanWords.of(find, answer),
        String.join(" · ", plan.objectives()),
        plan.explanation(),
        sentences,
        null,
        List.of());
  }

  private Section candidates() {
    return new ChartSection(
        "candidates",
        "Candidates",
        "What each candidate's figures are, with the objective as a line",
        "Dots are simulated, filled where every objective is met beyond doubt; bars are 95%"
            + " intervals over the replications, the dashed line is theory, which decides where"
            + " it is exact. The objective's line runs across; the answer is the first candidate"
            + " that is on its right side for sure, and beyond the knee more buys ever less.",
        null,
        table());
  }

  private DataTable table() {
    List<Row> rows = new ArrayList<>();
    int objectives = plan.curve().getFirst().standings().size();
    for (int objective = 0; objective < objectives; objective++) {
      @Nullable Standing before = null;
      for (Point point : plan.curve()) {
        Standing standing = point.standings().get(objective);
        rows.add(row(point, standing, before));
        before = standing;
      }
    }
    return new DataTable(
        "Candidates",
        List.of(
            PlanTable.heading(find),
            "objective",
            "used",
            "simulated",
            "95% interval",
            "theory",
            "change",
            "verdict"),
        rows);
  }

  private Row row(Point point, Standing standing, @Nullable Standing before) {
    Unit unit = unit(standing);
    Estimate simulated = standing.simulated();
    Double used = point.utilisation();
    boolean endless = point.endless();
    return Row.of(
        PlanWords.brief(find, point.value()),
        standing.objective(),
        used == null ? "–" : FigureText.share(used),
        endless ? "grows" : PlanFigures.text(unit, simulated == null ? null : simulated.mean()),
        PlanFigures.interval(unit, simulated),
        PlanFigures.text(unit, standing.theory()),
        endless ? "–" : PlanTable.change(standing, before, unit),
        standing.verdict().words());
  }

  private static Unit unit(Standing standing) {
    return Expectation.parse(standing.objective()).metric().unit();
  }

  private List<Fact> facts() {
    return new PlanFacts(plan, find)
        .all().stream()
            .map(
                fact ->
                    new Fact(
                        fact.label(),
                        fact.mark() == null ? null : fact.mark().standing(),
                        fact.text()))
            .toList();
  }

  private Section verification() {
    PlanVerification words = new PlanVerification(plan, find, new Page(Style.PLAIN));
    List<Fact> facts =
        plan.verification().stream()
            .map(one -> new Fact("verified", words.mark(one).standing(), words.verdict(one)))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (Verification one : plan.verification()) {
      one.figures().forEach(figure -> rows.add(row(one, figure)));
    }
    return new FactSection(
        "verification",
        "For real",
        facts,
        new DataTable(
            "Theory, simulation and reality",
            List.of(
                PlanTable.heading(find),
                "objective",
                "theory",
                "simulated",
                "same visits simulated",
                "real",
                "verdict"),
            rows));
  }

  private Row row(Verification one, Verification.Figure figure) {
    Unit unit = Expectation.parse(figure.objective()).metric().unit();
    Estimate simulated = figure.simulated();
    return Row.of(
        PlanWords.brief(find, one.value()),
        figure.objective(),
        PlanFigures.text(unit, figure.theory()),
        PlanFigures.text(unit, simulated == null ? null : simulated.mean()),
        PlanFigures.text(unit, figure.sameVisits()),
        PlanFigures.text(unit, figure.real()),
        figure.met() ? "meets" : "fails");
  }

  private List<Fact> settings() {
    return plan.scenario().entrySet().stream()
        .filter(setting -> !(setting.getValue() instanceof List<?> list && list.isEmpty()))
        .map(setting -> Fact.of(setting.getKey(), String.valueOf(setting.getValue())))
        .toList();
  }

  private PlanData data(List<Download> downloads) {
    List<BigDecimal> values = plan.curve().stream().map(Point::value).toList();
    List<Goal> goals = new ArrayList<>();
    int objectives = values.isEmpty() ? 0 : plan.curve().getFirst().standings().size();
    for (int objective = 0; objective < objectives; objective++) {
      goals.add(goal(objective));
    }
    return new PlanData(
        PlanTable.heading(find),
        values.stream().map(BigDecimal::doubleValue).toList(),
        values.stream().map(value -> PlanWords.brief(find, value)).toList(),
        place(plan.answer()),
        place(plan.knee()),
        goals,
        downloads);
  }

  private @Nullable Integer place(@Nullable BigDecimal value) {
    Point point = plan.at(value);
    return point == null ? null : plan.curve().indexOf(point);
  }

  private Goal goal(int objective) {
    Expectation expectation =
        Expectation.parse(plan.curve().getFirst().standings().get(objective).objective());
    return new Goal(
        expectation.toString(),
        expectation.metric().name(),
        CellFigures.word(expectation.metric().unit()),
        expectation.limit(),
        plan.curve().stream()
            .map(point -> candidate(point, point.standings().get(objective)))
            .toList());
  }

  private static Candidate candidate(Point point, Standing standing) {
    Estimate simulated = point.endless() ? null : standing.simulated();
    Double theory = standing.theory();
    boolean met = point.verdict() == Judgement.MET;
    return new Candidate(
        simulated == null ? null : simulated.mean(),
        simulated == null ? null : simulated.low(),
        simulated == null ? null : simulated.high(),
        theory == null || !Double.isFinite(theory) ? null : theory,
        point.verdict().word(),
        point.verdict().words() + (met ? "" : "; this objective: " + standing.verdict().words()),
        point.endless());
  }
}
