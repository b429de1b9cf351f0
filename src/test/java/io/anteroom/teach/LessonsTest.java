package io.anteroom.teach;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.ScenarioParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LessonsTest {
  private static final int WIDEST = 77;

  static List<Lesson> lessons() {
    return Lessons.all();
  }

  private static Environment environment() {
    return Machine.describe(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC), 2, 0);
  }

  @Test
  void theScenesOfTheNotebookComeBeforeTheOthers() {
    assertThat(Lessons.all())
        .extracting(lesson -> lesson.subject().number())
        .containsExactly(
            "0.1", "0.2", "0.3", "0.4", "0.5", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10",
            "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22");
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyLessonHasAllItsParts(Lesson lesson) {
    assertThat(lesson.subject().title()).isNotBlank().doesNotEndWith(".");
    assertThat(lesson.subject().question()).contains("?");
    assertThat(lesson.columns()).isNotEmpty();
    assertThat(lesson.sources()).isNotEmpty();
    assertThat(lesson.claims()).isNotEmpty();
    assertThat(lesson.claims())
        .allSatisfy(claim -> assertThat(claim.reason()).isNotBlank().doesNotEndWith("."));
    assertThat(lesson.steps()).extracting(LessonStep::label).doesNotHaveDuplicates();
    assertThat(lesson.steps())
        .allSatisfy(step -> assertThat(step.label()).hasSizeLessThanOrEqualTo(20));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyFigureIsOfARunOfItsLesson(Lesson lesson) throws IOException {
    String number = lesson.subject().number();
    List<String> labels = lesson.steps().stream().map(LessonStep::label).toList();
    try (InputStream file = Lessons.class.getResourceAsStream("/lessons/" + number + ".yaml")) {
      String text = new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Pattern.compile("([^\\[{:\"]+) \\| ").matcher(text).results())
          .extracting(found -> found.group(1).strip())
          .isSubsetOf(labels);
      assertThat(labels.size() == 1 || text.contains(" | ")).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyExplanationHasItsFigures(Lesson lesson) {
    List<Observation> seen =
        lesson.steps().stream()
            .flatMap(
                step ->
                    Stream.of(JdkRange.NO_JDK, Given.OLD, Given.NEW)
                        .map(feature -> Given.run(step.label(), feature)))
            .toList();

    assertThat(lesson.explanation().of(new Seen(seen)))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).doesNotContain("{", "}", " | ").isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyStepIsAScenarioThatSetsItsCarriers(Lesson lesson) {
    ScenarioParser parser = new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 7);
    for (LessonStep step : lesson.steps()) {
      if (step instanceof LessonStep.Real real) {
        assertThat(StepScenario.of(real, "lesson", Jdk.current(), parser).conduct().carriers())
            .isLessThan(7);
      } else if (!(step instanceof LessonStep.Program)) {
        assertThat(StepScenario.of(step, "lesson", null, parser).name()).isEqualTo("lesson");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void whatWasNotSeenIsNotExplainedAwayButNotJudged(Lesson lesson) {
    List<Grade> grades =
        Grade.of(
            new Seen(
                List.of(
                    Given.run("something else", JdkRange.NO_JDK),
                    Given.run("something else", Given.OLD),
                    Given.run("something else", Given.NEW))),
            lesson.claims());

    assertThat(grades).isNotEmpty();
    assertThat(grades).extracting(Grade::verdict).containsOnly(JdkMatch.NOT_JUDGED);
  }

  @Test
  void aJdkThatIsMissingIsSaidWithWhatItWouldShowAndHowToGetIt() {
    LessonResult result =
        Lecture.of(
            Lessons.numbered("3"),
            List.of(Jdk.current()),
            new Seen(List.of(Given.run("synchronized", Given.NEW))),
            environment(),
            false);

    assertThat(result.notShown())
        .singleElement()
        .asString()
        .contains(
            "21 to 23",
            "the length of the run, in holds (expected 4 to 9); pins a person (expected 1 to 2)",
            "--jdk",
            "ANTEROOM_JDK_ROOTS");
  }

  @Test
  void aRunIsTriedOnTheOldestJdkThatWasSeen() {
    LessonResult result =
        Lecture.of(
            Lessons.numbered("3"),
            List.of(Jdk.current()),
            new Seen(
                List.of(
                    Given.run("synchronized", Given.NEW), Given.run("synchronized", Given.OLD))),
            environment(),
            false);

    assertThat(result.tries().getLast().line())
        .startsWith("anteroom run --persons 20")
        .endsWith(" --jdk 21");
  }

  @Test
  void withBothKindsOfJdkNothingIsMissing() {
    LessonResult result =
        Lecture.of(
            Lessons.numbered("10"),
            List.of(Jdk.current()),
            new Seen(List.of(Given.run("try-spin", 22), Given.run("try-spin", 26))),
            environment(),
            false);

    assertThat(result.notShown()).isEmpty();
    assertThat(result.lost()).isTrue();
  }

  /** A class that has one JDK is not asked about another one. */
  @ParameterizedTest
  @CsvSource({"25, on JDK 25?", "21 25, on JDK 21 and 25?", "28 21 25, 'on JDK 21, 25 and 28?'"})
  void aQuestionNamesTheJdksThatItRunsOn(String jdks, String asked) {
    List<Jdk> on =
        Stream.of(jdks.split(" ")).map(each -> new Jdk(Path.of("jdk"), each + ".0.1")).toList();

    assertThat(Lessons.numbered("3").subject().on(on).question()).endsWith(asked);
    assertThat(Lessons.all())
        .extracting(lesson -> lesson.subject().on(on).question())
        .noneMatch(question -> question.contains("{"));
  }

  @ParameterizedTest
  @CsvSource({"99, 9", "0, 1", "1O, 1", "0.6, 0.1"})
  void aNumberThatIsNoneIsAnsweredWithTheNearestOne(String number, String nearest) {
    assertThatThrownBy(() -> Lessons.numbered(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no lesson " + number + "; did you mean " + nearest)
        .hasMessageContaining("allowed: 0.1, ")
        .hasMessageEndingWith(", all");
  }

  @Test
  void anInterruptedLessonKeepsWhatThereIs(@TempDir Path folder)
      throws IOException, InterruptedException {
    LessonRun run =
        new LessonRun(
            Lessons.numbered("10"),
            List.of(Jdk.current()),
            new Workshop("none", (kept, into) -> {}, folder));
    run.interrupt();

    LessonResult result = run.run();

    assertThat(result.interrupted()).isTrue();
    assertThat(result.grades()).isEmpty();
    assertThat(folder.resolve("lesson.json")).hasContent(LessonResult.JSON.write(result));
  }

  /** The one that parks is to differ from those that spin in nothing else. */
  @Test
  void allRunsOfALessonReckonWithBusyCarriersOrNone(@TempDir Path folder) {
    assertThat(jvmArguments(Lessons.numbered("10"), folder))
        .hasSize(3)
        .allMatch(arguments -> arguments.contains(BusyWaiting.jvmOption()));
    assertThat(jvmArguments(Lessons.numbered("5"), folder))
        .isNotEmpty()
        .noneMatch(arguments -> arguments.contains(BusyWaiting.jvmOption()));
  }

  private static List<List<String>> jvmArguments(Lesson lesson, Path folder) {
    LessonRun run =
        new LessonRun(
            lesson, List.of(Jdk.current()), new Workshop("none", (kept, into) -> {}, folder));
    return lesson.steps().stream()
        .filter(LessonStep.Real.class::isInstance)
        .flatMap(step -> run.cells((LessonStep.Real) step).stream())
        .map(cell -> cell.jvm().arguments())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void tablesFitIntoAPage(Lesson lesson) {
    LessonResult result =
        Lecture.of(
            lesson,
            List.of(Jdk.current()),
            new Seen(
                lesson.steps().stream().map(step -> Given.run(step.label(), Given.NEW)).toList()),
            environment(),
            false);

    int width =
        IntStream.range(0, result.table().getFirst().size())
            .map(
                column ->
                    2
                        + result.table().stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0))
            .sum();
    assertThat(width).isLessThanOrEqualTo(WIDEST);
  }
}
