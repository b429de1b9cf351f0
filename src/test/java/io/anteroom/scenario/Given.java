package io.anteroom.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the tests of this package start from: locking modes, and scenarios from text. */
final class Given {
  static final Discipline IN_LINE = new Discipline.InLine(true);
  static final int PROCESSORS = 3;

  static final List<ModeTraits> MODES =
      List.of(
          mode("none", List.of(Line.PER_ROOM), true),
          mode("synchronized", List.of(Line.PER_ROOM), false),
          mode("monitor-wait", List.of(Line.SHARED), true),
          mode("reentrant", List.of(Line.PER_ROOM, Line.SHARED), true),
          mode("reentrant-fair", List.of(Line.PER_ROOM, Line.SHARED), true),
          mode("semaphore", List.of(Line.SHARED), true),
          mode("semaphore-fair", List.of(Line.SHARED), true),
          mode("stamped", List.of(Line.PER_ROOM), true, ScenarioKey.READERS),
          mode("queue", List.of(Line.SHARED), true),
          new ModeTraits(
              "priority",
              "priority in a test",
              List.of(Line.SHARED),
              Set.of(ModeTraits.Trait.GIVES_UP, ModeTraits.Trait.BY_PRIORITY),
              List.of(),
              IN_LINE),
          mode("timed", List.of(Line.SHARED, Line.PER_ROOM), true, ScenarioKey.TIMEOUT),
          mode("try-spin", List.of(Line.SHARED, Line.PER_ROOM), true),
          mode("try-yield", List.of(Line.SHARED, Line.PER_ROOM), true),
          mode("try-park", List.of(Line.SHARED, Line.PER_ROOM), true, ScenarioKey.RETRY),
          mode("try-backoff", List.of(Line.SHARED, Line.PER_ROOM), true, ScenarioKey.RETRY),
          new ModeTraits(
              "commons-pool2",
              "a pool in a test",
              List.of(Line.SHARED),
              Set.of(ModeTraits.Trait.GIVES_UP),
              List.of(),
              IN_LINE,
              null,
              List.of(PoolKey.values())));

  static final List<ActivityTraits> ACTIVITIES =
      List.of(
          activity("sleep"),
          activity("cpu"),
          activity("class-init"),
          new ActivityTraits("jdbc", "jdbc in a test", ScenarioKey.ofSomeActivities()),
          new ActivityTraits("http", "http in a test", List.of(ScenarioKey.URL)));

  static final ScenarioParser PARSER = new ScenarioParser(MODES, ACTIVITIES, PROCESSORS);

  private Given() {}

  /** The scenario of a file of that text. */
  static Scenario scenario(String yaml) {
    return PARSER.parse(YamlSettings.read(yaml, "test.yaml", Path.of("")));
  }

  /** A setting without a file behind it. */
  static Setting setting(String value) {
    return new Setting(value, "--option", Path.of(""), false);
  }

  private static ActivityTraits activity(String name) {
    return new ActivityTraits(name, name + " in a test");
  }

  private static ModeTraits mode(
      String name, List<Line> lines, boolean givesUp, ScenarioKey... keys) {
    Discipline discipline =
        switch (name) {
          case "try-park", "try-backoff" -> new Discipline.Polling(Duration.ofMillis(1), 0, false);
          case "try-spin" -> new Discipline.Unmodelled("it spins");
          default -> IN_LINE;
        };
    return new ModeTraits(
        name,
        name + " in a test",
        lines,
        givesUp ? Set.of(ModeTraits.Trait.GIVES_UP) : Set.of(),
        List.of(keys),
        discipline);
  }
}
