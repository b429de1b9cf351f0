package io.anteroom.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.study.cell.CellRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In how many cells of a sweep an expectation was not met, or can't be told. */
final class SweepExpectations {
  private SweepExpectations() {}

  static List<Fact> of(List<CellRecord> cells) {
    List<Fact> facts = new ArrayList<>();
    Map<String, Long> notMet =
        new TreeMap<>(
            cells.stream()
                .filter(cell -> !CellStanding.of(cell).cannotTell())
                .flatMap(cell -> cell.notMet().stream())
                .collect(groupingBy(text -> text, counting())));
    notMet.forEach(
        (text, count) ->
            facts.add(
                Fact.of(
                    "expected",
                    Mark.BAD,
                    text + ": not met in " + FigureText.count(count, "cell"))));
    long open = cells.stream().map(CellStanding::of).filter(CellStanding::cannotTell).count();
    if (open > 0) {
      facts.add(
          Fact.of(
              "expected",
              Mark.UNCLEAR,
              "can't tell in "
                  + FigureText.count(open, "cell")
                  + ": the limit is in the 95% interval; --replications narrows it"));
    }
    return facts;
  }
}
