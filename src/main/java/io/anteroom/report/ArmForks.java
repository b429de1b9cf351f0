package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import java.util.ArrayList;
import java.util.List;

/** How many forks of each arm count, and why the others do not. */
final class ArmForks {
  private ArmForks() {}

  /** Whether every fork of every arm counts. */
  static boolean allCount(Comparison comparison) {
    return comparison.arms().stream().allMatch(arm -> arm.counted() >= comparison.forks());
  }

  /** In few words, for the first line. */
  static String summary(Comparison comparison) {
    String forks = FigureText.count(comparison.forks());
    return allCount(comparison)
        ? forks + " of " + forks + " forks of each arm"
        : "not all of " + forks + " forks count";
  }

  /** A line for each arm of which not all count, such as {@code timed: 2 of 3; 1 got stuck}. */
  static List<String> lines(Comparison comparison) {
    int forks = comparison.forks();
    List<String> lines =
        new ArrayList<>(
            comparison.arms().stream()
                .filter(arm -> arm.counted() < forks)
                .map(arm -> arm.label() + ": " + counted(arm, forks))
                .toList());
    if (!lines.isEmpty() && lines.size() < comparison.arms().size()) {
      String all = FigureText.count(forks);
      lines.add("all others: " + all + " of " + all);
    }
    return lines;
  }

  /** Such as {@code 2 of 3; 1 failed Little's law}. */
  private static String counted(ArmFigures arm, int forks) {
    List<String> parts = new ArrayList<>();
    parts.add(FigureText.count(arm.counted()) + " of " + FigureText.count(forks));
    arm.uncounted().forEach((why, count) -> parts.add(FigureText.count(count) + " " + why));
    return String.join("; ", parts);
  }
}
