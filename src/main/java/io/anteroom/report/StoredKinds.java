package io.anteroom.report;

import io.anteroom.compare.Comparison;
import io.anteroom.compare.ComparisonJson;
import io.anteroom.plan.PlanJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of what results folders hold besides runs. A new kind is one line here; so is a
 * format of one.
 */
public final class StoredKinds {
  private static final List<StoredKind<?>> ALL =
      List.of(
          new StoredKind<>(
              "comparison",
              "comparison.json",
              ComparisonJson::read,
              List.of(
                  new StoredKind.Format<Comparison>(
                      "text", new ComparisonReport(Style.PLAIN, null)::text),
                  new StoredKind.Format<>("json", ComparisonJson::write),
                  new StoredKind.Format<>("markdown", ComparisonMarkdown::text),
                  new StoredKind.Format<>("svg", ComparisonSvg::text))),
          new StoredKind<>(
              "plan",
              "plan.json",
              PlanJson::read,
              List.of(
                  new StoredKind.Format<>("text", new PlanReport(Style.PLAIN)::text),
                  new StoredKind.Format<>("json", PlanJson::write),
                  new StoredKind.Format<>("markdown", PlanMarkdown::text))));

  private StoredKinds() {}

  /** What a folder holds; nothing if that is no document of these kinds. */
  public static Optional<StoredKind<?>> in(Path folder) {
    for (StoredKind<?> kind : ALL) {
      if (kind.isIn(folder)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
