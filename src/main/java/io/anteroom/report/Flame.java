package io.anteroom.report;

import io.anteroom.report.facts.RunData.Frame;
import io.anteroom.result.FlightReport.Reason;
import io.anteroom.result.FlightReport.Site;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stacks put together from their bottom up. Mutable; confined to one thread. */
final class Flame {
  private final String name;
  private final Map<String, Flame> called = new LinkedHashMap<>();
  private long nanos;

  private Flame(String name) {
    this.name = name;
  }

  /** The stacks of those sites, by carrier time; null where there are none. */
  static @Nullable Frame of(List<Site> sites) {
    Flame root = new Flame("all pins");
    for (Site site : sites) {
      for (Reason reason : site.reasons()) {
        if (!reason.stack().isEmpty()) {
          root.add(reason.stack(), reason.nanos());
        }
      }
    }
    return root.nanos == 0 ? null : root.frame();
  }

  /**
   * Adds a stack.
   *
   * @param stack the top first
   */
  private void add(List<String> stack, long more) {
    nanos += more;
    Flame caller = this;
    for (String frame : stack.reversed()) {
      caller = caller.called.computeIfAbsent(frame, Flame::new);
      caller.nanos += more;
    }
  }

  private Frame frame() {
    return new Frame(
        name,
        nanos,
        called.values().stream()
            .map(Flame::frame)
            .sorted(Comparator.comparingLong(Frame::nanos).reversed())
            .toList());
  }
}
