package io.anteroom.teach;

import io.anteroom.result.store.StoredFile;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.Jvm;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a demonstration in a JVM of its own: it finds a folder, and leaves its figures there. A JVM
 * that does not end in time is killed, and counted as hung. {@link #interrupt} may be called by any
 * thread.
 */
final class ProgramFork {
  /** Where a demonstration leaves its figures; a key that begins with a dot is a word. */
  static final String FINDINGS = "findings.properties";

  static final String WORD = ".";

  private final Duration limit;
  private volatile @Nullable Process running;
  private volatile boolean stopping;

  ProgramFork(Duration limit) {
    this.limit = limit;
  }

  /** Asks what runs to end at once. */
  void interrupt() {
    stopping = true;
    Process process = running;
    if (process != null) {
      process.destroyForcibly();
    }
  }

  /**
   * What came of it; null: it was interrupted.
   *
   * @param name of its folder
   * @param folder the lesson's
   */
  @Nullable Observation run(Step.Program program, Jdk jdk, String name, Path folder)
      throws IOException, InterruptedException {
    Path place = Files.createDirectories(StoredFile.PROGRAMS.in(folder).resolve(name));
    long began = System.nanoTime();
    Integer code = stopping ? null : exitCode(command(program, jdk, place), place);
    double seconds = (System.nanoTime() - began) / 1e9;
    if (stopping) {
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

  private List<String> command(Step.Program program, Jdk jdk, Path place) {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.add("-XX:+UseSerialGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(Jvm.of(jdk, program.jvmArguments()).arguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(program.main().getName(), place.toAbsolutePath().toString()));
    return command;
  }

  /** Null: it did not end in time. */
  private @Nullable Integer exitCode(List<String> command, Path place)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(StoredFile.LOG.in(place).toFile())
            .start();
    running = process;
    try {
      process.getOutputStream().close();
      if (stopping) {
        process.destroyForcibly();
      }
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : null;
    } finally {
      process.destroyForcibly();
      running = null;
    }
  }

  private String explanation(CellOutcome outcome, Properties findings) {
    return switch (outcome) {
      case HUNG -> "Its JVM had not ended after " + limit.toSeconds() + " s, and was killed.";
      case FAILED -> "Its JVM ended without figures; log.txt tells more.";
      default -> findings.getProperty(WORD + "explanation", "");
    };
  }

  private static Properties findings(Path place) throws IOException {
    Properties findings = new Properties();
    Path file = place.resolve(FINDINGS);
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
