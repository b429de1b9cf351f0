package io.anteroom.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The program without a command: shows what there is. Its help is what most starts are for, and to
 * read it from annotations would take 10 ms of each.
 */
final class AnteroomCommand implements Runnable {
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  /** The command, with no subcommands so far. */
  static CommandLine create() {
    CommandSpec spec = new AnteroomCommand().spec;
    spec.name("anteroom")
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .description(
            "Persons on virtual threads contend for rooms; every wait is measured.",
            "",
            "  anteroom run --persons 10000 --rooms 64 --mode reentrant --hold fixed:5ms",
            RunCommand.EXAMPLE,
            WatchCommand.EXAMPLE,
            "")
        .commandListHeading("%nCommands:%n")
        .footer(
            "",
            "Exit codes: 0 done, 1 a fault of ours, of the machine or of a plugin, 2 wrong",
            "usage or input, 3 an expectation not met or no plan, 4 a regression found,",
            "5 stuck, 6 saturated or invalid, 130 interrupted.",
            "ANTEROOM_JAVA_OPTS holds options for the JVM, such as -Xmx3g.");
    return new CommandLine(spec);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The version of Anteroom, and of the JVM that it runs on. */
  static String[] version() {
    return new String[] {
      "anteroom " + programVersion(),
      "on JDK " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }

  static String programVersion() {
    String version = AnteroomCommand.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
