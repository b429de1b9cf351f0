package io.anteroom.cli;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Overruled;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.scenario.ShippedScenarios;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** The scenario that a command line names: a file or a shipped one, and an option for every key. */
final class ScenarioOptions {
  private static final String HEADING =
      String.join(
          System.lineSeparator(),
          "The scenario (each option is also a key of a scenario file, and wins over it;",
          "none takes back what the file says; what the mode of an option does not read of",
          "the file is left out):");

  private ScenarioOptions() {}

  /** Gives the command one option for every key of a scenario. */
  static void addTo(CommandSpec command) {
    List<OptionSpec> others = List.copyOf(command.options());
    List<OptionSpec> keys = new ArrayList<>();
    for (ScenarioKey key : ScenarioKey.values()) {
      keys.add(
          OptionSpec.builder(option(key))
              .type(List.class)
              .auxiliaryTypes(String.class)
              .paramLabel(key.example())
              .order(keys.size())
              .description(description(key))
              .build());
    }
    keys.forEach(command::addOption);
    List<OptionSpec> all = new ArrayList<>(others);
    all.add(PluginOption.addTo(command));
    // No ArgGroup: picocli makes a synopsis of each at every start, for its own tracing.
    command
        .usageMessage()
        .sectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help ->
                String.join(System.lineSeparator(), list(help, all), HEADING, list(help, keys)));
    command.usageMessage().footer(notations());
  }

  private static String list(Help help, List<OptionSpec> options) {
    return help.optionListExcludingGroups(
        options,
        help.createDefaultLayout(),
        help.createDefaultOptionSort(),
        help.parameterLabelRenderer());
  }

  private static String[] notations() {
    List<String> lines = new ArrayList<>(List.of("", "Locking modes:"));
    for (ModeTraits mode : LockingModes.traits()) {
      lines.add(named(mode.name(), mode.summary()));
    }
    lines.addAll(
        List.of(
            "",
            "Arrivals: at-once, closed (with think time); open: poisson:300/s, constant:300/s,",
            "  renewal:DISTRIBUTION, trace:FILE; in batches: poisson:20/s,batch=geometric:3;",
            "  changing: stages:100/s*60s,100..300/s*5m or rates:FILE.",
            "Distributions (the figure is the mean): fixed:5ms exponential:5ms uniform:1ms..9ms",
            "  lognormal:5ms,cv=1.5 erlang:5ms,k=4 hyperexponential:5ms,cv=2",
            "  pareto:5ms,alpha=2.5 gamma:5ms,cv=1.5 weibull:5ms,k=0.7 empirical:FILE",
            "  lognormal:p50=12ms,p99=200ms mix:90%*fixed:1ms,10%*exponential:50ms",
            "Activities:"));
    for (ActivityTraits activity : RoomActivities.traits()) {
      lines.add(named(activity.name(), activity.summary()));
    }
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }

  private static String named(String name, String summary) {
    return String.format(Locale.ROOT, "  %-21s %s", name, summary);
  }

  private static String description(ScenarioKey key) {
    return (key.description() + " (default: " + key.defaultText() + ").").replace("%", "%%");
  }

  private static String option(ScenarioKey key) {
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
      List<String> values = command.findOption(option(key)).getValue();
      for (String value : values == null ? List.<String>of() : values) {
        settings = settings.with(key, value, option(key));
      }
    }
    return settings;
  }

  /**
   * The scenario of these settings, without what its options have made useless, which is told on
   * standard error.
   *
   * @param scale how many persons there shall be, the rooms in proportion; null: as they say
   */
  static Scenario parse(CommandSpec command, Settings settings, @Nullable Integer scale) {
    Overruled overruled = Overruled.of(settings, PluginOption.catalogue(command).modes());
    Scenario scenario = parse(command, overruled, scale);
    tell(command, overruled.leftOut());
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

  /** Tells on standard error what was left out of a scenario. */
  static void tell(CommandSpec command, Collection<String> leftOut) {
    leftOut.forEach(line -> command.commandLine().getErr().println("anteroom: " + line));
  }

  /** Whether the command line sets a key. */
  static boolean given(CommandSpec command) {
    return Stream.of(ScenarioKey.values())
        .anyMatch(key -> command.findOption(option(key)).getValue() != null);
  }

  static Settings read(CommandSpec command, String name) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException notAPath) {
      throw new ParameterException(
          command.commandLine(),
          "FILE|NAME: this machine has no such file names; check the locale");
    }
    boolean shipped =
        ShippedScenarios.list().stream().anyMatch(scenario -> scenario.name().equals(name));
    if (shipped && !Files.exists(file)) {
      return ShippedScenarios.read(name);
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
    if (scenario.demand().arrivals().open()) {
      throw new ParameterException(
          command.commandLine(),
          "--scale: an open model has no number of persons to scale; change --arrivals instead");
    }
    long rooms = (long) scenario.facility().rooms() * persons / scenario.demand().persons();
    return settings
        .with(ScenarioKey.PERSONS, Integer.toString(persons), "--scale")
        .with(ScenarioKey.ROOMS, Long.toString(Math.max(rooms, 1)), "--scale");
  }
}
