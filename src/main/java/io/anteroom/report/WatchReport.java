package io.anteroom.report;

import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.observe.watch.StoredThreads;
import io.anteroom.observe.watch.Target;
import io.anteroom.observe.watch.ThreadsNow;
import io.anteroom.observe.watch.WatchEnding;
import io.anteroom.observe.watch.WatchFigures;
import io.anteroom.observe.watch.WatchResult;
import io.anteroom.observe.watch.WatchVerdict;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Verdict.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A watch for a person at a terminal: what it sees while it goes on, and its summary. */
public final class WatchReport {
  private static final int LIVE_PLACES = 8;
  private static final int LIVE_MONITORS = 4;
  private static final int PLACES = 12;
  private static final int MONITORS = 6;

  /** Before the second look nothing is known to be held. */
  private static final long HELD_NANOS = 1;

  private final Style style;

  /** In that style. */
  public WatchReport(Style style) {
    this.style = style;
  }

  /** What was seen so far, in one line. */
  public String line(long elapsedNanos, WatchFigures seen, CarriersNow carriers) {
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "%4.0f s", elapsedNanos / 1e9));
    int held = carriers.heldFor(HELD_NANOS).size();
    if (held > 0) {
      parts.add("%,d of %,d carriers held".formatted(held, carriers.carriers()));
    }
    if (seen.pinning() != null) {
      parts.add(WatchTable.total(seen.pinning(), "pin", "pins"));
    }
    if (seen.contention() != null) {
      parts.add(FigureText.count(seen.contention().count()) + " contended");
    }
    if (seen.virtualThreadsStarted() != null) {
      parts.add(FigureText.count(seen.virtualThreadsStarted()) + " started");
    }
    if (seen.submitFailures() != null && seen.submitFailures() > 0) {
      parts.add(FigureText.count(seen.submitFailures()) + " not scheduled");
    }
    return style.writable(String.join(" · ", parts).replace('\u00a0', ' '));
  }

  /** A table of what was seen so far, at most so wide, and 15 lines high. */
  public List<String> table(long elapsedNanos, WatchFigures seen, CarriersNow carriers, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(line(elapsedNanos, seen, carriers));
    addPlaces(lines, "carriers held at", seen.pinning(), LIVE_PLACES);
    addPlaces(lines, "monitors waited for at", seen.contention(), LIVE_MONITORS);
    return lines.stream().map(line -> WatchTable.cut(style.writable(line), width)).toList();
  }

  private static void addPlaces(
      List<String> lines, String heading, WatchFigures.@Nullable Blocked blocked, int most) {
    if (blocked != null && blocked.count() > 0) {
      lines.add(WatchTable.headings() + heading);
      lines.addAll(WatchTable.brief(blocked, most));
    }
  }

  /** What a thread dump tells, ending in a line feed. */
  public String text(StoredThreads dump) {
    Page page = new Page(style);
    WatchThreads.print(dump, page);
    return page.text();
  }

  /** The whole summary, ending in a line feed. */
  public String text(WatchResult result, List<WatchVerdict> verdicts) {
    Page page = new Page(style);
    ThreadsNow now = result.seen().now();
    printTitle(result, page);
    if (now != null) {
      WatchThreads.print(now, page);
    }
    printPinning(result, page);
    printContention(result, page);
    printThreads(result, page);
    verdicts.forEach(verdict -> page.fact("expected", mark(verdict), verdict.text()));
    result.notes().forEach(note -> page.fact("note", note));
    if (result.recording() != null) {
      page.line(page.label("recording") + result.recording());
    }
    printBlindSpots(result, page);
    return page.text();
  }

  private void printTitle(WatchResult result, Page page) {
    WatchResult.Session session = result.session();
    Target target = session.target();
    String command = target.command().isBlank() ? "" : " · " + target.command();
    String process = "process " + target.pid();
    page.line(style.strong(process) + WatchTable.cut(command, page.width() - process.length()));
    page.paragraph(
        0, "JDK %s · %s · %s".formatted(target.jdk(), target.vm(), settings(result)), style::faint);
    page.blank();
    ThreadsNow now = result.seen().now();
    WatchThreads.printFindings(now, page);
    boolean held = result.carriersWereHeld();
    if (held) {
      page.marked(
          Mark.LIMITED,
          "virtual threads that waited held the carriers for "
              + heldShare(result)
              + " of the carriers' time, so others waited for a carrier");
    }
    Mark mark = held || (now != null && !now.isClear()) ? Mark.UNCLEAR : Mark.GOOD;
    String watched = "watched for " + FigureText.duration(session.watchedNanos());
    switch (result.ending()) {
      case OVER -> page.line(style.of(mark) + " " + watched);
      case RECORDED ->
          page.line(
              style.of(Mark.GOOD) + " recorded for " + FigureText.duration(session.watchedNanos()));
      case INTERRUPTED -> page.line(style.of(Mark.UNCLEAR) + " " + watched + ", interrupted");
      case TARGET_ENDED ->
          page.line(style.of(Mark.GOOD) + " " + watched + ", until the process ended");
      case TARGET_KILLED ->
          page.line(
              style.of(Mark.BAD)
                  + " the process died after %s; what follows is what it had recorded"
                      .formatted(FigureText.duration(session.watchedNanos())));
      case CUT_SHORT -> page.line(style.of(Mark.BAD) + " " + watched + ", which was cut short");
    }
    page.blank();
  }

  private static String settings(WatchResult result) {
    String settings = result.session().settings();
    return result.ending() == WatchEnding.RECORDED ? settings : "--jfr " + settings;
  }

  private void printPinning(WatchResult result, Page page) {
    WatchFigures.Blocked pinning = result.seen().pinning();
    if (pinning == null) {
      page.fact("pinning", notRecorded(result));
      return;
    }
    Double share = result.carrierShare();
    page.fact(
        "pinning",
        style.strong(WatchTable.total(pinning, "pin", "pins"))
            + (share == null || pinning.count() == 0
                ? ""
                : " · " + heldShare(result) + " of the carriers' time"));
    printGaps(result.pinningGaps(), page);
    printPlaces(pinning, PLACES, page);
  }

  private static String heldShare(WatchResult result) {
    return FigureText.share(Objects.requireNonNull(result.carrierShare()));
  }

  private void printContention(WatchResult result, Page page) {
    WatchFigures.Blocked contention = result.seen().contention();
    if (contention == null) {
      page.fact("contention", notRecorded(result));
      return;
    }
    page.fact("contention", WatchTable.total(contention, "monitor entry", "monitor entries"));
    printGaps(result.contentionGaps(), page);
    printPlaces(contention, MONITORS, page);
  }

  private void printGaps(List<String> gaps, Page page) {
    gaps.forEach(gap -> page.fact("", style.faint(gap)));
  }

  private void printPlaces(WatchFigures.Blocked blocked, int most, Page page) {
    if (blocked.count() > 0) {
      page.line(style.faint(WatchTable.headings() + "where, and why"));
      WatchTable.full(blocked, most, page.width()).forEach(page::line);
      page.blank();
    }
  }

  private void printThreads(WatchResult result, Page page) {
    Long started = result.seen().virtualThreadsStarted();
    Long failures = result.seen().submitFailures();
    page.fact(
        "threads",
        (started == null
                ? "virtual threads started: " + notRecorded(result)
                : FigureText.count(started) + " virtual threads started")
            + "; "
            + (failures == null
                ? "not scheduled: " + notRecorded(result)
                : FigureText.count(failures) + " could not be scheduled"));
  }

  private static String notRecorded(WatchResult result) {
    return result.ending() == WatchEnding.RECORDED
        ? "not recorded"
        : "not recorded by --jfr " + result.session().settings();
  }

  /** What no figure above can tell, in few words; the reasons are in the JSON. */
  private void printBlindSpots(WatchResult result, Page page) {
    List<String> blind =
        new ArrayList<>(
            result.notObservable().stream().map(WatchResult.NotObservable::subject).toList());
    blind.addAll(result.missingEvents());
    if (!blind.isEmpty()) {
      page.blank();
      page.paragraph(
          0,
          "not observable on JDK %d (--json says why): %s"
              .formatted(result.session().target().feature(), String.join("; ", blind)),
          style::faint);
    }
  }

  private static Mark mark(WatchVerdict verdict) {
    Judgement judgement = verdict.judgement();
    return switch (judgement) {
      case MET -> Mark.GOOD;
      case NOT_MET -> Mark.BAD;
      case NOT_JUDGED -> Mark.UNCLEAR;
    };
  }
}
