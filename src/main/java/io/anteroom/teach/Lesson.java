package io.anteroom.teach;

import java.util.List;

/**
 * A lesson: a question, the runs that answer it, and what to make of them. It has no figures of its
 * own: whatever its text says of a run is read from what was seen.
 *
 * @param subject what it is about
 * @param steps what is run, in order; those in real time on each JDK
 * @param columns what the table of the runs shows of each
 * @param claims what is expected of the figures, and where
 * @param sides the JDKs that differ: a lesson that did not run on some says what is unseen
 * @param explanation of what was seen
 * @param sources where to read on
 * @param tries commands to go on with, besides those that repeat the lesson's own runs
 */
public record Lesson(
    Subject subject,
    List<LessonStep> steps,
    List<Column> columns,
    List<Claim> claims,
    List<JdkRange> sides,
    Explanation explanation,
    List<Source> sources,
    List<Command> tries) {
  public Lesson {
    steps = List.copyOf(steps);
    columns = List.copyOf(columns);
    claims = List.copyOf(claims);
    sides = List.copyOf(sides);
    sources = List.copyOf(sources);
    tries = List.copyOf(tries);
  }
}
