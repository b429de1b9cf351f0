package io.anteroom.teach;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.run.jdk.Jdk;
import io.anteroom.study.cell.CellOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramForkTest {
  @TempDir private Path folder;

  static final class Endless {
    private Endless() {}

    public static void main(String[] arguments) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  static final class Failing {
    private Failing() {}

    public static void main(String[] arguments) {
      if (arguments.length == 1) {
        throw new IllegalStateException("on purpose");
      }
    }
  }

  static final class Finding {
    private Finding() {}

    public static void main(String[] arguments) throws IOException {
      DemonstrationFindings findings = new DemonstrationFindings(Path.of(arguments[0]));
      findings.figure("answer", 42);
      findings.word("question", "how many?");
      findings.keep();
    }
  }

  @Test
  void aProgramThatDoesNotEndIsKilledAndLost() throws IOException, InterruptedException {
    Observation seen = run(Endless.class, Duration.ofSeconds(1));

    assertThat(seen.outcome()).isEqualTo(CellOutcome.HUNG);
    assertThat(seen.outcome().lost()).isTrue();
    assertThat(seen.explanation()).contains("1 s", "killed");
  }

  @Test
  void aProgramThatFailsIsLost() throws IOException, InterruptedException {
    Observation seen = run(Failing.class, Duration.ofSeconds(30));

    assertThat(seen.outcome()).isEqualTo(CellOutcome.FAILED);
    assertThat(folder.resolve(seen.folder()).resolve("log.txt")).content().contains("on purpose");
  }

  @Test
  void whatAProgramFindsIsSeen() throws IOException, InterruptedException {
    Observation seen = run(Finding.class, Duration.ofSeconds(30));

    assertThat(seen.outcome()).isEqualTo(CellOutcome.COMPLETED);
    assertThat(seen.figures()).containsEntry("answer", 42.0);
    assertThat(seen.words()).containsEntry("question", "how many?");
    assertThat(seen.feature()).isEqualTo(Runtime.version().feature());
  }

  @Test
  void nothingIsSeenOfAProgramThatIsInterrupted() throws IOException, InterruptedException {
    ProgramFork fork = new ProgramFork(Duration.ofSeconds(30));
    fork.interrupt();

    assertThat(fork.run(program(Endless.class), Jdk.current(), "program", folder)).isNull();
  }

  private Observation run(Class<?> main, Duration limit) throws IOException, InterruptedException {
    return requireNonNull(
        new ProgramFork(limit).run(program(main), Jdk.current(), "program", folder));
  }

  private static LessonStep.Program program(Class<?> main) {
    return new LessonStep.Program("program", "8", main.getName(), List.of());
  }
}
