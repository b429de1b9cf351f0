package io.anteroom.teach;

import java.util.List;

/**
 * A lesson: a question, the runs that answer it, and what to make of them. It has no figures of its
 * own: whatever its text says of a run is read from what was seen. Immutable.
 */
public interface Lesson {
  /** What it is about. */
  Subject subject();

  /** What is run, in order; those in real time on each JDK. */
  List<LessonStep> steps();

  /** What the table of the runs shows of each. */
  List<Column> columns();

  /** What is expected of the figures, and where. */
  List<Claim> claims();

  /** The JDKs that differ: a lesson in real time that did not run on some says what is unseen. */
  default List<JdkRange> sides() {
    return List.of(JdkRange.BEFORE_24, JdkRange.FROM_24);
  }

  /** Paragraphs that explain what was seen. */
  List<String> explanation(Seen seen);

  /** Where to read on. */
  List<Source> sources();

  /** Commands to go on with, besides those that repeat the lesson's own runs. */
  List<Command> tries();
}
