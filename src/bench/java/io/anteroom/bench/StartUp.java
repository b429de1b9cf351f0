package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Pair;
import io.anteroom.bench.Finding.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** How long the launcher takes from call to end, against a JVM that only says hello. */
final class StartUp implements GradualBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Aim HELP = Aim.atMost(4);
  private static final Aim SMALLEST_RUN = Aim.atMost(8);

  private static final String HELLO =
      """
      class Hello {
        public static void main(String[] arguments) {
          System.out.println("Hello");
        }
      }
      """;

  @Override
  public String name() {
    return "start-up";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      found.accept(new Skipped("start-up", "it takes a JDK; this is a JRE"));
      return;
    }
    try (Scratch scratch = Scratch.create()) {
      Command hello = hello(compiler, scratch.folder());
      compare("--help", Anteroom.command(size, List.of("--help")), hello, size, HELP, found);
      Command smallest =
          Anteroom.command(
              size,
              Stream.concat(
                      Stream.of("run", "--persons", "1", "--rooms", "1", "--visits", "1"),
                      Stream.concat(
                          Stream.of("--hold", "fixed:0s", "--jfr", "off", "--quiet", "--no-page"),
                          Anteroom.into(scratch).stream()))
                  .toList());
      compare("the smallest run", smallest, hello, size, SMALLEST_RUN, found);
    }
  }

  private static Command hello(JavaCompiler compiler, Path folder) throws IOException {
    Path source = folder.resolve("Hello.java");
    Files.writeString(source, HELLO);
    if (compiler.run(null, null, null, "-d", folder.toString(), source.toString()) != 0) {
      throw new IllegalStateException("the hello world does not compile");
    }
    return Command.of(Anteroom.java().toString(), "-cp", folder.toString(), "Hello");
  }

  private static void compare(
      String what, Command anteroom, Command hello, Size size, Aim aim, Consumer<Finding> found)
      throws IOException, InterruptedException {
    List<Pair> walls = new ArrayList<>();
    List<Pair> processorTimes = new ArrayList<>();
    for (int pair = -1; pair < (size == Size.FULL ? 21 : 1); pair++) {
      Command.Cost one = anteroom.time(LIMIT).orFail(anteroom).cost();
      Command.Cost other = hello.time(LIMIT).orFail(hello).cost();
      // The first pair reads the files into memory.
      if (pair >= 0) {
        walls.add(new Pair((double) one.wallNanos(), (double) other.wallNanos()));
        processorTimes.add(new Pair((double) one.cpuNanos(), (double) other.cpuNanos()));
      }
    }
    String hi = "hello world";
    found.accept(new Compared("wall time, " + what, "anteroom", hi, "ns", walls, aim));
    found.accept(new Compared("CPU time, " + what, "anteroom", hi, "ns", processorTimes, null));
  }
}
