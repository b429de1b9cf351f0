package io.anteroom.teach;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.JvmClaim;
import io.anteroom.cli.Main;
import io.anteroom.run.jdk.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the lessons on JVMs say of the JDK that runs the tests does not contradict what they see.
 */
@JvmClaim
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LessonClaimsTest {
  @TempDir Path folder;

  /** Those whose claims differ by the release. */
  @ParameterizedTest
  @ValueSource(strings = {"3", "5", "7", "8", "9", "10", "15"})
  void noClaimIsContradicted(String number) throws Exception {
    Workshop workshop = new Workshop(Main.class.getName(), (run, into) -> into, folder);

    LessonResult result =
        new LessonRun(Lessons.numbered(number), List.of(Jdk.current()), workshop).run();

    assertThat(result.grades())
        .isNotEmpty()
        .allSatisfy(
            grade ->
                assertThat(grade.verdict())
                    .as(grade.toString())
                    .isIn(JdkMatch.EXPECTED, JdkMatch.SURPRISING));
  }
}
