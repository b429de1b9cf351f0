package io.anteroom.cli;

import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.report.Page;
import io.anteroom.report.ScenarioLine;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ArrivalChange;
import io.anteroom.scenario.Named;
import io.anteroom.scenario.Overruled;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.scenario.ShippedScenario;
import io.anteroom.scenario.ShippedScenarios;
import io.anteroom.scenario.Spelling;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The scenario that a command line names: a file or a shipped one, and an option for every key. */
final class ScenarioOptions {
  private static final String HEADING =
      lines(
          "The scenario (its usual keys; every key of a scenario file is an option, too,",
          "and wins over it: see anteroom help scenario):");

  private static final String COMPLETE_HEADING =
      lines(
          "The scenario (each option is also a key of a scenario file, and wins over it;",
          "none takes back what the file says; what the mode of an option does not read of",
          "the file is left out):");

  /** What most scenarios set; the help of a command shows no more. */
  private static final Set<ScenarioKey> USUAL =
      EnumSet.of(
          ScenarioKey.PERSONS,
          ScenarioKey.ROOMS,
          ScenarioKey.MODE,
          ScenarioKey.ARRIVALS,
          ScenarioKey.HOLD,
          ScenarioKey.VISITS,
          ScenarioKey.DURATION,
          ScenarioKey.EXPECT);

  private ScenarioOptions() {}

  /** The command with one option for every key of a scenario; its help shows the usual ones. */
  static CommandLine command(Object annotated) {
    CommandLine command = new CommandLine(annotated);
    add(command.getCommandSpec(), USUAL, HEADING);
    return command;
  }

  /** Gives the command the same options, and its help shows all of them. */
  static void addWithHelpTo(CommandSpec command) {
    add(command, EnumSet.allOf(ScenarioKey.class), COMPLETE_HEADING);
  }

  private static void add(CommandSpec command, Set<ScenarioKey> shown, String heading) {
    List<OptionSpec> others = new ArrayList<>(command.options());
    List<OptionSpec> keys = new ArrayList<>();
    int order = 0;
    for (ScenarioKey key : ScenarioKey.values()) {
      OptionSpec option = optionSpec(key, order++);
      command.addOption(option);
      if (shown.contains(key)) {
        keys.add(option);
      }
    }
    for (ArrivalChange change : ArrivalChange.values()) {
      OptionSpec option = changeSpec(change, order++);
      command.addOption(option);
      if (shown.contains(ScenarioKey.SEED)) {
        keys.add(option);
      }
    }
    others.add(PluginOption.addTo(command));
    // No ArgGroup: picocli makes a synopsis of each at every start, for its own tracing.
    command
        .usageMessage()
        .sectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help -> lines(list(help, others), heading, list(help, keys)) + also(shown));
  }

  /** The names of the options that are not shown; nothing where all are. */
  private static String also(Set<ScenarioKey> shown) {
    List<String> names =
        Arrays.stream(ScenarioKey.values())
            .filter(key -> !shown.contains(key))
            .map(ScenarioOptions::option)
            .toList();
    return names.isEmpty()
        ? ""
        : "Also: "
            + String.join(System.lineSeparator() + "  ", Page.wrap(String.join(" ", names), 72))
            + System.lineSeparator();
  }

  private static OptionSpec optionSpec(ScenarioKey key, int order) {
    return OptionSpec.builder(option(key))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(key.example())
        .order(order)
        .description(description(key))
        .completionCandidates(Candidates.of(key))
        .build();
  }

  private static OptionSpec changeSpec(ArrivalChange change, int order) {
    boolean flag = change.example().isEmpty();
    return OptionSpec.builder(option(change))
        .type(String.class)
        .arity(flag ? "0" : "1")
        .paramLabel(change.example())
        .order(order)
        .description(change.description() + ".")
        .build();
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines);
  }

  private static String list(Help help, List<OptionSpec> options) {
    return help.optionListExcludingGroups(
        options,
        help.createDefaultLayout(),
        help.createDefaultOptionSort(),
        help.parameterLabelRenderer());
  }

  private static String description(ScenarioKey key) {
    String text =
        key.description() + HelpCommand.choices(key) + " (default: " + key.defaultText() + ").";
    return text.replace("%", "%%");
  }

  private static String option(Named key) {
    return "--" + key.word();
  }

  /**
   * The scenario of a parsed command line.
   *
   * @param name a file, or the name of a shipped scenario; null: options only
   * @param scale how many persons there shall be, the rooms in proportion; null: as it says
   * @param lastWord may overrule the settings
   */
  static Scenario read(
      CommandSpec command,
      @Nullable String name,
      @Nullable Integer scale,
      UnaryOperator<Settings> lastWord) {
    return parse(command, lastWord.apply(settings(command, name)), scale);
  }

  /**
   * What a parsed command line sets.
   *
   * @param name a file, or the name of a shipped scenario; null: options only
   */
  static Settings settings(CommandSpec command, @Nullable String name) {
    Settings settings = name == null ? Settings.none() : read(command, name);
    for (ScenarioKey key : ScenarioKey.values()) {
      List<String> values = option(command, key).getValue();
      for (String value : values == null ? List.<String>of() : values) {
        settings = settings.with(key, value, option(key));
      }
    }
    for (ArrivalChange change : ArrivalChange.values()) {
      String value = option(command, change).getValue();
      settings = value == null ? settings : change.in(settings, value, option(change));
    }
    return settings;
  }

  /**
   * The scenario of these settings, without what its options have made useless. That is told on
   * standard error, and so are arrivals that are not exactly as their file has them.
   *
   * @param scale how many persons there shall be, the rooms in proportion; null: as they say
   */
  static Scenario parse(CommandSpec command, Settings settings, @Nullable Integer scale) {
    Overruled overruled = Overruled.of(settings, parser(command));
    Scenario scenario = parse(command, overruled, scale);
    tell(command, overruled.leftOut());
    tell(command, ScenarioLine.spread(scenario.demand().arrivals()).stream().toList());
    return scenario;
  }

  /** The same, without a word of what was left out. */
  static Scenario parse(CommandSpec command, Overruled overruled, @Nullable Integer scale) {
    ScenarioParser parser = parser(command);
    Scenario scenario = parser.parse(overruled.settings());
    return scale == null
        ? scenario
        : parser.parse(scaled(command, overruled.settings(), scenario, scale));
  }

  /**
   * The same scenario, which has one pool: the command knows no journeys.
   *
   * @param what goes by one pool, such as {@code anteroom plan}
   */
  static Scenario requireOnePool(CommandSpec command, Scenario scenario, String what) {
    if (scenario.journey() != null) {
      throw Refusal.of(command, severalPools(what));
    }
    return scenario;
  }

  /** Refuses settings of several pools: the command knows no journeys. */
  static void requireOnePool(CommandSpec command, Settings settings, String what) {
    if (settings.longForm()) {
      throw Refusal.of(command, severalPools(what));
    }
  }

  /** Why that does not take a scenario with a journey. */
  private static String severalPools(String what) {
    return what
        + ": it goes by the rooms of one pool, and the scenario has pools and a journey; \"anteroom"
        + " simulate\" runs it";
  }

  /** Tells on standard error what was left out of a scenario. */
  static void tell(CommandSpec command, Collection<String> leftOut) {
    leftOut.forEach(line -> command.commandLine().getErr().println("anteroom: " + line));
  }

  /** Whether the command line sets a key. */
  static boolean given(CommandSpec command) {
    return Stream.concat(Stream.of(ScenarioKey.values()), Stream.of(ArrivalChange.values()))
        .anyMatch(key -> option(command, key).getValue() != null);
  }

  /** The option for a key. {@code findOption} would search the names of all options for it. */
  private static OptionSpec option(CommandSpec command, Named key) {
    return Objects.requireNonNull(command.optionsMap().get(option(key)));
  }

  static Settings read(CommandSpec command, String name) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException notAPath) {
      throw Refusal.ofFileName(command, "FILE|NAME");
    }
    boolean shipped =
        ShippedScenarios.list().stream().anyMatch(scenario -> scenario.name().equals(name));
    if (shipped && !Files.exists(file)) {
      return ShippedScenarios.read(name);
    }
    if (!Files.exists(file)) {
      Spelling.nearest(name, ShippedScenarios.list().stream().map(ShippedScenario::name).toList())
          .ifPresent(
              near -> {
                throw Refusal.of(
                    command,
                    name + ": no such file and no such scenario; did you mean " + near + "?");
              });
    }
    Path inFolder = StoredFile.SCENARIO.in(file);
    return ScenarioFile.read(Files.isRegularFile(inFolder) ? inFolder : file);
  }

  /** Knows every locking mode and activity, those of the command's plugins included. */
  static ScenarioParser parser(CommandSpec command) {
    Catalogue catalogue = PluginOption.catalogue(command);
    return new ScenarioParser(
        catalogue.modes(), catalogue.activities(), Runtime.getRuntime().availableProcessors());
  }

  /** For runs that are over: what it does not know was a plugin's. */
  static ScenarioParser storedParser(CommandSpec command) {
    return parser(command).trusting();
  }

  private static Settings scaled(
      CommandSpec command, Settings settings, Scenario scenario, int persons) {
    requireOnePool(command, scenario, "--scale");
    if (scenario.demand().arrivals().open()) {
      throw Refusal.of(
          command,
          "--scale: an open model has no number of persons to scale; change --arrivals instead");
    }
    long rooms = (long) scenario.facility().rooms() * persons / scenario.demand().persons();
    return settings
        .with(ScenarioKey.PERSONS, Integer.toString(persons), "--scale")
        .with(ScenarioKey.ROOMS, Long.toString(Math.max(rooms, 1)), "--scale");
  }
}
