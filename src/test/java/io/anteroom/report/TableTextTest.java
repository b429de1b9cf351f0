package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
  /** Some columns have a given width, and a figure may be longer. */
  @Test
  void wordsNeverRunIntoTheFigureBeforeThem() {
    Table table =
        new Table(
            "",
            List.of(Column.left("metric", 8), Column.right("change", 10), Column.left("", 12)),
            List.of(Row.of("wait", "+36,408% – >1,000 times", "greater")));

    assertThat(new TableText(Style.PLAIN, 80).parts(table).getFirst())
        .last()
        .isEqualTo("wait +36,408% – >1,000 times greater");
  }
}
