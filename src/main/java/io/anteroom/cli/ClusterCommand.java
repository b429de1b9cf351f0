package io.anteroom.cli;

import io.anteroom.report.ClusterReport;
import io.anteroom.study.cluster.Cluster;
import io.anteroom.study.cluster.ClusterState;
import io.anteroom.study.cluster.ClusterUrl;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a cluster, or cancels what it works on. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    customSynopsis = {
      "anteroom cluster --cluster URL [OPTIONS]",
      "       anteroom cluster cancel SWEEP --cluster URL"
    },
    description = {
      ClusterCommand.SUMMARY,
      "With cancel it forgets a sweep: what waits of it does not run any more.",
      "",
    })
final class ClusterCommand implements Callable<Integer> {
  static final String SUMMARY =
      "Shows a cluster: who works, what runs, what waits, what failed and why.";

  static final String DATABASE =
      "The cluster's database:%njdbc:postgresql://HOST[:PORT]/DATABASE[?OPTIONS].";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", hidden = true)
  private @Nullable String verb;

  @Parameters(index = "1", arity = "0..1", hidden = true)
  private @Nullable String sweep;

  @Option(names = "--cluster", required = true, paramLabel = "URL", description = DATABASE)
  private String cluster;

  @Mixin private final OutputOptions output = new OutputOptions();

  ClusterCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (verb != null && (!verb.equals("cancel") || sweep == null)) {
      throw Refusal.of(
          spec, "can't do \"" + verb + "\"; allowed: cancel SWEEP, with a sweep that it lists");
    }
    try (Cluster opened = Cluster.open(new ClusterUrl(cluster), 1)) {
      return sweep == null ? show(opened) : cancel(opened, sweep);
    }
  }

  private int show(Cluster opened) {
    ClusterState state = opened.state();
    output.say(spec, new ClusterReport(output.style(terminal)).text(state));
    output.printJson(spec, () -> ClusterState.JSON.write(state));
    return ExitCode.DONE;
  }

  private int cancel(Cluster opened, String known) {
    if (!opened.cancel(known)) {
      throw Refusal.of(
          spec, "cancel: there is no sweep \"" + known + "\"; anteroom cluster lists them");
    }
    output.say(spec, known + " is cancelled; cells that run end, and nobody gathers them\n");
    return ExitCode.DONE;
  }
}
