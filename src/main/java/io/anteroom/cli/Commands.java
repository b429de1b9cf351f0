package io.anteroom.cli;

import io.anteroom.report.Style;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All commands, in the order in which they are shown. To put a command with its options together
 * takes milliseconds of each start, so that is done for the one that is called; of the others there
 * are the name and the description. No command is a method, and each one says {@code
 * addMethodSubcommands = false}, so that picocli does not look for them.
 */
final class Commands {
  /** What picocli says of its own command. */
  private static final String COMPLETION = "Generate bash/zsh completion script for anteroom.";

  private static final List<Entry> ALL =
      List.of(
          new Entry("run", RunCommand.SUMMARY, RunCommand::create),
          new Entry("simulate", SimulateCommand.SUMMARY, SimulateCommand::create),
          new Entry(
              "fit", FitCommand.SUMMARY, terminal -> FitCommand.create(terminal, () -> System.in)),
          new Entry("plan", PlanCommand.SUMMARY, PlanCommand::create),
          new Entry("compare", CompareCommand.SUMMARY, CompareCommand::create),
          new Entry("sweep", SweepCommand.SUMMARY, SweepCommand::create),
          new Entry("cell", CellCommand.SUMMARY, CellCommand::create),
          new Entry("worker", WorkerCommand.SUMMARY, WorkerCommand::create),
          new Entry("cluster", ClusterCommand.SUMMARY, ClusterCommand::new),
          new Entry(
              "lesson",
              LessonCommand.SUMMARY,
              terminal -> new LessonCommand(terminal, () -> System.in)),
          new Entry("report", ReportCommand.SUMMARY, terminal -> new ReportCommand()),
          new Entry("diff", DiffCommand.SUMMARY, DiffCommand::new),
          new Entry("scenario", ScenarioCommand.SUMMARY, terminal -> ScenarioCommand.create()),
          new Entry("metrics", MetricsCommand.SUMMARY, terminal -> new MetricsCommand()),
          new Entry("watch", WatchCommand.SUMMARY, WatchCommand::new),
          new Entry("doctor", DoctorCommand.SUMMARY, DoctorCommand::new),
          new Entry("help", HelpCommand.SUMMARY, terminal -> new HelpCommand()),
          new Entry("completion", COMPLETION, terminal -> new GenerateCompletion()));

  private Commands() {}

  /**
   * @param summary what the command is for; its annotation says it, too, but picocli's annotations
   *     take 12 ms to be read
   * @param create the command with all its options
   */
  private record Entry(String name, String summary, Function<Terminal, Object> create) {
    CommandSpec named() {
      CommandSpec spec = CommandSpec.create();
      spec.usageMessage().description(summary);
      return spec;
    }
  }

  static List<String> names() {
    return ALL.stream().map(Entry::name).toList();
  }

  /** The arguments, in which the help of a command is asked of the command. */
  static String[] spelledOut(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    if (arguments.length == 1) {
      return new String[] {"--help"};
    }
    return arguments.length == 2 && names().contains(arguments[1])
        ? new String[] {arguments[1], "--help"}
        : arguments;
  }

  /** The command line for these arguments. */
  static CommandLine root(Terminal terminal, String... arguments) {
    String called = arguments.length == 0 ? "" : arguments[0];
    CommandLine root = AnteroomCommand.create();
    IVersionProvider version = AnteroomCommand::version;
    root.getCommandSpec().versionProvider(version);
    // Completion asks for every option of every command.
    boolean all = called.equals("completion");
    boolean one = !all && ALL.stream().anyMatch(entry -> called.equals(entry.name));
    for (Entry entry : ALL) {
      boolean whole = all || called.equals(entry.name);
      if (whole || !one) {
        root.addSubcommand(entry.name, whole ? entry.create.apply(terminal) : entry.named());
      }
    }
    root.getSubcommands().values().forEach(sub -> sub.getCommandSpec().versionProvider(version));
    Style style = terminal.style(false);
    Stream.concat(Stream.of(root), root.getSubcommands().values().stream())
        .map(command -> command.getCommandSpec().usageMessage().sectionMap())
        .forEach(
            sections -> sections.replaceAll((key, text) -> help -> style.typed(text.render(help))));
    return root;
  }
}
