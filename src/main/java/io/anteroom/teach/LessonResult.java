package io.anteroom.teach;

import io.anteroom.result.Environment;
import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What came of a lesson: what {@code lesson.json} holds.
 *
 * @param schema version of this shape
 * @param outcome {@link #COMPLETED} or {@link #INTERRUPTED}: then only a part was seen
 * @param table of what was seen: the headings, then a row a run
 * @param explanation paragraphs, of the figures
 * @param grades a JDK each
 * @param notShown what this machine could not show, and what would; else empty
 */
@Json
public record LessonResult(
    int schema,
    String number,
    String title,
    String question,
    String outcome,
    Environment environment,
    List<Observation> observations,
    List<List<String>> table,
    List<String> explanation,
    List<Grade> grades,
    List<String> notShown,
    List<Source> sources,
    List<Command> tries) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<LessonResult> JSON =
      new Document<>(LessonResult.class, "lesson", SCHEMA, List.of());

  public static final String COMPLETED = "completed";
  public static final String INTERRUPTED = "interrupted";

  public LessonResult {
    observations = List.copyOf(observations);
    table = table.stream().map(List::copyOf).toList();
    explanation = List.copyOf(explanation);
    grades = List.copyOf(grades);
    notShown = List.copyOf(notShown);
    sources = List.copyOf(sources);
    tries = List.copyOf(tries);
  }

  /** Whether the runs were cut short. */
  public boolean interrupted() {
    return outcome.equals(INTERRUPTED);
  }

  /** The worst of the grades. */
  public JdkMatch verdict() {
    return grades.stream().map(Grade::verdict).reduce(JdkMatch.EXPECTED, JdkMatch::and);
  }

  /** Whether a run ended without figures, or without one that a grade needs. */
  public boolean lost() {
    return observations.stream().anyMatch(seen -> seen.outcome().lost())
        || grades.stream()
            .flatMap(grade -> grade.claims().stream())
            .anyMatch(claim -> claim.verdict() == JdkMatch.NOT_JUDGED);
  }
}
