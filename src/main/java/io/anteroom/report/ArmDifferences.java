package io.anteroom.report;

import io.anteroom.study.compare.ArmContrast;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of the metrics in which an arm shows no difference from the baseline. */
final class ArmDifferences {
  private ArmDifferences() {}

  /**
   * A sentence for each kind, with the names of the metrics unless it holds for all of them. A
   * metric that no pair of forks has figures for is not named: simulated time has no carriers.
   */
  static List<String> others(List<ArmContrast> contrasts) {
    List<String> sentences = new ArrayList<>();
    add(sentences, contrasts, ArmContrast.NONE, "No difference that these runs can show");
    add(sentences, contrasts, ArmContrast.TOO_FEW, "Too few forks to tell");
    add(sentences, contrasts, ArmContrast.SAME, "The same in every fork");
    add(sentences, contrasts, ArmContrast.UNKNOWN, "Too few forks have figures");
    return sentences;
  }

  private static void add(
      List<String> sentences, List<ArmContrast> contrasts, String verdict, String words) {
    boolean none = contrasts.stream().allMatch(contrast -> contrast.pairs() == 0);
    List<String> names =
        contrasts.stream()
            .filter(contrast -> contrast.verdict().equals(verdict))
            .filter(contrast -> contrast.pairs() > 0 || none)
            .map(ArmDifferences::named)
            .toList();
    boolean all = names.size() == contrasts.size() && !verdict.equals(ArmContrast.TOO_FEW);
    if (all && !names.isEmpty()) {
      sentences.add(words + ".");
    } else if (!names.isEmpty()) {
      sentences.add(words + names.stream().collect(Collectors.joining(", ", ": ", ".")));
    }
  }

  /** Such as {@code wait.p99 (about 9 would)}. */
  private static String named(ArmContrast contrast) {
    String needed = contrast.forksNeededText();
    return contrast.metric() + (needed.isEmpty() ? "" : " (" + needed + ")");
  }
}
