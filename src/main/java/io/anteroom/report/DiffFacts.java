package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
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

/** What there is to say about two runs side by side. */
public final class DiffFacts {
  private static final int BAR = 20;
  private static final int MOST_OF_A_KIND = 5;

  private final RunDiff diff;

  private DiffFacts(RunDiff diff) {
    this.diff = diff;
  }

  /** For a person at a terminal: the whole text, ending in a line feed. */
  public static String text(RunDiff diff, Style style) {
    Page page = new Page(style);
    TextRenderer.print(new DiffFacts(diff).blocks(), page);
    return page.text();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(ChangeWording.summary(diff.failOn(), diff.strict(), diff.regressions()));
    blocks.add(new Facts(sides()));
    blocks.add(new Paragraph(diff.same() ? "Both are the same result, to the byte." : "", false));
    blocks.add(new Facts(settings()));
    blocks.add(waits());
    blocks.addAll(metrics());
    blocks.add(new Facts(Facts.labelledOnce(pins(diff.pins()))));
    blocks.add(
        new Facts(
            Facts.labelledOnce(
                diff.regressions().stream()
                    .map(regression -> ChangeWording.fact(regression, diff.strict()))
                    .toList())));
    return blocks;
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
    List<Fact> environment = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (Difference one : diff.environment()) {
      if (one.differs()) {
        environment.add(Fact.of("environment", ChangeWording.text(one)));
      } else {
        same.add(one.key() + " " + one.a());
      }
    }
    environment.add(
        Fact.of(
            "environment", "the same: " + (same.isEmpty() ? "nothing" : String.join(" · ", same))));
    List<Fact> facts = new ArrayList<>(Facts.labelledOnce(environment));
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

  /** A bar for each bucket of either; an empty table where nobody waited. */
  private Table waits() {
    List<WaitBucket> waits = diff.waits();
    double ofA = Math.max(waits.stream().mapToLong(WaitBucket::a).sum(), 1);
    double ofB = Math.max(waits.stream().mapToLong(WaitBucket::b).sum(), 1);
    double longest =
        waits.stream()
            .mapToDouble(bucket -> Math.max(bucket.a() / ofA, bucket.b() / ofB))
            .max()
            .orElse(0);
    List<Row> rows = new ArrayList<>();
    for (WaitBucket bucket : longest == 0 ? List.<WaitBucket>of() : waits) {
      String range = WaitDrawing.range(bucket.fromNanos(), bucket.toNanos());
      rows.add(
          Row.of(
              rows.isEmpty() ? "under " + range.substring(range.indexOf('–') + 2) : range,
              Page.bar(bucket.a() / ofA / longest, BAR),
              WaitDrawing.percent(bucket.a() / ofA),
              Page.bar(bucket.b() / ofB / longest, BAR),
              WaitDrawing.percent(bucket.b() / ofB)));
    }
    List<Column> columns =
        List.of(
            Column.right("wait", 14),
            Column.left("A", BAR + 2),
            Column.right("", 8),
            Column.left("B", BAR + 2),
            Column.right("", 8));
    return new Table("Waits", columns, rows);
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
              ChangeWording.percent(change.relative()),
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
    return FigureText.count(count) + " times, " + FigureText.duration(nanos);
  }
}
