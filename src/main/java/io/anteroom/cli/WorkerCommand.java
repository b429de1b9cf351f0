package io.anteroom.cli;

import io.anteroom.run.jdk.Jdk;
import io.anteroom.run.jdk.Jdks;
import io.anteroom.study.cluster.Cluster;
import io.anteroom.study.cluster.ClusterUrl;
import io.anteroom.study.cluster.Worker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has this machine work for a cluster. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    description = {
      WorkerCommand.SUMMARY,
      "Simulated cells run on all cores; in real time one cell runs, and nothing",
      "beside it. Ctrl-C gives back what has not ended.",
      "",
      "  export PGPASSWORD=...",
      "  anteroom worker --cluster 'jdbc:postgresql://db.example/anteroom?user=anteroom'",
      ""
    })
final class WorkerCommand implements Callable<Integer> {
  static final String SUMMARY =
      "Runs cells of sweeps, comparisons and forks that others give to a cluster.";

  private static final int SPARE_CONNECTIONS = 4;
  private static final int LONGEST_NAME = 100;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = "--cluster",
      required = true,
      paramLabel = "URL",
      description = ClusterCommand.DATABASE)
  private String cluster;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What it is called, unique in its cluster (default: host-process).")
  private @Nullable String name;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "How many simulated cells it runs at once (default: all cores).")
  private @Nullable Integer cores;

  @Option(
      names = "--heartbeat",
      paramLabel = "10s",
      defaultValue = "10s",
      description =
          "How often it says that it is alive (default: ${DEFAULT-VALUE}). After four that are"
              + " missing, others get its cells.")
  private String heartbeat;

  @Mixin private final OutputOptions output = new OutputOptions();

  private WorkerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command, which may have plugins. */
  static CommandLine create(Terminal terminal) {
    CommandLine command = new CommandLine(new WorkerCommand(terminal));
    var unused = PluginOption.addTo(command.getCommandSpec());
    return command;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Worker.Host host = host();
    Duration beat = DurationOption.parse(spec, "--heartbeat", heartbeat, Duration.ofMillis(100));
    try (Cluster opened = Cluster.open(new ClusterUrl(cluster), host.cores() + SPARE_CONNECTIONS)) {
      Worker worker =
          new Worker(
              opened,
              host,
              new Worker.Runners(
                  ScenarioOptions.parser(spec), CellOptions.simulated(), CellOptions::forked),
              beat);
      output.say(
          spec,
          "worker %s: %d cores, JDK %s, Anteroom %s; Ctrl-C ends it\n"
              .formatted(
                  host.name(),
                  host.cores(),
                  String.join(", ", host.jdks().stream().map(String::valueOf).toList()),
                  host.version()));
      long start = System.nanoTime();
      return CtrlC.during(
          worker::interrupt,
          () ->
              output.follow(
                  () -> progress(worker, start),
                  spec,
                  terminal,
                  () -> {
                    worker.run();
                    return ExitCode.DONE;
                  }));
    }
  }

  private static String progress(Worker worker, long startNanos) {
    String problem = worker.problem();
    return String.format(
        Locale.ROOT,
        "%4.0f s  %,d cells done  %s",
        (System.nanoTime() - startNanos) / 1e9,
        worker.done(),
        problem != null
            ? problem
            : worker.running().isEmpty() ? "idle" : String.join(" ", worker.running()));
  }

  private Worker.Host host() {
    int all = cores == null ? Runtime.getRuntime().availableProcessors() : cores;
    if (all < 1) {
      throw Refusal.of(spec, "--cores: can't be " + all + "; allowed: at least 1");
    }
    TreeSet<Integer> jdks = new TreeSet<>();
    Jdks.ofEachRelease().stream().map(Jdk::feature).forEach(jdks::add);
    return new Worker.Host(
        named(), AnteroomCommand.programVersion(), all, jdks, PluginOption.jvmArguments(spec));
  }

  private String named() {
    if (name == null) {
      return hostName() + "-" + ProcessHandle.current().pid();
    }
    if (!name.matches("[A-Za-z0-9._-]{1," + LONGEST_NAME + "}")) {
      throw Refusal.of(
          spec, "--name: can't be \"" + name + "\"; allowed: letters, digits, '.', '_' and '-'");
    }
    return name;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
    } catch (UnknownHostException nameless) {
      return "worker";
    }
  }
}
