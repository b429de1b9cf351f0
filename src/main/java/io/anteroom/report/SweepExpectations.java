package io.anteroom.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.study.cell.CellRecord;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** In how many cells of a sweep an expectation was not met, or could not be judged. */
final class SweepExpectations {
  private SweepExpectations() {}

  static List<Fact> of(List<CellRecord> cells) {
    Predicate<CellRecord> notJudged = cell -> CellStanding.of(cell).notJudged();
    return Stream.concat(
            facts(cells.stream().filter(notJudged.negate()), Mark.BAD, ": not met in %s"),
            facts(
                cells.stream().filter(notJudged),
                Mark.UNCLEAR,
                ": not judged in %s; more replications or visits may tell"))
        .toList();
  }

  private static Stream<Fact> facts(Stream<CellRecord> cells, Mark mark, String words) {
    return cells
        .flatMap(cell -> cell.notMet().stream())
        .collect(groupingBy(text -> text, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .map(
            one ->
                Fact.of(
                    "expected",
                    mark,
                    one.getKey() + words.formatted(FigureText.count(one.getValue(), "cell"))));
  }
}
