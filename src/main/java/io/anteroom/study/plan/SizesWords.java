package io.anteroom.study.plan;

import io.anteroom.result.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sizes of pools, in words. */
public final class SizesWords {
  private SizesWords() {}

  /** Sizes as a person writes them. */
  public static String of(Map<String, Integer> sizes) {
    List<String> words = new ArrayList<>();
    sizes.forEach((pool, rooms) -> words.add(pool + " " + FigureText.count(rooms)));
    return String.join(", ", words);
  }

  /**
   * Why sizes fail whatever their figures are, to follow a verb; empty where the figures decide.
   */
  static String why(SizesPoint point) {
    return point.unsound() == null ? "" : " (" + point.unsound() + ")";
  }

  /**
   * Why there is no answer.
   *
   * @param last the most rooms that were judged
   * @param kept pools that kept their rooms
   */
  static String whyNot(SizesPoint last, Set<String> kept) {
    Standing missed =
        last.standings().stream()
            .filter(one -> one.verdict() != Judgement.MET)
            .findFirst()
            .orElseThrow();
    if (last.unsound() != null) {
      return "no sizes do: even " + of(last.sizes()) + " fail" + why(last);
    }
    if (missed.basis() == Basis.SIMULATION && missed.simulated() == null) {
      return "nobody can tell which sizes meet "
          + missed.objective()
          + ": a replication has too few visits for it; raise visits or duration, or leave them"
          + " out";
    }
    return "no sizes meet "
        + missed.objective()
        + ": even with "
        + of(last.sizes())
        + (kept.isEmpty() ? "" : " (kept: " + String.join(", ", new TreeSet<>(kept)) + ")")
        + (last.nobodyWaited() ? ", where nobody waits, it is not met" : " it is not met");
  }
}
