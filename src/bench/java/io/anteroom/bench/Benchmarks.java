package io.anteroom.bench;

import io.anteroom.report.Style;
import io.anteroom.result.store.UnreadableResultException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs benchmarks and writes what they find: {@code mvn -Pbench -DskipTests verify}, with {@code
 * -Dbench=NAME,NAME}, {@code -Dbench=list}, {@code -Dbench.out=DIR}, {@code -Dbench.size=tiny}.
 */
@Command(name = "benchmarks", sortOptions = false)
public final class Benchmarks implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final String LIST = "list";

  private final Catalogue catalogue;
  private final Style style;

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "NAME,NAME",
      defaultValue = "",
      description = "Only these; list: print their names. Empty: all.")
  private String only;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where to write. Empty: results/benchmarks, tiny ones target/benchmarks.")
  private String out;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = "",
      description = "full, or tiny: only to show that they work. Empty: full.")
  private String size;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private Benchmarks(Catalogue catalogue, Style style) {
    this.catalogue = catalogue;
    this.style = style;
  }

  /** Exits with 0 if all was measured, 1 if something failed, 2 if asked for what is not there. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    Style style = new Style(false, System.out.charset().equals(StandardCharsets.UTF_8));
    System.exit(run(Catalogue.all(), style, out, err, arguments));
  }

  /** As {@link #main}, with these streams, and without exiting. */
  static int run(
      Catalogue catalogue, Style style, PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Benchmarks(catalogue, style))
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((error, given) -> usage(err, error))
        .setExecutionExceptionHandler((error, command, parsed) -> fault(err, error))
        .execute(arguments);
  }

  private static int usage(PrintWriter err, Exception error) {
    err.println("benchmarks: " + error.getMessage());
    return CommandLine.ExitCode.USAGE;
  }

  private static int fault(PrintWriter err, Exception error) {
    return switch (error) {
      case UnknownBenchmarkException unknown -> usage(err, unknown);
      case UnreadableResultException unreadable -> usage(err, unreadable);
      case IOException machine -> {
        err.println("benchmarks: " + machine.getMessage());
        yield FAILED;
      }
      default -> {
        error.printStackTrace(err);
        yield FAILED;
      }
    };
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = new Console(spec.commandLine().getOut(), style);
    if (only.equals(LIST)) {
      catalogue.names().forEach(console::line);
      return CommandLine.ExitCode.OK;
    }
    List<Benchmark> chosen = catalogue.named(names());
    boolean good = new Session(catalogue, folder(), size(), console).run(chosen);
    return good ? CommandLine.ExitCode.OK : FAILED;
  }

  private List<String> names() {
    return Arrays.stream(only.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Tiny figures say nothing, so they don't replace those that do. */
  private Path folder() {
    Path home = Anteroom.checkout();
    if (!out.isEmpty()) {
      return home.resolve(out);
    }
    return switch (size()) {
      case FULL -> home.resolve("results").resolve("benchmarks");
      case TINY -> home.resolve("target").resolve("benchmarks");
    };
  }

  private Size size() {
    return switch (size.toLowerCase(Locale.ROOT)) {
      case "", "full" -> Size.FULL;
      case "tiny" -> Size.TINY;
      default ->
          throw new ParameterException(
              spec.commandLine(), "size: %s; it is full or tiny".formatted(size));
    };
  }
}
