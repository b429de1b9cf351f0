package io.anteroom.result.store;

import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.measure.VisitTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Visits as comma-separated values: a header, then one row a visit. Times are in nanoseconds since
 * the start of the run; what did not happen is empty. With several pools the third column is the
 * name of the visit's.
 */
public final class VisitRows {
  private static final String WHOSE = "person,visit,";
  private static final String POOL = "pool,";
  private static final String REST = "room,intendedNanos,enteredNanos,leftNanos,outcome,refusals";

  private VisitRows() {}

  /**
   * The whole text, in the order of the list.
   *
   * @param pools their names in the order of the scenario; empty: there is one, without a name
   */
  public static String write(List<VisitRecord> visits, List<String> pools) {
    StringBuilder text = new StringBuilder(header(pools)).append('\n');
    for (VisitRecord visit : visits) {
      text.append(visit.person()).append(',');
      text.append(visit.visit()).append(',');
      if (!pools.isEmpty()) {
        text.append(pool(visit, pools)).append(',');
      }
      text.append(orEmpty(visit.room())).append(',');
      text.append(visit.intendedNanos()).append(',');
      text.append(orEmpty(visit.enteredNanos())).append(',');
      text.append(orEmpty(visit.leftNanos())).append(',');
      text.append(visit.outcome().word()).append(',');
      text.append(visit.refusals()).append('\n');
    }
    return text.toString();
  }

  private static String header(List<String> pools) {
    return WHOSE + (pools.isEmpty() ? "" : POOL) + REST;
  }

  /** Whoever is turned away has come to no pool. */
  private static String pool(VisitRecord visit, List<String> pools) {
    return visit.outcome() == VisitOutcome.TURNED_AWAY ? "" : pools.get(visit.pool());
  }

  private static String orEmpty(@Nullable Number number) {
    return number == null ? "" : number.toString();
  }

  /**
   * The visits that a file holds.
   *
   * @param pools as for {@link #write}
   * @throws IOException if it can't be read
   * @throws UnreadableResultException if it holds anything else
   */
  static List<VisitRecord> read(Path file, List<String> pools) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    if (lines.equals(List.of(header(List.of())))) {
      // So it was for several pools before their visits were kept.
      return List.of();
    }
    if (lines.isEmpty() || !lines.getFirst().equals(header(pools))) {
      throw new UnreadableResultException(
          file + ": it does not begin with the columns of visits: " + header(pools));
    }
    List<VisitRecord> visits = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      try {
        visits.add(visit(line.split(",", -1), pools));
      } catch (IllegalArgumentException noVisit) {
        throw new UnreadableResultException(
            "%s: line %d is not a visit".formatted(file, visits.size() + 2));
      }
    }
    return visits;
  }

  /**
   * @throws IllegalArgumentException if that is not a visit
   */
  private static VisitRecord visit(String[] fields, List<String> pools) {
    if (fields.length != header(pools).split(",").length) {
      throw new IllegalArgumentException("too few or too many columns");
    }
    Iterator<String> next = List.of(fields).iterator();
    return new VisitRecord(
        Integer.parseInt(next.next()),
        Long.parseLong(next.next()),
        pools.isEmpty() ? 0 : pool(next.next(), pools),
        orNull(next.next(), Integer::valueOf),
        new VisitTimes(
            Long.parseLong(next.next()),
            orNull(next.next(), Long::valueOf),
            orNull(next.next(), Long::valueOf)),
        outcome(next.next()),
        Long.parseLong(next.next()));
  }

  private static int pool(String name, List<String> pools) {
    int pool = name.isEmpty() ? 0 : pools.indexOf(name);
    if (pool < 0) {
      throw new IllegalArgumentException(name);
    }
    return pool;
  }

  private static <T> @Nullable T orNull(String field, Function<String, T> number) {
    return field.isEmpty() ? null : number.apply(field);
  }

  private static VisitOutcome outcome(String word) {
    return Arrays.stream(VisitOutcome.values())
        .filter(outcome -> outcome.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word));
  }
}
