package io.anteroom.bench;

import io.anteroom.result.RunResult;
import io.anteroom.result.store.StoredRun;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Anteroom as a process of its own: in full size as users start it, by the launcher; tiny by the
 * class path of this process, since tests run before there is a jar.
 */
public final class Anteroom {
  private static final List<String> QUIET = List.of("--quiet", "--no-color", "--no-page");

  private Anteroom() {}

  /** The checkout that is measured. */
  public static Path checkout() {
    return Path.of(System.getProperty("anteroom.project", ".")).toAbsolutePath().normalize();
  }

  /** The Java that runs this process, and that the launcher is told to take. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Anteroom with these arguments. */
  public static Command command(Size size, List<String> arguments) {
    return switch (size) {
      case FULL -> launcher().and(arguments);
      case TINY ->
          Command.of(
                  java().toString(),
                  "-XX:+UseParallelGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.anteroom.cli.Main")
              .and(arguments);
    };
  }

  private static Command launcher() {
    return Command.of(checkout().resolve("anteroom").toString())
        .with("ANTEROOM_JAVA_HOME", System.getProperty("java.home"));
  }

  /**
   * Another program of this class path, with the very JVM options that the launcher gives to a run
   * like that: the launcher is handed the program as the first of its own options, and what comes
   * after it the program ignores.
   *
   * @param run the arguments of the run whose options are wanted
   * @param options of the JVM besides; they win
   * @param program its main class and arguments
   */
  static Command sameJvm(
      Size size, Scratch scratch, List<String> run, List<String> options, List<String> program)
      throws IOException {
    List<String> words =
        Stream.of(options, List.of("-cp", System.getProperty("java.class.path")), program)
            .flatMap(List::stream)
            .toList();
    return switch (size) {
      case FULL -> {
        Path file = Files.createTempFile(scratch.folder(), "options", ".args");
        Files.writeString(file, words.stream().map(Anteroom::quoted).collect(joined()));
        yield launcher().and(run).with("ANTEROOM_JAVA_OPTS", "@" + file);
      }
      case TINY -> Command.of(java().toString(), "-XX:+UseParallelGC").and(words);
    };
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("\n");
  }

  /** As a file of JVM options has it. */
  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** What a run has left, and what its process took. */
  record Done(RunResult result, Command.Cost cost) {}

  /**
   * Runs a scenario to its end, its memory watched, its page left out.
   *
   * @throws IllegalStateException if it leaves no result, or does not end in time
   */
  static Done run(Size size, Duration limit, List<String> arguments)
      throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Command command = command(size, List.of("run")).and(arguments).and(QUIET).and(into(scratch));
      Command.Ended ended = command.watch(limit);
      Path folder = only(scratch.folder(), command, ended);
      return new Done(StoredRun.RESULT.read(folder.resolve("result.json")), ended.cost());
    }
  }

  /** The option that makes a run leave its results there. */
  static List<String> into(Scratch scratch) {
    return List.of("--out", scratch.folder().toString());
  }

  /** The results folder that a process has left. */
  static Path only(Path parent, Command command, Command.Ended ended) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent)) {
      for (Path folder : folders) {
        if (Files.exists(folder.resolve("result.json"))) {
          return folder;
        }
      }
    }
    Command.Ended unused = ended.orFail(command);
    throw new IllegalStateException("no result was left by " + command.brief());
  }
}
