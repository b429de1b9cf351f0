package io.anteroom.report.html;

import io.jstach.jstache.JStache;
import org.jspecify.annotations.Nullable;

/**
 * A chart, which a script of the page draws into the element that bears the section's id and {@code
 * -chart}, and the table that says the same.
 *
 * @param id names the script's entry too
 * @param description what the chart is, for those who do not see it
 * @param caption how to read it
 * @param summary a table that always shows, as HTML; null: none
 * @param data what the chart draws, behind a button; null: another table of the page has it
 */
@JStache(path = "io/anteroom/report/html/chart.mustache")
public record ChartSection(
    String id,
    String heading,
    String description,
    String caption,
    @Nullable String summary,
    @Nullable DataTable data)
    implements Section {
  @Override
  public String html() {
    return ChartSectionRenderer.of().execute(this);
  }
}
