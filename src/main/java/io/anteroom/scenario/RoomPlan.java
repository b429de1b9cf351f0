package io.anteroom.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many rooms are open from when on, such as {@code 8@0s,12@9h}. A room that is to close does so
 * when the person in it leaves. {@code toString} gives the scenario's notation.
 *
 * @param shifts one after the other, the first at 0s; the last one has no end
 */
public record RoomPlan(List<Shift> shifts) {
  /** A regular expression for a plan. */
  static final String PATTERN = "\\d{1,7}\\s*@.+";

  /** No pool has more. */
  public static final int MOST_ROOMS = 1_000_000;

  /** What a refusal of other numbers ends with. */
  public static final String ALLOWED_ROOMS = "; allowed: from 1 to 1,000,000";

  private static final Pattern SHIFT = Pattern.compile("(\\d{1,7})\\s*@\\s*(.+)");

  /**
   * So many rooms from then on.
   *
   * @param from since the start of the run
   * @param rooms at least 0
   */
  public record Shift(Duration from, int rooms) {}

  public RoomPlan {
    shifts = List.copyOf(shifts);
    Numbers.require(
        !shifts.isEmpty() && shifts.getFirst().from().isZero(), "rooms from 0s on, as in 8@0s");
    for (int i = 1; i < shifts.size(); i++) {
      Numbers.require(
          shifts.get(i).from().compareTo(shifts.get(i - 1).from()) > 0, "times that ascend");
    }
    Numbers.require(
        shifts.stream().allMatch(shift -> shift.rooms() <= MOST_ROOMS)
            && shifts.stream().anyMatch(shift -> shift.rooms() > 0),
        "from 0 to 1,000,000 rooms, and at some time at least one");
  }

  /** Reads a plan. */
  static RoomPlan parse(String text) {
    List<Shift> shifts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = SHIFT.matcher(part.strip());
      Numbers.require(matcher.matches(), "a whole number, or rooms over time such as 8@0s,12@9h");
      shifts.add(
          new Shift(DurationText.parse(matcher.group(2)), Integer.parseInt(matcher.group(1))));
    }
    return new RoomPlan(shifts);
  }

  /** How many rooms are open at the beginning. */
  public int atFirst() {
    return shifts.getFirst().rooms();
  }

  /** The most rooms at any time. */
  public int most() {
    return shifts.stream().mapToInt(Shift::rooms).max().orElseThrow();
  }

  /** The most rooms at any time from then on. */
  public int mostFrom(long nanos) {
    int most = 0;
    for (int i = 0; i < shifts.size(); i++) {
      boolean over = i + 1 < shifts.size() && shifts.get(i + 1).from().toNanos() <= nanos;
      most = over ? most : Math.max(most, shifts.get(i).rooms());
    }
    return most;
  }

  /** How many rooms are open on average between two times since the start; the most if equal. */
  public double meanRooms(long fromNanos, long toNanos) {
    double roomNanos = 0;
    for (int i = 0; i < shifts.size(); i++) {
      long start = shifts.get(i).from().toNanos();
      long end = i + 1 == shifts.size() ? Long.MAX_VALUE : shifts.get(i + 1).from().toNanos();
      long nanos = Math.min(end, toNanos) - Math.max(start, fromNanos);
      roomNanos += Math.max(nanos, 0) * (double) shifts.get(i).rooms();
    }
    return toNanos > fromNanos && roomNanos > 0 ? roomNanos / (toNanos - fromNanos) : most();
  }

  @Override
  public String toString() {
    return shifts.stream()
        .map(shift -> shift.rooms() + "@" + DurationText.ofDay(shift.from()))
        .collect(Collectors.joining(","));
  }
}
