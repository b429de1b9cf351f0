package io.anteroom.teach;

import io.anteroom.result.Environment;
import io.anteroom.run.jdk.Jdk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the result of a lesson from what was seen. */
final class Lecture {
  private static final String REMEDY =
      "; name one with --jdk, or install one in a usual folder (/usr/lib/jvm, /opt/jdk*,"
          + " ~/.sdkman), or set ANTEROOM_JDK_ROOTS to the homes to look at instead, such as"
          + " /data/jdks/*";

  private Lecture() {}

  /**
   * @param jdks that it ran on, or should have
   * @param cut whether the runs were interrupted
   */
  static LessonResult of(
      Lesson lesson, List<Jdk> jdks, Seen seen, Environment environment, boolean cut) {
    Subject subject = lesson.subject().on(jdks);
    return new LessonResult(
        LessonResult.SCHEMA,
        subject.number(),
        subject.title(),
        subject.question(),
        cut ? LessonResult.INTERRUPTED : LessonResult.COMPLETED,
        environment,
        seen.observations(),
        table(lesson, seen),
        cut ? List.of() : lesson.explanation().of(seen),
        cut ? List.of() : Grade.of(seen, lesson.claims()),
        cut ? List.of() : notShown(lesson, seen),
        lesson.sources(),
        tries(lesson, seen));
  }

  private static List<List<String>> table(Lesson lesson, Seen seen) {
    List<List<String>> table = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("run", "JDK"));
    lesson.columns().forEach(column -> headings.add(column.heading()));
    headings.add("outcome");
    table.add(headings);
    for (Observation one : seen.observations()) {
      List<String> row = new ArrayList<>(List.of(one.run()));
      row.add(one.feature() == JdkRange.NO_JDK ? "simulated" : one.jdk());
      lesson.columns().forEach(column -> row.add(column.text(one)));
      row.add(one.outcome().word());
      table.add(row);
    }
    return table;
  }

  /** A lesson about real time without JDKs of both kinds says what is left unseen. */
  private static List<String> notShown(Lesson lesson, Seen seen) {
    if (lesson.steps().stream().noneMatch(Lecture::onJdks)) {
      return List.of();
    }
    return lesson.sides().stream()
        .filter(side -> seen.jdks().stream().noneMatch(view -> side.holds(view.feature())))
        .map(side -> notShown(lesson, side))
        .toList();
  }

  private static boolean onJdks(LessonStep step) {
    return switch (step) {
      case LessonStep.Real real -> true;
      case LessonStep.Program program -> true;
      case LessonStep.Simulated simulated -> false;
      case LessonStep.Planned planned -> false;
    };
  }

  private static String notShown(Lesson lesson, JdkRange side) {
    String what =
        lesson.claims().stream()
            .filter(claim -> claim.jdks().equals(side))
            .map(
                claim ->
                    bare(claim.what()) + " (expected " + claim.expected().text(claim.unit()) + ")")
            .collect(Collectors.joining("; "));
    return "It did not run on "
        + side.words()
        + ", so it can't show "
        + (what.isEmpty() ? "that it is the same there" : "what is known of those: " + what)
        + REMEDY
        + ".";
  }

  /** What a claim is about, without the sign that leads to its figure. */
  private static String bare(String what) {
    return what.replaceFirst("[,:]$", "");
  }

  /**
   * The lesson's own commands first, each once. A run is repeated on the oldest JDK that was seen:
   * what a lesson shows happens there, if anywhere.
   */
  private static List<Command> tries(Lesson lesson, Seen seen) {
    Set<Command> tries = new LinkedHashSet<>(lesson.tries());
    OptionalInt oldest = seen.jdks().stream().mapToInt(View::feature).min();
    for (LessonStep step : lesson.steps()) {
      if (step instanceof LessonStep.Real real && oldest.isPresent()) {
        tries.add(real.command(oldest.getAsInt()));
      } else if (!(step instanceof LessonStep.Program)) {
        tries.add(step.command());
      }
    }
    return List.copyOf(tries);
  }
}
