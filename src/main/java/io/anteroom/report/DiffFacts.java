package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Picture;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Unit;
import io.anteroom.result.verdict.Rating;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.study.diff.Change;
import io.anteroom.study.diff.Difference;
import io.anteroom.study.diff.Pins;
import io.anteroom.study.diff.Pins.Cause;
import io.anteroom.study.diff.Pins.Fate;
import io.anteroom.study.diff.RunDiff;
import io.anteroom.study.diff.RunDiff.Side;
import io.anteroom.study.diff.WaitBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What there is to say about two runs side by side. */
public final class DiffFacts {
  private static final int BAR = 20;
  private static final int MOST_OF_A_KIND = 5;
  private static final String SAME = "Both are identical: the same result, to the byte.";

  private final RunDiff diff;

  private DiffFacts(RunDiff diff) {
    this.diff = diff;
  }

  /** For a person at a terminal: the whole text, ending in a line feed. */
  public static String text(RunDiff diff, Style style) {
    DiffFacts facts = new DiffFacts(diff);
    return ChangeWording.text(facts.head(), facts.sections(facts.bars()), style);
  }

  /**
   * For a page.
   *
   * @param command that compared them
   */
  public static Report page(RunDiff diff, String command) {
    DiffFacts facts = new DiffFacts(diff);
    return new Report(
        "diff",
        facts.head(),
        Stream.concat(
                facts.sections(facts.drawn()).stream(), Stream.of(ChangeWording.origin(command)))
            .toList(),
        null);
  }

  private ReportHead head() {
    boolean sound =
        Stream.of(diff.a(), diff.b())
            .allMatch(side -> VerdictKind.of(side.verdict()).rating() == Rating.GOOD);
    List<String> changed =
        diff.metrics().stream()
            .filter(change -> change.contrast().differs())
            .map(Change::metric)
            .toList();
    return ChangeWording.head(
        diff.failOn(),
        diff.strict(),
        diff.regressions(),
        new ReportHead(
            ChangeWording.title(diff.a().name(), diff.b().name()),
            diff.scenario().stream().map(ChangeWording::text).toList(),
            sound ? Mark.GOOD : Mark.UNCLEAR,
            changed.isEmpty()
                ? "no metric changed beyond chance"
                : "%d of %d metrics changed beyond chance"
                    .formatted(changed.size(), diff.metrics().size()),
            String.join(", ", changed),
            diff.same() ? List.of(SAME) : List.of(),
            null,
            List.of()));
  }

  /** What every format says, in order; the waits are drawn in each as it can. */
  private List<Section> sections(List<Block> waits) {
    List<Block> sides = new ArrayList<>(List.of(new Facts(sides())));
    sides.add(new Paragraph(diff.same() ? SAME : "", false));
    sides.add(new Facts(settings()));
    return List.of(
        new Section("sides", "What is compared", sides),
        new Section("waits", "Waits side by side", waits),
        new Section("metrics", "What changed", metrics()),
        Section.of("pins", "Held carriers", new Facts(Facts.labelledOnce(pins(diff.pins())))),
        ChangeWording.named(
            diff.regressions().stream()
                .map(regression -> ChangeWording.fact(regression, diff.strict()))
                .toList()));
  }

  private List<Fact> sides() {
    List<Fact> facts = new ArrayList<>(side("A", diff.a()));
    facts.addAll(side("B", diff.b()));
    return facts;
  }

  private static List<Fact> side(String label, Side side) {
    VerdictKind kind = VerdictKind.of(side.verdict());
    String samples = side.samples() == 1 ? "" : " (" + side.samples() + " runs)";
    String why =
        !side.explanation().isBlank()
            ? side.explanation()
            : kind.rating() == Rating.GOOD ? "" : side.verdict().sentence();
    Fact fact =
        Fact.of(label, Mark.of(kind.rating()), kind.words() + samples + " · " + side.name());
    return why.isEmpty() ? List.of(fact) : List.of(fact, Fact.of("", why));
  }

  private List<Fact> settings() {
    List<Fact> environment =
        diff.environment().stream()
            .filter(Difference::differs)
            .map(one -> Fact.of("environment", ChangeWording.text(one)))
            .toList();
    List<Fact> facts = new ArrayList<>(Facts.labelledOnce(environment));
    if (environment.isEmpty()) {
      facts.add(Fact.of("environment", "the same"));
    }
    facts.addAll(
        Facts.labelledOnce(
            diff.scenario().stream()
                .map(one -> Fact.of("scenario", ChangeWording.text(one)))
                .toList()));
    if (diff.scenario().isEmpty()) {
      facts.add(Fact.of("scenario", "the same"));
    }
    facts.add(
        Fact.of(
            "schedule",
            diff.sameSchedule()
                ? "the same arrivals and holds: intervals are rather too wide than too narrow"
                : "other arrivals and holds: chance differs, too"));
    return facts;
  }

  /** What share of the waits of each lies in which range; empty where nobody waited. */
  private List<DiffSvg.Range> ranges() {
    List<WaitBucket> waits = diff.waits();
    double ofA = Math.max(waits.stream().mapToLong(WaitBucket::a).sum(), 1);
    double ofB = Math.max(waits.stream().mapToLong(WaitBucket::b).sum(), 1);
    List<DiffSvg.Range> ranges = new ArrayList<>();
    for (WaitBucket bucket : waits) {
      String range = WaitDrawing.range(bucket.fromNanos(), bucket.toNanos());
      ranges.add(
          new DiffSvg.Range(
              ranges.isEmpty() ? "under " + range.substring(range.indexOf('–') + 2) : range,
              bucket.a() / ofA,
              bucket.b() / ofB));
    }
    return ranges.stream().allMatch(range -> range.a() == 0 && range.b() == 0) ? List.of() : ranges;
  }

  /** As bars of characters. */
  private List<Block> bars() {
    List<DiffSvg.Range> ranges = ranges();
    double longest =
        ranges.stream().mapToDouble(range -> Math.max(range.a(), range.b())).max().orElse(1);
    List<Row> rows =
        ranges.stream()
            .map(
                range ->
                    Row.of(
                        range.label(),
                        Page.bar(range.a() / longest, BAR),
                        WaitDrawing.percent(range.a()),
                        Page.bar(range.b() / longest, BAR),
                        WaitDrawing.percent(range.b())))
            .toList();
    List<Column> columns =
        List.of(
            Column.right("wait", 14),
            Column.left("A", BAR + 2),
            Column.right("", 8),
            Column.left("B", BAR + 2),
            Column.right("", 8));
    return List.of(new Table("Waits", columns, rows));
  }

  /** As a picture, and its figures as a table. */
  private List<Block> drawn() {
    List<DiffSvg.Range> ranges = ranges();
    if (ranges.isEmpty()) {
      return List.of();
    }
    List<Row> rows =
        ranges.stream()
            .map(
                range ->
                    Row.of(
                        range.label(),
                        WaitDrawing.percent(range.a()),
                        WaitDrawing.percent(range.b())))
            .toList();
    return List.of(
        new Picture(
            DiffSvg.text(ranges), "How long visits of A and of B waited", "Shares of all visits."),
        Details.of(Table.of("Waits", List.of("wait", "A", "B"), rows)));
  }

  /** How metrics changed, and below why some were not judged. */
  private List<Block> metrics() {
    List<Row> rows = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Change change : diff.metrics()) {
      Unit unit = ChangeWording.unit(change);
      rows.add(
          Row.of(
              change.metric(),
              ChangeWording.figure(change.a(), unit),
              ChangeWording.figure(change.b(), unit),
              ChangeWording.amount(change, unit),
              ChangeWording.bounds(change.bounds(), unit),
              verdict(change, reasons)));
    }
    List<Column> columns =
        List.of(
            Column.left("", 22),
            Column.right("A", 9),
            Column.right("B", 10),
            Column.right("change", 9),
            Column.right("95% interval", 21),
            Column.left("", 0));
    List<Block> blocks = new ArrayList<>(List.of(new Table("Metrics", columns, rows)));
    blocks.add(
        new Paragraph(
            "no diff: no difference that these runs can show. Of 20 metrics that did not change,"
                + " one looks changed by chance.",
            true));
    for (int reason = 0; reason < reasons.size(); reason++) {
      blocks.add(
          new Paragraph("(%d) no interval: %s".formatted(reason + 1, reasons.get(reason)), true));
    }
    return blocks;
  }

  private static String verdict(Change change, List<String> reasons) {
    return switch (change.contrast()) {
      case GREATER, SMALLER -> change.contrast().word();
      case NONE_SHOWN -> "no diff";
      case NOT_JUDGED -> {
        if (!reasons.contains(change.reason())) {
          reasons.add(change.reason());
        }
        yield "(" + (reasons.indexOf(change.reason()) + 1) + ")";
      }
    };
  }

  /** What held carriers, by cause: first what is new, then what is gone or changed. */
  private static List<Fact> pins(Pins pins) {
    List<String> texts = new ArrayList<>();
    if (!pins.reason().isEmpty()) {
      texts.add("not compared: " + pins.reason());
    } else {
      if (pins.causes().isEmpty()) {
        texts.add("none in either");
      }
      for (Fate fate : List.of(Fate.NEW, Fate.GONE, Fate.CHANGED, Fate.SAME)) {
        addPins(texts, pins, fate);
      }
      pins.onlyANotObservable()
          .forEach(sentence -> texts.add("in A only, not observable: " + sentence));
      pins.onlyBNotObservable()
          .forEach(sentence -> texts.add("in B only, not observable: " + sentence));
    }
    return texts.stream().map(text -> Fact.of("pins", text)).toList();
  }

  private static void addPins(List<String> texts, Pins pins, Fate fate) {
    List<Cause> causes = pins.causes().stream().filter(cause -> cause.fate() == fate).toList();
    for (Cause cause : causes.subList(0, Math.min(causes.size(), MOST_OF_A_KIND))) {
      texts.add(fate.word() + ": " + cause.frame());
      texts.add(extent(cause));
    }
    if (causes.size() > MOST_OF_A_KIND) {
      texts.add("%d more %s".formatted(causes.size() - MOST_OF_A_KIND, fate.word()));
    }
  }

  private static String extent(Cause cause) {
    String a = extent(cause.countA(), cause.nanosA());
    String b = extent(cause.countB(), cause.nanosB());
    return switch (cause.fate()) {
      case NEW -> b;
      case GONE, SAME -> a;
      case CHANGED -> ChangeWording.arrow(a, b);
    };
  }

  private static String extent(long count, long nanos) {
    return FigureText.count(count, "time") + ", " + FigureText.duration(nanos);
  }
}
