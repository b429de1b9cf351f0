package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.study.diff.Pins;
import io.anteroom.study.diff.Pins.Cause;
import io.anteroom.study.diff.Pins.Fate;
import java.util.List;

/** What held carriers in two runs, by cause: first what is new, then what is gone or changed. */
final class DiffPins {
  private static final int MOST_OF_A_KIND = 5;

  private final Pins pins;
  private final Page page;
  private String label = "pins";

  DiffPins(Pins pins, Page page) {
    this.pins = pins;
    this.page = page;
  }

  void print() {
    if (!pins.reason().isEmpty()) {
      page.fact(label, "not compared: " + pins.reason());
      return;
    }
    if (pins.causes().isEmpty()) {
      fact("none in either");
    }
    print(Fate.NEW);
    print(Fate.GONE);
    print(Fate.CHANGED);
    print(Fate.SAME);
    pins.onlyANotObservable().forEach(sentence -> fact("in A only, not observable: " + sentence));
    pins.onlyBNotObservable().forEach(sentence -> fact("in B only, not observable: " + sentence));
  }

  private void print(Fate fate) {
    List<Cause> causes = pins.causes().stream().filter(cause -> cause.fate() == fate).toList();
    for (Cause cause : causes.subList(0, Math.min(causes.size(), MOST_OF_A_KIND))) {
      fact(fate.word() + ": " + cause.frame());
      page.fact("", "  " + extent(cause));
    }
    if (causes.size() > MOST_OF_A_KIND) {
      fact("%d more %s".formatted(causes.size() - MOST_OF_A_KIND, fate.word()));
    }
  }

  private static String extent(Cause cause) {
    String a = extent(cause.countA(), cause.nanosA());
    String b = extent(cause.countB(), cause.nanosB());
    return switch (cause.fate()) {
      case NEW -> b;
      case GONE, SAME -> a;
      case CHANGED -> a + " → " + b;
    };
  }

  private static String extent(long count, long nanos) {
    return FigureText.count(count) + " times, " + FigureText.duration(nanos);
  }

  private void fact(String fact) {
    page.fact(label, fact);
    label = "";
  }
}
