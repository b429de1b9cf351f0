package io.anteroom.cli;

import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.result.metric.Expectation;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioSchema;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.scenario.ShippedScenarios;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows scenarios: lists the shipped ones, prints one, validates a file, prints the schema. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = {
      "anteroom scenario",
      "       anteroom scenario FILE|NAME [OPTIONS]",
      "       anteroom scenario --modes [--plugins DIR]",
      "       anteroom scenario --schema"
    },
    description = {
      ScenarioCommand.SUMMARY,
      "A file's effective values are printed, defaults and options included.",
      "",
      "  anteroom scenario",
      "  anteroom scenario checkout-pool > pool.yaml",
      "  anteroom scenario pool.yaml --rooms 12",
      "",
    },
    optionListHeading = "%nOptions:%n")
final class ScenarioCommand implements Runnable {
  static final String SUMMARY = "Lists the shipped scenarios, prints one, or validates a file.";

  private static final int NAMES = 28;

  @Spec private CommandSpec spec;

  @Mixin private final ScenarioChoice choice = new ScenarioChoice();

  @Option(names = "--schema", order = 2, description = "Print the JSON Schema of scenario files.")
  private boolean schema;

  @Option(
      names = "--modes",
      order = 2,
      description = "List the locking modes and activities, those of plugins included.")
  private boolean modes;

  private ScenarioCommand() {}

  /** The command, with an option for every key of a scenario. */
  static CommandLine create() {
    CommandLine command = new CommandLine(new ScenarioCommand());
    ScenarioOptions.addWithHelpTo(command.getCommandSpec());
    return command;
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = PluginOption.catalogue(spec);
    if (modes) {
      out.print(new ModeListing(spec, catalogue));
    } else if (schema) {
      out.println(ScenarioSchema.json(catalogue.modes(), catalogue.activities()));
    } else if (choice.given(spec)) {
      print(out);
    } else {
      list(out);
    }
  }

  private void list(PrintWriter out) {
    Listing listing = new Listing(spec, 0, NAMES);
    ShippedScenarios.list().forEach(one -> listing.add(one.name(), one.description()));
    out.print(listing);
  }

  /** A shipped scenario is printed as it is shipped, unless an option changes it. */
  private void print(PrintWriter out) {
    Scenario scenario = choice.read(spec, UnaryOperator.identity());
    Expectation.of(scenario);
    String name = choice.unchanged(spec);
    boolean shipped = ShippedScenarios.list().stream().anyMatch(one -> one.name().equals(name));
    out.print(shipped && name != null ? ShippedScenarios.text(name) : ScenarioText.write(scenario));
  }
}
