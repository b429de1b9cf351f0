package io.anteroom.report.facts;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of a result, in order: every format says what it has room for.
 *
 * @param kind of result, which names the script that draws its page
 * @param charts what is drawn; null: nothing
 */
public record Report(
    String kind, ReportHead head, List<Section> sections, @Nullable ChartData charts) {
  public Report {
    sections = sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
  }

  /** The same with one more section at its end. */
  public Report with(Section section) {
    return new Report(
        kind, head, Stream.concat(sections.stream(), Stream.of(section)).toList(), charts);
  }
}
