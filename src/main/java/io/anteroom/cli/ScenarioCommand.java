package io.anteroom.cli;

import io.anteroom.expectation.Expectation;
import io.anteroom.locking.LockingModes;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioSchema;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.scenario.ShippedScenario;
import io.anteroom.scenario.ShippedScenarios;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows scenarios: lists the shipped ones, prints one, validates a file, prints the schema. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = {
      "Lists the shipped scenarios, prints one, or validates a file.",
      "A file's effective values are printed, defaults included."
    })
final class ScenarioCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|NAME",
      description = "A scenario file, or a shipped scenario.")
  private @Nullable String name;

  @Option(names = "--schema", description = "Print the JSON Schema of scenario files.")
  private boolean schema;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (schema) {
      out.println(ScenarioSchema.json(LockingModes.traits()));
    } else if (name == null) {
      list(out);
    } else {
      print(out, name);
    }
  }

  private static void list(PrintWriter out) {
    List<ShippedScenario> scenarios = ShippedScenarios.list();
    int width = scenarios.stream().mapToInt(one -> one.name().length()).max().orElse(0);
    for (ShippedScenario scenario : scenarios) {
      out.printf("%-" + width + "s  %s%n", scenario.name(), scenario.description());
    }
  }

  private void print(PrintWriter out, String name) {
    Scenario scenario = ScenarioOptions.parse(ScenarioOptions.read(spec, name));
    scenario.conduct().expectations().forEach(Expectation::parse);
    boolean shipped = ShippedScenarios.list().stream().anyMatch(one -> one.name().equals(name));
    out.print(shipped ? ShippedScenarios.text(name) : ScenarioText.write(scenario));
  }
}
