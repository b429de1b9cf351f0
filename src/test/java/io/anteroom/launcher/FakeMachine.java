package io.anteroom.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A machine made of temporary folders for the launcher to run on: its PATH holds the few programs
 * that the launcher needs, its JDKs tell how they were called, its Maven writes down each build. No
 * variable of the real environment comes through. Not for use by several threads.
 */
final class FakeMachine {
  /** What the launcher and these tests may call, `sh` and its built-ins apart. */
  private static final List<String> PROGRAMS =
      List.of(
          "find",
          "flock",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "script",
          "sed",
          "sleep",
          "stty",
          "tail",
          "touch");

  private static final List<Path> PROGRAM_FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

  /** The age of a fresh checkout's files. */
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final Path root;
  private final Path programs;
  private final Path usualJdks;
  private final Map<String, String> environment = new HashMap<>();

  FakeMachine(Path root) {
    this.root = root;
    programs = folder(root.resolve("bin"));
    usualJdks = folder(root.resolve("usual jdks"));
    for (String program : PROGRAMS) {
      PROGRAM_FOLDERS.stream()
          .map(folder -> folder.resolve(program))
          .filter(Files::isExecutable)
          .findFirst()
          .ifPresent(real -> program(programs.resolve(program), "exec " + real + " \"$@\""));
    }
    environment.put("PATH", programs.toString());
    environment.put("ANTEROOM_JDK_ROOTS", usualJdks + "/*");
  }

  /** What came of a call of the launcher. */
  record Finished(int exitCode, List<String> output, List<String> errors) {
    /** The home of the Java that ran. */
    String javaHome() {
      return output.getFirst();
    }

    /** The folder it ran in. */
    String folder() {
      return output.get(1);
    }

    /** Its arguments, each in brackets. */
    List<String> arguments() {
      return output.subList(2, output.size());
    }

    /** The options before the class path. */
    List<String> options() {
      return arguments().subList(0, arguments().indexOf("[-cp]"));
    }

    /** The arguments after the main class. */
    List<String> passedOn() {
      int main = arguments().indexOf("[io.anteroom.cli.Main]");
      return arguments().subList(main + 1, arguments().size());
    }
  }

  Path root() {
    return root;
  }

  boolean has(String program) {
    return Files.exists(programs.resolve(program));
  }

  FakeMachine set(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** A JDK outside the usual folders. */
  Path jdk(String name, String version) {
    return jdkIn(root, name, version);
  }

  /** A JDK in one of the usual folders that can have archives of classes, as real ones can. */
  Path usualJdkWithArchives(String name, String version) {
    Path home = usualJdk(name, version);
    write(folder(home.resolve("lib/server")).resolve("classes.jsa"), "");
    return home;
  }

  /** A JDK in one of the usual folders. */
  Path usualJdk(String name, String version) {
    return jdkIn(usualJdks, name, version);
  }

  /** A Java without a compiler in one of the usual folders. */
  Path usualRuntime(String name, String version) {
    return runtimeIn(usualJdks, name, version);
  }

  private static Path jdkIn(Path parent, String name, String version) {
    Path home = runtimeIn(parent, name, version);
    program(home.resolve("bin/javac"), "exit 0");
    return home;
  }

  private static Path runtimeIn(Path parent, String name, String version) {
    Path home = parent.resolve(name);
    folder(home.resolve("bin"));
    write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    program(
        home.resolve("bin/java"),
        "echo '" + home + "'",
        "pwd",
        "for argument in \"$@\"; do printf '[%s]\\n' \"$argument\"; done",
        "if (: >&9) 2>/dev/null; then echo 'the lock is still open'; fi");
    return home;
  }

  /** Puts {@code home}'s java on the PATH, as Debian does: by a link to a link. */
  void putOnPath(Path home) {
    Path alternative = root.resolve("alternative-java");
    link(alternative, root.relativize(home.resolve("bin/java")));
    link(programs.resolve("java"), alternative);
  }

  /** Installs a Maven that makes the jar and writes down the build; first comes {@code script}. */
  void installMaven(String... script) {
    List<String> lines = new ArrayList<>();
    lines.add("echo \"$JAVA_HOME $*\" >>'" + root.resolve("builds") + "'");
    lines.addAll(List.of(script));
    lines.add("mkdir -p target/lib");
    lines.add("echo jar >target/anteroom.jar");
    program(programs.resolve("mvn"), lines.toArray(String[]::new));
  }

  /** The builds so far: the JDK and Maven's arguments. */
  List<String> builds() {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? read(builds).lines().toList() : List.of();
  }

  /** A checkout with the launcher and one source, never built. */
  Path checkout(String name) {
    Path checkout = root.resolve(name);
    Path sources = folder(checkout.resolve("src/main/java"));
    putLauncher(checkout);
    write(checkout.resolve("pom.xml"), "<project/>");
    write(sources.resolve("Main.java"), "class Main {}");
    write(sources.resolve("Other.java"), "class Other {}");
    for (String old : List.of("pom.xml", "src", "src/main", "src/main/java")) {
      setTime(checkout.resolve(old), LONG_AGO);
    }
    setTime(sources.resolve("Main.java"), LONG_AGO);
    setTime(sources.resolve("Other.java"), LONG_AGO);
    return checkout;
  }

  /** A checkout whose jar is up to date. */
  Path builtCheckout(String name) {
    Path checkout = checkout(name);
    folder(checkout.resolve("target/lib"));
    Path jar = checkout.resolve("target/anteroom.jar");
    write(jar, "jar");
    setTime(jar, LONG_AGO.plusSeconds(60));
    return checkout;
  }

  /** An unpacked release: the launcher and all jars in one folder, nothing to build from. */
  Path release(String name) {
    Path release = root.resolve(name);
    write(folder(release.resolve("lib")).resolve("anteroom.jar"), "jar");
    putLauncher(release);
    return release;
  }

  private static void putLauncher(Path folder) {
    Path launcher = folder.resolve("anteroom");
    write(launcher, read(Path.of(System.getProperty("anteroom.project"), "anteroom")));
    makeExecutable(launcher);
  }

  Finished run(Path home, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("anteroom").toString());
    command.addAll(List.of(arguments));
    return runIn(root, command);
  }

  Finished runIn(Path folder, List<String> command) {
    return finish(start(folder, command));
  }

  Process start(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end; the lines are those that were not read before. */
  static Finished finish(Process process) {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      List<String> outputLines = output.lines().toList();
      List<String> errorLines = errors.lines().toList();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the launcher does not end");
      }
      return new Finished(process.exitValue(), outputLines, errorLines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the launcher runs", e);
    }
  }

  static void link(Path link, Path to) {
    try {
      Files.createSymbolicLink(link, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void program(Path file, String... lines) {
    write(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    makeExecutable(file);
  }

  private static void makeExecutable(Path file) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void setTime(Path file, Instant time) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(time));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
