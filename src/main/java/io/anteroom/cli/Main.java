package io.anteroom.cli;

import io.anteroom.measure.flight.InvalidFlightSettingsException;
import io.anteroom.modes.activity.UnsupportedActivityException;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.observe.watch.WatchException;
import io.anteroom.result.metric.InvalidExpectationException;
import io.anteroom.result.store.ResultsFolderException;
import io.anteroom.result.store.UnreadableResultException;
import io.anteroom.run.engine.EngineFault;
import io.anteroom.run.engine.ThreadTracking;
import io.anteroom.run.simulate.UnsupportedScenarioException;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.study.cell.ForkedCells;
import io.anteroom.study.cluster.ClusterException;
import io.anteroom.study.fit.reader.InvalidLogException;
import io.anteroom.study.sweep.InvalidSweepException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's entry: runs the command that is called, and turns every error into one line. */
public final class Main {
  private static final String OUT_OF_MEMORY =
      "out of memory: a waiting person takes about 1 KB; give the JVM more with"
          + " ANTEROOM_JAVA_OPTS=-Xmx8g, or have fewer persons";

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    if (Boolean.getBoolean(ForkedCells.LIFELINE)) {
      Lifeline.hold(System.in);
    }
    // Libraries log by SLF4J; it says at length that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    ThreadTracking.disableFor(persons(arguments));
    HeadStart.take(arguments);
    end(run(out, err, Terminal.ofProcess(), arguments));
  }

  /**
   * Ends the process. The JDK tells a logger of each exit, and opens every jar to find one, which
   * takes 10 ms. Where all went well and no thread is left, the process ends by itself.
   */
  private static void end(int code) {
    if (code != 0 || othersAreLeft()) {
      System.exit(code);
    }
  }

  private static boolean othersAreLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> !thread.isDaemon() && thread != Thread.currentThread());
  }

  /**
   * How many persons the arguments name, as far as one can see before they are parsed: what parses
   * them uses pools of threads ({@link java.math.BigDecimal} does, when it is loaded). 0 otherwise.
   */
  static int persons(String... arguments) {
    String named = "--persons";
    for (int i = 0; i < arguments.length; i++) {
      String value =
          arguments[i].startsWith(named + "=")
              ? arguments[i].substring(named.length() + 1)
              : arguments[i].equals(named) && i + 1 < arguments.length ? arguments[i + 1] : "";
      if (value.matches("\\d{1,9}")) {
        return Integer.parseInt(value);
      }
    }
    return 0;
  }

  /** Runs a command, without ending the process; the exit code. */
  static int run(PrintWriter out, PrintWriter err, Terminal terminal, String... given) {
    String[] arguments = Commands.spelledOut(given);
    CommandLine root =
        Commands.root(terminal, arguments)
            .setOut(out)
            .setErr(err)
            .setColorScheme(terminal.helpColours())
            .setUsageHelpAutoWidth(false)
            .setUsageHelpWidth(Math.clamp(terminal.columns(), 80, 110))
            .setParameterExceptionHandler((error, all) -> wrongUsage(error, terminal))
            .setExecutionExceptionHandler((error, command, parsed) -> failed(error, err));
    int code = root.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static int wrongUsage(ParameterException error, Terminal terminal) {
    CommandLine command = error.getCommandLine();
    List<String> suggestions =
        error instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String hint = suggestions.isEmpty() ? "" : "; did you mean " + suggestions.getFirst() + "?";
    String name = command.getCommandSpec().qualifiedName();
    String message = firstLine(error);
    String told = terminal.style(false).typed(message + hint + " (see " + name + " --help)");
    command.getErr().println(name + ": " + told);
    return ExitCode.USAGE;
  }

  private static int failed(Exception error, PrintWriter err) {
    return switch (error) {
      case InvalidScenarioException wrong -> oneLine(err, firstLine(wrong), ExitCode.USAGE);
      case UnsupportedScenarioException wrong -> oneLine(err, firstLine(wrong), ExitCode.USAGE);
      case UnreadableResultException wrong -> oneLine(err, firstLine(wrong), ExitCode.USAGE);
      case InvalidExpectationException wrong -> oneLine(err, firstLine(wrong), ExitCode.USAGE);
      case InvalidFlightSettingsException wrong -> oneLine(err, firstLine(wrong), ExitCode.USAGE);
      case UnsupportedActivityException wrong -> oneLine(err, firstLine(wrong), ExitCode.USAGE);
      case InvalidLogException wrong -> oneLine(err, firstLine(wrong), ExitCode.USAGE);
      case InvalidSweepException wrong -> oneLine(err, firstLine(wrong), ExitCode.USAGE);
      case ClusterException wrong ->
          oneLine(
              err,
              firstLine(wrong),
              wrong.fault() == ClusterException.Fault.USER ? ExitCode.USAGE : ExitCode.FAULT);
      case WatchException wrong ->
          oneLine(
              err,
              firstLine(wrong),
              wrong.fault() == WatchException.Fault.USER ? ExitCode.USAGE : ExitCode.FAULT);
      case ResultsFolderException wrong ->
          oneLine(
              err,
              firstLine(wrong),
              wrong.fault() == ResultsFolderException.Fault.USER ? ExitCode.USAGE : ExitCode.FAULT);
      case PluginException wrong ->
          oneLine(
              err,
              firstLine(wrong),
              wrong.fault() == PluginException.Fault.UNUSABLE ? ExitCode.USAGE : ExitCode.FAULT);
      case EngineFault fault when fault.getCause() instanceof PluginException failed ->
          oneLine(err, firstLine(failed), ExitCode.FAULT);
      case LostForksException lost -> oneLine(err, firstLine(lost), ExitCode.FAULT);
      case EngineFault fault when fault.getCause() instanceof OutOfMemoryError ->
          oneLine(err, OUT_OF_MEMORY, ExitCode.FAULT);
      case EngineFault fault when fault.getCause() instanceof IOException machine ->
          oneLine(err, "the run failed: " + machine, ExitCode.FAULT);
      default -> {
        err.println("anteroom: a fault of ours; please report it with what follows");
        error.printStackTrace(err);
        yield ExitCode.FAULT;
      }
    };
  }

  private static String firstLine(Exception error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
  }

  private static int oneLine(PrintWriter err, String message, int code) {
    err.println("anteroom: " + message);
    return code;
  }
}
