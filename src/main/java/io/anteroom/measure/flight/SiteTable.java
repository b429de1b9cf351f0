package io.anteroom.measure.flight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Groups durations by cause, then reason, then stack. Its size is bounded: what comes after the
 * limits is counted under {@link Site#OTHER}. Not safe for threads; its owners guard it.
 */
final class SiteTable {
  static final int MOST_SITES = 500;
  static final int MOST_REASONS = 50;
  static final int MOST_STACKS = 5_000;
  private static final CallStack OTHER_STACK =
      new CallStack(List.of(new Frame(Site.OTHER, "", -1)), false);

  private final Map<String, SiteEntry> sites = new HashMap<>();
  private Tally total = Tally.NONE;
  private int stacks;

  private static final class SiteEntry {
    private Tally tally = Tally.NONE;
    private final Histogram histogram = WideHistogram.empty();
    private final Map<String, ReasonEntry> reasons = new HashMap<>();
  }

  private static final class ReasonEntry {
    private Tally tally = Tally.NONE;
    private final Map<CallStack, Tally> paths = new HashMap<>();
  }

  void add(String frame, String reason, CallStack stack, long nanos) {
    total = total.plus(nanos);
    SiteEntry site =
        sites.computeIfAbsent(fitting(sites, frame, MOST_SITES), key -> new SiteEntry());
    site.tally = site.tally.plus(nanos);
    site.histogram.recordValue(Math.max(nanos, 0));
    ReasonEntry entry =
        site.reasons.computeIfAbsent(
            fitting(site.reasons, reason, MOST_REASONS), key -> new ReasonEntry());
    entry.tally = entry.tally.plus(nanos);
    addPath(entry, stack, nanos);
  }

  private static String fitting(Map<String, ?> map, String key, int most) {
    return map.containsKey(key) || map.size() < most ? key : Site.OTHER;
  }

  private void addPath(ReasonEntry entry, CallStack stack, long nanos) {
    CallStack key = stack;
    if (!entry.paths.containsKey(stack)) {
      if (stacks < MOST_STACKS) {
        stacks++;
      } else {
        key = OTHER_STACK;
      }
    }
    entry.paths.merge(key, Tally.NONE.plus(nanos), (sum, one) -> sum.plus(nanos));
  }

  Tally total() {
    return total;
  }

  /** The most nanoseconds first; among equals by name. */
  List<Site> sites() {
    List<Site> result = new ArrayList<>();
    sites.forEach(
        (frame, site) ->
            result.add(new Site(frame, site.tally, site.histogram.copy(), reasons(site))));
    result.sort(
        Comparator.<Site>comparingLong(site -> -site.tally().nanos()).thenComparing(Site::frame));
    return List.copyOf(result);
  }

  private static List<Site.Reason> reasons(SiteEntry site) {
    List<Site.Reason> result = new ArrayList<>();
    site.reasons.forEach(
        (reason, entry) -> result.add(new Site.Reason(reason, entry.tally, paths(entry))));
    result.sort(
        Comparator.<Site.Reason>comparingLong(reason -> -reason.tally().nanos())
            .thenComparing(Site.Reason::reason));
    return result;
  }

  private static List<Site.Path> paths(ReasonEntry entry) {
    List<Site.Path> result = new ArrayList<>();
    entry.paths.forEach((stack, tally) -> result.add(new Site.Path(stack, tally)));
    result.sort(
        Comparator.<Site.Path>comparingLong(path -> -path.tally().nanos())
            .thenComparing(path -> path.stack().collapsed()));
    return result;
  }

  /** A line {@code root;...;top nanos} for each stack, sorted. */
  List<String> collapsed() {
    Map<String, Long> nanosByStack = new TreeMap<>();
    for (SiteEntry site : sites.values()) {
      for (ReasonEntry reason : site.reasons.values()) {
        reason.paths.forEach(
            (stack, tally) -> nanosByStack.merge(stack.collapsed(), tally.nanos(), Long::sum));
      }
    }
    return nanosByStack.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .toList();
  }
}
