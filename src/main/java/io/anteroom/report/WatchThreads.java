package io.anteroom.report;

import io.anteroom.measure.flight.CallStack;
import io.anteroom.measure.threads.DumpedThread;
import io.anteroom.observe.watch.StoredThreads;
import io.anteroom.observe.watch.ThreadsNow;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the threads did at the end of a watch, or in a dump, for a person to read. */
final class WatchThreads {
  private static final int INDENT = 22;
  private static final int HOLDS = 6;
  private static final int PLACES = 8;

  private WatchThreads() {}

  /** What is wrong, and what was asked for and could not be seen, each with its mark. */
  static void printFindings(@Nullable ThreadsNow now, Page page) {
    if (now != null) {
      for (ThreadsNow.Finding finding : now.findings()) {
        page.marked(finding.hang() ? Mark.BAD : Mark.LIMITED, finding.sentence());
      }
      now.notes().forEach(note -> page.marked(Mark.UNCLEAR, note));
    }
  }

  static void print(ThreadsNow now, Page page) {
    if (now.isSeen()) {
      page.fact("carriers", carriers(now));
      printHeld(now, page);
    } else {
      now.gaps().forEach(gap -> page.fact("carriers", gap));
    }
    if (now.waiting() != null) {
      printWaiting(now.waiting(), page);
    } else {
      page.fact("waiting", "not looked at (--dump always does)");
    }
  }

  private static String carriers(ThreadsNow now) {
    if (now.carriers() == 0) {
      return "none was seen at work";
    }
    List<String> parts = new ArrayList<>();
    parts.add(FigureText.count(now.carriers()) + " at the end");
    parts.add(FigureText.count(now.held().size()) + " held");
    parts.add(FigureText.count(now.busy()) + " busy");
    if (now.waitingForCarrier() != null) {
      parts.add(
          FigureText.count(now.waitingForCarrier(), "thread waits", "threads wait") + " for one");
    }
    return Fact.parts(parts);
  }

  private static void printHeld(ThreadsNow now, Page page) {
    if (now.held().isEmpty()) {
      return;
    }
    Map<String, List<ThreadsNow.Held>> byFrame = new LinkedHashMap<>();
    now.held()
        .forEach(held -> byFrame.computeIfAbsent(held.frame(), key -> new ArrayList<>()).add(held));
    page.line(page.style().faint(row("held", "longest") + "in, and by"));
    byFrame.values().stream()
        .limit(HOLDS)
        .forEach(
            held -> {
              ThreadsNow.Held first = held.getFirst();
              String frame = first.frame().isEmpty() ? "(its stack is not known)" : first.frame();
              page.line(
                  row(FigureText.count(held.size()), FigureText.duration(first.nanos())) + frame);
              page.paragraph(INDENT, by(first, held.size() - 1));
            });
    printRest(byFrame.size() - HOLDS, page);
    page.blank();
  }

  private static String by(ThreadsNow.Held first, int others) {
    String more = others == 0 ? "" : " and %,d more".formatted(others);
    String monitors =
        first.monitors().isEmpty() ? "" : ", in " + String.join(", ", first.monitors());
    return first.thread() + more + monitors;
  }

  /** A thread dump from a file. */
  static void print(StoredThreads dump, Page page) {
    String jdk = dump.jdk().isEmpty() ? "" : " · JDK " + dump.jdk();
    page.line(page.style().strong(dump.file()));
    page.line(page.style().faint("thread dump" + jdk));
    page.blank();
    for (ThreadsNow.Finding finding : dump.findings()) {
      page.marked(Mark.BAD, finding.sentence());
    }
    page.fact(
        "threads",
        "%s, %s of them virtual"
            .formatted(FigureText.count(dump.threads()), FigureText.count(dump.virtualThreads())));
    printRiders(dump.riders(), page);
    printWaiting(dump.waiting(), page);
  }

  private static void printRiders(List<DumpedThread> riders, Page page) {
    page.fact("on carriers", FigureText.count(riders.size()));
    for (DumpedThread rider : riders.subList(0, Math.min(HOLDS, riders.size()))) {
      String frame =
          rider.stack().isEmpty()
              ? "(its stack is not in the dump)"
              : new CallStack(rider.stack(), false).cause(any -> false).toString();
      page.line(" ".repeat(INDENT) + frame);
      page.paragraph(INDENT, rider.label());
    }
    printRest(riders.size() - HOLDS, page);
  }

  private static void printWaiting(ThreadsNow.Waiting waiting, Page page) {
    page.fact("waiting", FigureText.count(waiting.threads(), "thread"));
    if (waiting.places().isEmpty()) {
      return;
    }
    page.line(page.style().faint(row("threads", "virtual") + "where, and how"));
    for (ThreadsNow.Place place :
        waiting.places().subList(0, Math.min(PLACES, waiting.places().size()))) {
      page.line(
          row(FigureText.count(place.threads()), FigureText.count(place.virtualThreads()))
              + place.frame());
      String lock = place.lock() == null ? "" : ", " + place.lock();
      String owner = place.owner() == null ? "" : ", held by " + place.owner();
      page.paragraph(INDENT, place.how() + lock + owner);
    }
    printRest(waiting.places().size() - PLACES, page);
    page.blank();
  }

  private static void printRest(int rest, Page page) {
    if (rest > 0) {
      page.line(" ".repeat(INDENT) + "and %,d more".formatted(rest));
    }
  }

  private static String row(String first, String second) {
    return String.format(Locale.ROOT, "%9s %10s  ", first, second);
  }
}
