package io.anteroom.study.compare;

import io.anteroom.study.cell.CellRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why forks of an arm do not count, in words that follow a number: {@code 1 got stuck}. */
final class Uncounted {
  private static final Pattern FAILED_CHECK = Pattern.compile("Check ([a-z-]+) \\w+.*");

  private static final Map<String, String> CHECKS =
      Map.of("littles-law", "Little's law", "utilisation", "the utilisation law");

  private Uncounted() {}

  /**
   * The reasons, each with the number of forks that it holds for.
   *
   * @param cells of the arm that ended
   * @param forks of the arm that there should be
   */
  static Map<String, Integer> of(Collection<CellRecord> cells, int forks) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (CellRecord cell : cells) {
      if (!cell.outcome().measured()) {
        reasons.merge(reason(cell), 1, Integer::sum);
      }
    }
    if (cells.size() < forks) {
      reasons.put("did not run to its end", forks - cells.size());
    }
    return reasons;
  }

  private static String reason(CellRecord cell) {
    return switch (cell.outcome()) {
      case STUCK -> "got stuck";
      case SERVER_LOST -> "lost its server";
      case INVALID -> failed(cell.explanation());
      case INTERRUPTED -> "was interrupted";
      case OUT_OF_MEMORY -> "ran out of memory";
      case HUNG -> "did not end in time";
      case KILLED -> "was killed";
      case CRASHED -> "crashed";
      case FAILED -> "ended without a result";
      case COMPLETED, SATURATED -> throw new IllegalArgumentException(cell.name() + " counts");
    };
  }

  private static String failed(String explanation) {
    Matcher check = FAILED_CHECK.matcher(explanation);
    return check.lookingAt()
        ? "failed " + CHECKS.getOrDefault(check.group(1), "the check " + check.group(1))
        : "failed a check";
  }
}
