package io.anteroom.report;

import io.anteroom.report.facts.Mark;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How good a cell is: what lists of cells say of each. A saturated cell is a finding, as long as
 * one knows that its waits depend on how long it ran.
 *
 * @param word the verdict on its run; what kept it from having one
 * @param lost whether it has no result
 */
record CellStanding(String word, Mark mark, boolean lost) implements Comparable<CellStanding> {
  private static final List<CellStanding> ALL = all();

  private static List<CellStanding> all() {
    List<CellStanding> all = new ArrayList<>();
    for (VerdictKind kind : VerdictKind.values()) {
      all.addFirst(of(kind));
    }
    Arrays.stream(CellOutcome.values())
        .filter(CellOutcome::lost)
        .forEach(outcome -> all.add(new CellStanding(outcome.word(), Mark.BAD, true)));
    return List.copyOf(all);
  }

  private static CellStanding of(VerdictKind kind) {
    Mark mark = kind == VerdictKind.SATURATED ? Mark.LIMITED : Mark.of(kind.rating());
    return new CellStanding(kind.words(), mark, false);
  }

  /** That of a cell; older records do not have a verdict. */
  static CellStanding of(CellRecord cell) {
    String word = cell.verdict() == null ? wordOfOlder(cell) : cell.verdict().kind();
    return ALL.stream()
        .filter(one -> one.word.equals(word.replace('-', ' ')) || one.word.equals(word))
        .findFirst()
        .orElse(new CellStanding(word, Mark.UNCLEAR, false));
  }

  private static String wordOfOlder(CellRecord cell) {
    return cell.outcome() == CellOutcome.COMPLETED && !cell.notMet().isEmpty()
        ? VerdictKind.OBJECTIVE_MISSED.word()
        : cell.outcome().word();
  }

  /** Whether what was expected of it can't be judged. */
  boolean notJudged() {
    return word.equals(VerdictKind.OBJECTIVE_NOT_JUDGED.words());
  }

  /** All there are, the best first, and those without a result at the end. */
  static List<CellStanding> values() {
    return ALL;
  }

  /** Whether there is nothing to be said against its figures. */
  boolean good() {
    return mark == Mark.GOOD;
  }

  /** What stands beside its figure; a blank where it is good. */
  char sign() {
    return good() ? ' ' : mark.sign().charAt(0);
  }

  @Override
  public int compareTo(CellStanding other) {
    return Comparator.<CellStanding>comparingInt(ALL::indexOf).compare(this, other);
  }
}
