package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who was in which room when, as visits tell. */
public final class Timelines {
  private static final Comparator<VisitRecord> BY_TIME =
      Comparator.comparingLong(Timelines::entered).thenComparingLong(Timelines::left);

  private Timelines() {}

  /** Fails if two visits were in one room at a time; one that leaves as another enters may. */
  public static void assertExclusive(List<VisitRecord> visits, String description) {
    for (List<VisitRecord> stays : byRoom(visits).values()) {
      for (int next = 1; next < stays.size(); next++) {
        assertThat(left(stays.get(next - 1)))
            .as(() -> description)
            .isLessThanOrEqualTo(entered(stays.get(next)));
      }
    }
  }

  /** The visits that had a room, by room, each in the order of entering. */
  public static Map<Integer, List<VisitRecord>> byRoom(List<VisitRecord> visits) {
    return visits.stream()
        .filter(visit -> visit.room() != null)
        .sorted(BY_TIME)
        .collect(Collectors.groupingBy(visit -> Objects.requireNonNull(visit.room())));
  }

  /** When a visit that had a room got it. */
  public static long entered(VisitRecord visit) {
    return Objects.requireNonNull(visit.enteredNanos());
  }

  /** When it was over; Long.MAX_VALUE if the end of the run cut it short. */
  public static long left(VisitRecord visit) {
    Long left = visit.leftNanos();
    return left == null ? Long.MAX_VALUE : left;
  }

  /** The visits of that outcome. */
  public static List<VisitRecord> only(VisitOutcome outcome, List<VisitRecord> visits) {
    return visits.stream().filter(visit -> visit.outcome() == outcome).toList();
  }

  /** A visit to the only pool. */
  public static VisitRecord visit(
      int person,
      long visit,
      @Nullable Integer room,
      long intendedNanos,
      @Nullable Long enteredNanos,
      @Nullable Long leftNanos,
      VisitOutcome outcome,
      long refusals) {
    return new VisitRecord(
        person,
        visit,
        0,
        room,
        new VisitTimes(intendedNanos, enteredNanos, leftNanos),
        outcome,
        refusals);
  }
}
