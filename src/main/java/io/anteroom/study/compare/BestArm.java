package io.anteroom.study.compare;

import io.anteroom.result.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The arm with the shortest waits, and how the others do against it. It compares only arms whose
 * forks all count.
 *
 * @param arm the one with the least figure
 * @param metric of the figures
 * @param same arms that measured the same in every fork
 * @param notToldApart arms that may be worse or not: these runs do not show it
 * @param worse arms that these runs show to be worse
 * @param notCompared arms with forks that do not count, or without figures
 * @param sentence the same in words
 */
public record BestArm(
    String arm,
    String metric,
    List<String> same,
    List<String> notToldApart,
    List<String> worse,
    List<String> notCompared,
    String sentence) {
  private static final int MOST_NAMED = 6;

  public BestArm {
    same = List.copyOf(same);
    notToldApart = List.copyOf(notToldApart);
    worse = List.copyOf(worse);
    notCompared = List.copyOf(notCompared);
  }

  /**
   * The same, with its sentence.
   *
   * @param wait its figure, for a person to read
   */
  static BestArm of(
      String arm,
      String wait,
      List<String> same,
      List<String> notToldApart,
      List<String> worse,
      List<String> notCompared) {
    List<String> parts = new ArrayList<>();
    if (!same.isEmpty()) {
      parts.add("the same in every fork: " + quoted(same));
    }
    if (!notToldApart.isEmpty()) {
      parts.add("not told apart from it: " + quoted(notToldApart));
    }
    if (!worse.isEmpty()) {
      parts.add("longer: " + quoted(worse));
    }
    if (!notCompared.isEmpty()) {
      parts.add("not compared, as forks do not count: " + quoted(notCompared));
    }
    String metric = Metrics.FIRST_NAME;
    String sentence =
        "`%s` has the least %s, %s; %s".formatted(arm, metric, wait, String.join("; ", parts));
    return new BestArm(arm, metric, same, notToldApart, worse, notCompared, sentence);
  }

  private static String quoted(List<String> arms) {
    String named =
        arms.stream()
            .limit(MOST_NAMED)
            .map(arm -> "`" + arm + "`")
            .collect(Collectors.joining(", "));
    int more = arms.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
