package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.JvmClaim;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.teach.JdkMatch;
import io.anteroom.teach.Lesson;
import io.anteroom.teach.LessonResult;
import io.anteroom.teach.Lessons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every lesson on the JDK that the tests run on: its grade is {@code expected}. The build's tests
 * run on old JDKs and on new ones, so all sides of every lesson are seen. Two lessons run at a
 * time: grades must not depend on a quiet machine.
 */
@JvmClaim
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseTest {
  private static final int AT_ONCE = 2;

  private final List<CommandLineRun> runs = new ArrayList<>();

  static List<String> numbers() {
    return Lessons.all().stream().map(lesson -> lesson.subject().number()).toList();
  }

  @BeforeAll
  void runTheCourse(@TempDir Path results) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<CommandLineRun>> tasks = new ArrayList<>();
      for (Lesson lesson : Lessons.all()) {
        tasks.add(() -> run(lesson.subject().number(), results));
      }
      for (Future<CommandLineRun> run : pool.invokeAll(tasks)) {
        runs.add(run.get());
      }
    }
  }

  private static CommandLineRun run(String number, Path results) {
    return CommandLineRun.of(
        "lesson",
        number,
        "--jdk",
        Jdk.current().home().toString(),
        "--out",
        results.toString(),
        "--json",
        "--quiet");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theGradeIsExpected(String number) {
    CommandLineRun run = runs.get(numbers().indexOf(number));

    LessonResult result = LessonResult.JSON.readAll(run.out()).getFirst();

    assertThat(result.number()).isEqualTo(number);
    assertThat(result.grades()).isNotEmpty();
    assertThat(result.verdict()).as(run.err()).isEqualTo(JdkMatch.EXPECTED);
    assertThat(result.explanation()).isNotEmpty();
    assertThat(result.lost()).as(run.err()).isFalse();
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
  }
}
