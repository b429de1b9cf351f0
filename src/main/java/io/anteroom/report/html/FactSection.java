package io.anteroom.report.html;

import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts, each with its label, and perhaps all figures behind a button.
 *
 * @param more null: none
 */
@JStache(path = "io/anteroom/report/html/facts.mustache")
public record FactSection(String id, String heading, List<Fact> facts, @Nullable DataTable more)
    implements Section {
  public FactSection {
    facts = List.copyOf(facts);
  }

  /**
   * A fact.
   *
   * @param standing null: neither good nor bad
   */
  public record Fact(String label, @Nullable FactStanding standing, String text) {
    /** A fact that is neither good nor bad. */
    public static Fact of(String label, String text) {
      return new Fact(label, null, text);
    }
  }

  @Override
  public String html() {
    return FactSectionRenderer.of().execute(this);
  }
}
