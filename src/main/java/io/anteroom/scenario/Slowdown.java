package io.anteroom.scenario;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period in which what persons do in their rooms takes longer, such as {@code
 * at=20s,for=10s,factor=5}. It is as if all of them got on at a fraction of the usual speed
 * meanwhile: the part of a hold that falls into the period is stretched, and no other. {@code
 * toString} gives the scenario's notation.
 *
 * @param at when it begins, since the start of the run
 * @param lasting longer than zero
 * @param factor how many times as long everything takes, from 1 to 1,000,000; at the greatest
 *     hardly anything gets done
 */
public record Slowdown(Duration at, Duration lasting, double factor) {
  static final String ALLOWED =
      "at=TIME,for=DURATION,factor=NUMBER, with a factor from 1 to 1,000,000";

  /** A regular expression for a slowdown. */
  static final String PATTERN =
      "at=%s,\\s*for=%s,\\s*factor=%s"
          .formatted(DurationText.PATTERN, DurationText.PATTERN, Numbers.PATTERN);

  private static final double MOST = 1e6;
  private static final Pattern NOTATION =
      Pattern.compile("at=([^,]*),\\s*for=([^,]*),\\s*factor=([^,]*)");

  public Slowdown {
    Numbers.require(
        !at.isNegative() && lasting.isPositive(), "a time from 0s on, and longer than 0s");
    Numbers.require(factor >= 1 && factor <= MOST, "a factor from 1 to 1,000,000");
  }

  /** Reads a slowdown. */
  static Slowdown parse(String text) {
    Matcher matcher = NOTATION.matcher(text);
    Numbers.require(matcher.matches(), ALLOWED);
    return new Slowdown(
        DurationText.parse(matcher.group(1)),
        DurationText.parsePositive(matcher.group(2)),
        Numbers.parse(matcher.group(3)));
  }

  /**
   * How long a hold lasts, in nanoseconds; Long.MAX_VALUE where it is longer than that.
   *
   * @param fromNanos when it begins, since the start of the run
   * @param holdNanos how long it would last at the usual speed, at least 0
   */
  public long stretchedNanos(long fromNanos, long holdNanos) {
    long beginNanos = at.toNanos();
    long usualNanos = Math.max(beginNanos - fromNanos, 0);
    long slowNanos = beginNanos + lasting.toNanos() - Math.max(fromNanos, beginNanos);
    if (holdNanos <= usualNanos || slowNanos <= 0) {
      return holdNanos;
    }
    double slowedNanos = Math.min((holdNanos - usualNanos) * factor, (double) slowNanos);
    double moreNanos = slowedNanos - slowedNanos / factor;
    return Nanos.sum(holdNanos, Math.round(moreNanos));
  }

  @Override
  public String toString() {
    return "at=%s,for=%s,factor=%s"
        .formatted(DurationText.format(at), DurationText.format(lasting), Numbers.plain(factor));
  }
}
