package io.anteroom.teach;

import io.anteroom.result.store.StoredFile;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.Jvm;
import io.anteroom.study.cell.JvmFork;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Runs a demonstration in a JVM of its own: it finds a folder, and leaves its figures there. A JVM
 * that does not end in time is killed, and counted as hung. {@link #interrupt} may be called by any
 * thread.
 */
final class ProgramFork {
  /** What a key of a demonstration's findings begins with that is a word, not a figure. */
  static final String WORD = ".";

  private final Duration limit;
  private final JvmFork fork;

  ProgramFork(Duration limit) {
    this.limit = limit;
    this.fork = new JvmFork(limit);
  }

  /** Tells what runs to end. */
  void interrupt() {
    fork.interrupt();
  }

  /**
   * What came of it; null: it was interrupted.
   *
   * @param name of its folder
   * @param folder the lesson's
   */
  @Nullable Observation run(LessonStep.Program program, Jdk jdk, String name, Path folder)
      throws IOException, InterruptedException {
    if (fork.stopping()) {
      return null;
    }
    Path place = Files.createDirectories(StoredFile.PROGRAMS.in(folder).resolve(name));
    long began = System.nanoTime();
    Integer code = fork.run(command(program, jdk, place), StoredFile.LOG.in(place));
    double seconds = (System.nanoTime() - began) / 1e9;
    if (fork.stopping()) {
      return null;
    }
    Properties findings = findings(place);
    boolean found = code != null && code == 0 && !findings.isEmpty();
    boolean stuck = "1.0".equals(findings.getProperty(Figures.STUCK));
    CellOutcome outcome =
        code == null
            ? CellOutcome.HUNG
            : !found ? CellOutcome.FAILED : stuck ? CellOutcome.STUCK : CellOutcome.COMPLETED;
    return new Observation(
        program.label(),
        jdk.version(),
        jdk.feature(),
        outcome,
        explanation(outcome, findings),
        seconds,
        folder.relativize(place).toString(),
        figures(findings),
        words(findings));
  }

  private static List<String> command(LessonStep.Program program, Jdk jdk, Path place) {
    return Jvm.of(jdk, program.jvmArguments())
        .command(List.of(), program.main(), List.of(place.toAbsolutePath().toString()));
  }

  private String explanation(CellOutcome outcome, Properties findings) {
    return switch (outcome) {
      case HUNG -> Jvm.notEnded(limit) + ", and was killed.";
      case FAILED -> "Its JVM ended without figures; log.txt tells more.";
      default -> findings.getProperty(WORD + "explanation", "");
    };
  }

  private static Properties findings(Path place) throws IOException {
    Properties findings = new Properties();
    Path file = StoredFile.FINDINGS.in(place);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        findings.load(reader);
      }
    }
    return findings;
  }

  private static Map<String, Double> figures(Properties findings) {
    Map<String, Double> figures = new LinkedHashMap<>();
    findings.stringPropertyNames().stream()
        .filter(name -> !name.startsWith(WORD))
        .sorted()
        .forEach(name -> figures.put(name, Double.valueOf(findings.getProperty(name))));
    return figures;
  }

  private static Map<String, String> words(Properties findings) {
    Map<String, String> words = new LinkedHashMap<>();
    findings.stringPropertyNames().stream()
        .filter(name -> name.startsWith(WORD))
        .sorted()
        .forEach(name -> words.put(name.substring(WORD.length()), findings.getProperty(name, "")));
    return words;
  }
}
