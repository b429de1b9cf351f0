package io.anteroom.teach;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Makes a lesson from its file; {@code CONTRIBUTING.md} says what stands in it. */
final class LessonFile {
  /** What several lessons tell to read, by what their files call it. */
  private static final Map<String, Source> SHARED_SOURCES =
      Map.of(
          "JEP 444",
          new Source(
              "JEP 444: Virtual Threads (JDK 21)",
              "how they are mounted on carriers, and what pins them"),
          "JEP 491",
          new Source(
              "JEP 491: Synchronize Virtual Threads without Pinning (JDK 24)",
              "monitors that let go of the carrier, and what still does not"),
          "JEP 328",
          new Source(
              "JEP 328: Flight Recorder", "events, and the thresholds under which they vanish"),
          "Dijkstra 1965",
          new Source(
              "E. W. Dijkstra: Solution of a Problem in Concurrent Programming Control (CACM,"
                  + " 1965)",
              "mutual exclusion, as it was first put"));

  private LessonFile() {}

  static Lesson read(String number, String yaml) {
    LessonNode file = LessonNode.parse(yaml);
    return new Lesson(
        new Subject(number, file.text("title"), file.text("question")),
        file.get("runs").each(run -> step(number, run)),
        file.get("columns").entries().stream()
            .map(column -> new Column(column.getKey(), Quantity.parse(column.getValue())))
            .toList(),
        file.get("claims").each(LessonFile::claim),
        file.has("sides")
            ? file.get("sides").each(side -> range(side.text()))
            : List.of(JdkRange.BEFORE_24, JdkRange.FROM_24),
        Explanation.of(file.get("explanation")),
        file.get("sources").each(LessonFile::source),
        file.get("tries").each(one -> new Command(one.text("line"), one.text("about"))));
  }

  private static LessonStep step(String number, LessonNode run) {
    List<String> jvm = run.has("jvm") ? List.of(run.text("jvm").split(" ", -1)) : List.of();
    if (run.has("program")) {
      return new LessonStep.Program(run.text("program"), number, run.text("main"), jvm);
    }
    String settings = run.text("settings");
    return run.has("real")
        ? new LessonStep.Real(run.text("real"), settings, jvm)
        : run.has("planned")
            ? new LessonStep.Planned(run.text("planned"), settings, run.text("objective"))
            : new LessonStep.Simulated(run.text("simulated"), settings);
  }

  private static Claim claim(LessonNode claim) {
    String expected = claim.text("expected");
    return new Claim(
        range(claim.text("jdks", "any")),
        claim.text("what"),
        Quantity.parse(claim.text("figure")),
        Band.parse(expected),
        Band.parse(claim.text("possible", expected)),
        claim.text("because"));
  }

  private static JdkRange range(String words) {
    return JdkRange.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static Source source(LessonNode source) {
    return source.has("name")
        ? new Source(source.text("name"), source.text("about"))
        : Objects.requireNonNull(SHARED_SOURCES.get(source.text()), source.text());
  }
}
