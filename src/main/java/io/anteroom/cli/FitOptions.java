package io.anteroom.cli;

import io.anteroom.scenario.RoomPlan;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.Settings;
import io.anteroom.study.fit.FitQuestion;
import io.anteroom.study.fit.reader.DurationExpression;
import io.anteroom.study.fit.reader.ReadOptions;
import io.anteroom.study.fit.reader.RequestCollector;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a command line says of measured data that the data do not say themselves. */
final class FitOptions {
  private static final long DEFAULT_SEED = 1;

  @Option(
      names = "--start",
      paramLabel = "COLUMN",
      order = 2,
      description = "The column of starts, by its name or number (default: by its name).")
  private @Nullable String start;

  @Option(names = "--end", paramLabel = "COLUMN", order = 2, description = "The column of ends.")
  private @Nullable String end;

  @Option(
      names = "--duration",
      paramLabel = "COLUMN",
      order = 2,
      description = "The column of durations.")
  private @Nullable String duration;

  @Option(
      names = "--duration-expr",
      paramLabel = "SUM",
      order = 2,
      description = "Compute durations from columns, such as%n'5ms + 0.3ms*tokens'.")
  private @Nullable String expression;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      order = 2,
      description = "The unit of numbers that have none: ns, us, ms, s, m, h or d.")
  private @Nullable String unit;

  @Option(
      names = "--label",
      paramLabel = "REGEX",
      order = 2,
      description = "Only requests in whose label this is found, such as 'GET /cart'.")
  private @Nullable String label;

  @Option(
      names = "--label-column",
      paramLabel = "COLUMN",
      order = 2,
      description = "The column of labels.")
  private @Nullable String labelColumn;

  @Option(
      names = "--stamp",
      paramLabel = "start|end",
      order = 2,
      description = "Whether times are those of starts or of ends (default: as the layout has it).")
  private @Nullable String stamp;

  @Option(
      names = "--keep-stamps",
      order = 2,
      description = "Keep equal times of a coarse clock; else they are spread over its steps.")
  private boolean keepStamps;

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      order = 2,
      description = "The event of a flight recording that is a request (default: anteroom.Visit).")
  private @Nullable String event;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 2,
      description = "The seed by which equal times are spread (default: 1).")
  private long seed = DEFAULT_SEED;

  @Option(
      names = "--rooms",
      paramLabel = "N",
      order = 2,
      description = "How many rooms there were: takes the waiting for them out of the durations.")
  private @Nullable Integer rooms;

  @Option(
      names = "--arrivals",
      paramLabel = "ARRIVALS",
      order = 2,
      description = "Arrivals for the scenario, where the data have none: poisson:300/s.")
  private @Nullable String arrivals;

  @Option(
      names = "--hold",
      paramLabel = "DISTRIBUTION",
      order = 2,
      description = "Holds for the scenario, where the data have none: exponential:5ms.")
  private @Nullable String hold;

  /** Refuses what can't be meant. */
  void require(CommandSpec command) {
    reading(command);
    Settings settings = Settings.none();
    if (arrivals != null) {
      settings = settings.with(ScenarioKey.ARRIVALS, arrivals, "--arrivals");
      settings = settings.with(ScenarioKey.VISITS, "1", "--arrivals");
    }
    if (hold != null) {
      settings = settings.with(ScenarioKey.HOLD, hold, "--hold");
    }
    Scenario unused = ScenarioOptions.parse(command, settings, null);
    if (arrivals != null && !arrivals.matches("(poisson|constant|renewal):.*")) {
      throw Refusal.of(
          command, "--arrivals " + arrivals + ": allowed: poisson, constant or renewal arrivals");
    }
  }

  /** Takes the requests that are wanted. */
  RequestCollector collector(CommandSpec command) {
    return new RequestCollector(pattern(command), keepStamps, seed);
  }

  /** How files are read. */
  ReadOptions reading(CommandSpec command) {
    return new ReadOptions(
        new ReadOptions.Columns(start, end, duration, expression(command), labelColumn),
        unit == null ? null : DurationOption.unit(command, unit),
        pattern(command),
        stampsAreEnds(command),
        event,
        hold == null);
  }

  /** What is asked of the data. */
  FitQuestion question(String name, CommandSpec command) {
    if (rooms != null && (rooms < 1 || rooms > RoomPlan.MOST_ROOMS)) {
      throw Refusal.of(command, "--rooms: can't be " + rooms + RoomPlan.ALLOWED_ROOMS);
    }
    return new FitQuestion(name, rooms, arrivals, hold, keepStamps);
  }

  private @Nullable DurationExpression expression(CommandSpec command) {
    if (expression == null) {
      return null;
    }
    try {
      return DurationExpression.parse(expression);
    } catch (IllegalArgumentException wrong) {
      throw Refusal.of(command, "--duration-expr \"" + expression + "\": " + wrong.getMessage());
    }
  }

  private @Nullable Pattern pattern(CommandSpec command) {
    try {
      return label == null ? null : Pattern.compile(label);
    } catch (PatternSyntaxException wrong) {
      throw Refusal.of(
          command, "--label \"" + label + "\": no regular expression: " + wrong.getDescription());
    }
  }

  private @Nullable Boolean stampsAreEnds(CommandSpec command) {
    if (stamp == null) {
      return null;
    }
    return switch (stamp) {
      case "start" -> false;
      case "end" -> true;
      default ->
          throw Refusal.of(command, "--stamp: can't be \"" + stamp + "\"; allowed: start, end");
    };
  }
}
