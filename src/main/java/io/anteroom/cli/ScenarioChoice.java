package io.anteroom.cli;

import io.anteroom.scenario.Overruled;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Settings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario a command runs, and at which scale. */
final class ScenarioChoice {
  static final String WHICH = "A scenario file, or a shipped scenario (see anteroom scenario).";

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|NAME",
      completionCandidates = Candidates.Scenarios.class,
      description = WHICH)
  private @Nullable String name;

  @Option(
      names = "--scale",
      paramLabel = "N",
      order = 1,
      description = "Run the same scenario with N persons, and rooms in proportion.")
  private @Nullable Integer scale;

  /** What a parsed command line sets, but for the scale. */
  Settings settings(CommandSpec command) {
    return ScenarioOptions.settings(command, name);
  }

  /** The scenario of these settings, at the scale that the command line asks for. */
  Scenario parse(CommandSpec command, Settings settings) {
    return ScenarioOptions.parse(command, settings, scale);
  }

  /** The same, without a word of what was left out. */
  Scenario parse(CommandSpec command, Overruled overruled) {
    return ScenarioOptions.parse(command, overruled, scale);
  }

  /** Whether it names a scenario, or changes one. */
  boolean given(CommandSpec command) {
    return name != null || scale != null || ScenarioOptions.given(command);
  }

  /** The name of a shipped scenario or file, as it is; null: it is changed, or there is none. */
  @Nullable String unchanged(CommandSpec command) {
    return scale != null || ScenarioOptions.given(command) ? null : name;
  }

  /** The scenario of a parsed command line; {@code lastWord} may overrule its settings. */
  Scenario read(CommandSpec command, UnaryOperator<Settings> lastWord) {
    return parse(command, lastWord.apply(settings(command)));
  }
}
