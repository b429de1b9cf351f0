package io.anteroom.study.cell;

import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.BusyWaiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM that a cell runs in.
 *
 * @param arguments its options besides those that Anteroom always sets
 */
public record Jvm(Jdk jdk, List<String> arguments) {
  /** That one did not end in time, for a person to read; the sentence goes on. */
  public static String notEnded(Duration limit) {
    return "Its JVM had not ended after " + limit.toSeconds() + " s";
  }

  /** A property: the folders of the plugins that it knows, separated as on a class path. */
  public static final String PLUGINS = "anteroom.plugins";

  private static final String NAMES_PLUGINS = "-D" + PLUGINS + "=";

  /** JEP 519. */
  private static final int COMPACT_HEADERS_SINCE = 25;

  public Jvm {
    arguments = List.copyOf(arguments);
  }

  /** See the launcher, which says why; its test holds both to the same options. */
  private static final List<String> SMALL_STACKS =
      List.of(
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=dontinline,io.anteroom.run.engine.Person::beginsAnother",
          "-XX:CompileCommand=dontinline,io.anteroom.run.engine.Person::ended",
          "-XX:CompileCommand=dontinline,io.anteroom.run.engine.Person::tell",
          "-XX:CompileCommand=dontinline,io.anteroom.modes.*::stay");

  /** A JVM like the one that the launcher starts, on that JDK, with these options besides. */
  public static Jvm of(Jdk jdk, List<String> more) {
    List<String> arguments = new ArrayList<>();
    String fromEnvironment = System.getenv().getOrDefault("ANTEROOM_JAVA_OPTS", "").strip();
    if (!fromEnvironment.isEmpty()) {
      arguments.addAll(List.of(fromEnvironment.split("\\s+", -1)));
    }
    arguments.addAll(more);
    return new Jvm(jdk, arguments);
  }

  /** The option by which it knows plugins; none: it knows none. */
  public List<String> plugins() {
    return arguments.stream().filter(option -> option.startsWith(NAMES_PLUGINS)).toList();
  }

  /** The same JVM, in which every run reckons with persons who keep the carriers busy. */
  public Jvm withBusyWaiting() {
    List<String> all = new ArrayList<>(arguments);
    all.add(BusyWaiting.jvmOption());
    return new Jvm(jdk, all);
  }

  /**
   * The words that start a program of this class path in it.
   *
   * @param more options besides its own
   */
  public List<String> command(List<String> more, String mainClass, List<String> words) {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.addAll(options());
    command.addAll(more);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(words);
    return command;
  }

  /** All its options: what the launcher gives to every JVM, then its own, which win. */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    if (!namesCollector()) {
      options.addAll(List.of("-XX:+UseParallelGC", "-Xmn24m", "-XX:OldPLABSize=16384"));
    }
    options.add("-XX:MaxRAMPercentage=70");
    if (jdk.feature() >= COMPACT_HEADERS_SINCE) {
      options.add("-XX:+UseCompactObjectHeaders");
    }
    options.add("--enable-native-access=ALL-UNNAMED");
    options.addAll(SMALL_STACKS);
    options.addAll(arguments);
    return options;
  }

  private boolean namesCollector() {
    return arguments.stream().anyMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"));
  }
}
