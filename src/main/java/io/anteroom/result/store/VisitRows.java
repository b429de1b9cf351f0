package io.anteroom.result.store;

import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits as comma-separated values: a header, then one row a visit. Times are in nanoseconds since
 * the start of the run; what did not happen is empty.
 */
public final class VisitRows {
  private static final String HEADER =
      "person,visit,room,intendedNanos,enteredNanos,leftNanos,outcome,refusals";
  private static final int COLUMNS = 8;

  private VisitRows() {}

  /** The whole text, in the order of the list. */
  public static String write(List<VisitRecord> visits) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (VisitRecord visit : visits) {
      text.append(visit.person()).append(',');
      text.append(visit.visit()).append(',');
      text.append(orEmpty(visit.room())).append(',');
      text.append(visit.intendedNanos()).append(',');
      text.append(orEmpty(visit.enteredNanos())).append(',');
      text.append(orEmpty(visit.leftNanos())).append(',');
      text.append(visit.outcome().word()).append(',');
      text.append(visit.refusals()).append('\n');
    }
    return text.toString();
  }

  private static String orEmpty(@Nullable Number number) {
    return number == null ? "" : number.toString();
  }

  /**
   * The visits that a file holds.
   *
   * @throws IOException if it can't be read
   * @throws UnreadableResultException if it holds anything else
   */
  static List<VisitRecord> read(Path file) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new UnreadableResultException(
          file + ": it does not begin with the columns of visits: " + HEADER);
    }
    List<VisitRecord> visits = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      try {
        visits.add(visit(line.split(",", -1)));
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
  private static VisitRecord visit(String[] fields) {
    if (fields.length != COLUMNS) {
      throw new IllegalArgumentException("not " + COLUMNS + " columns");
    }
    return new VisitRecord(
        Integer.parseInt(fields[0]),
        Long.parseLong(fields[1]),
        fields[2].isEmpty() ? null : Integer.valueOf(fields[2]),
        Long.parseLong(fields[3]),
        fields[4].isEmpty() ? null : Long.valueOf(fields[4]),
        fields[5].isEmpty() ? null : Long.valueOf(fields[5]),
        outcome(fields[6]),
        Long.parseLong(fields[7]));
  }

  private static VisitOutcome outcome(String word) {
    return Arrays.stream(VisitOutcome.values())
        .filter(outcome -> outcome.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word));
  }
}
