package io.anteroom.measure.flight;

import java.util.List;

/**
 * Where carriers were held: by cause (the first frame of the application), reason, stack. {@code
 * jfr view pinned-threads} groups by the top frame, which is always the JDK's. Safe for all
 * threads: one lock guards all of it, so a live table may read while a stream adds.
 */
public final class PinSites {
  private final List<String> skippedPrefixes;
  private final SiteTable table = new SiteTable();

  /**
   * @param skippedPrefixes of class names that are not the cause, besides the JDK's; where all
   *     frames are skipped the top one is the cause
   */
  public PinSites(String... skippedPrefixes) {
    this.skippedPrefixes = List.of(skippedPrefixes);
  }

  /** Counts the hold. */
  public synchronized void add(CarrierHold hold) {
    Frame cause =
        hold.stack().cause(frame -> skippedPrefixes.stream().anyMatch(frame.type()::startsWith));
    table.add(cause.toString(), hold.reason(), hold.stack(), hold.durationNanos());
  }

  /** All holds together: how many, and the carrier time that they took. */
  public synchronized Tally total() {
    return table.total();
  }

  /** The most carrier time first. */
  public synchronized List<Site> sites() {
    return table.sites();
  }

  /** Collapsed stacks for flame graphs: {@code root;...;top nanos}, a line each, sorted. */
  public synchronized List<String> collapsed() {
    return table.collapsed();
  }
}
