package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM of some JDK that runs {@link PinningProgram} or {@link HangingProgram}; it is gone when it
 * is closed.
 */
public final class WatchedProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private WatchedProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /**
   * Starts it and waits until it pins.
   *
   * @param jdk the JDK's home
   * @param ending {@code on}, {@code exit} or {@code halt}
   * @param temporary where its flight recorder keeps its files
   */
  public static WatchedProcess start(Path jdk, String ending, Path temporary) throws IOException {
    return start(jdk, PinningProgram.class, ending, temporary);
  }

  /**
   * Starts a program that hangs, or that is healthy, and waits until it does.
   *
   * @param way {@code queue}, {@code notify}, {@code yield} or {@code pool}; {@code busy} or {@code
   *     idle}
   */
  public static WatchedProcess hanging(Path jdk, String way, Path temporary) throws IOException {
    return start(jdk, HangingProgram.class, way, temporary);
  }

  /**
   * The same of another user, or in another place.
   *
   * @param before the command that becomes that user and then runs what follows
   * @param classPath what that user can read
   */
  public static WatchedProcess hanging(
      List<String> before, Path jdk, String way, Path temporary, String classPath)
      throws IOException {
    return start(before, jdk, classPath, List.of(HangingProgram.class.getName(), way), temporary);
  }

  private static WatchedProcess start(Path jdk, Class<?> program, String argument, Path temporary)
      throws IOException {
    String classes = program.getProtectionDomain().getCodeSource().getLocation().getPath();
    return start(List.of(), jdk, classes, List.of(program.getName(), argument), temporary);
  }

  private static WatchedProcess start(
      List<String> before, Path jdk, String classPath, List<String> program, Path temporary)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            jdk.resolve("bin/java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Djdk.virtualThreadScheduler.parallelism=2",
            "-XX:FlightRecorderOptions:repository=" + temporary,
            "-cp",
            classPath));
    command.addAll(program);
    Process started =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    WatchedProcess watched = new WatchedProcess(started);
    String first = watched.out.readLine();
    if (!PinningProgram.READY.equals(first)) {
      watched.close();
      throw new IOException("the program said " + first);
    }
    return watched;
  }

  /** Its process id. */
  public String pid() {
    return Long.toString(process.pid());
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** How many flight recordings it has. */
  public int recordings() throws IOException {
    return Integer.parseInt(answer(PinningProgram.RECORDINGS));
  }

  /** Its flight recordings, each with its state. */
  List<String> recordingNames() throws IOException {
    String names = answer(PinningProgram.NAMES);
    return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
  }

  /** Lets it begin a flight recording of its own. */
  void recordItself() throws IOException {
    assertThat(answer(PinningProgram.RECORD)).isEqualTo(PinningProgram.RECORD);
  }

  private String answer(String question) throws IOException {
    Writer in = process.outputWriter();
    in.write(question + "\n");
    in.flush();
    return String.valueOf(out.readLine());
  }

  /** Which JDK that is, such as 21. */
  public static int featureOf(Path jdk) {
    return jdk.equals(Path.of(System.getProperty("java.home")))
        ? Runtime.version().feature()
        : feature(jdk).orElseThrow();
  }

  /**
   * This JDK, and the newest of each other feature from 21 on that is in the usual places; this one
   * alone with {@code -Danteroom.jdks=own}, for where the others are watched from another JDK.
   */
  public static List<Path> jdks() {
    List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    if ("own".equals(System.getProperty("anteroom.jdks"))) {
      return homes;
    }
    List<Integer> features = new ArrayList<>(List.of(Runtime.version().feature()));
    candidates()
        .forEach(
            home ->
                feature(home)
                    .filter(feature -> feature >= 21 && !features.contains(feature))
                    .ifPresent(
                        feature -> {
                          features.add(feature);
                          homes.add(home);
                        }));
    return homes;
  }

  private static Stream<Path> candidates() {
    Stream<Path> named = Stream.ofNullable(System.getenv("JAVA21_HOME")).map(Path::of);
    return Stream.concat(
        named, Stream.of("/usr/lib/jvm", "/opt").map(Path::of).flatMap(WatchedProcess::folders));
  }

  private static Stream<Path> folders(Path root) {
    try (Stream<Path> content = Files.isDirectory(root) ? Files.list(root) : Stream.empty()) {
      return content.sorted().toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Optional<Integer> feature(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
      return Optional.empty();
    }
    try (BufferedReader reader = Files.newBufferedReader(release)) {
      Properties properties = new Properties();
      properties.load(reader);
      String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Optional.of(Runtime.Version.parse(version).feature());
    } catch (IOException | IllegalArgumentException unclear) {
      return Optional.empty();
    }
  }

  /** It ends when its input does; then it removes what its flight recorder keeps. */
  @Override
  public void close() {
    try {
      process.outputWriter().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      }
    } catch (IOException goneAlready) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
