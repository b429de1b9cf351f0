package io.anteroom.scenario;

import io.anteroom.scenario.Scenario.Conduct;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Locking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes scenarios as files: every effective value, in the order of {@link ScenarioKey}. What does
 * not apply to the scenario's mode, model and clock is left out. Reading the text again gives an
 * equal scenario.
 */
public final class ScenarioText {
  private static final String NONE = "none";
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.,=%/-]*(?::[A-Za-z0-9_.,=%/-]+)*");
  private static final Pattern LOOKS_LIKE_OTHER_TYPE =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|[0-9][0-9a-fox_.:e-]*");

  private ScenarioText() {}

  /** The scenario as YAML; files are named as the scenario names them. */
  public static String write(Scenario scenario) {
    StringBuilder text = new StringBuilder();
    for (ScenarioKey key : keys(scenario)) {
      if (key.list()) {
        appendList(text, key, scenario.conduct().expectations());
      } else {
        value(key, scenario).ifPresent(value -> append(text, key, value));
      }
    }
    Journey journey = scenario.journey();
    return journey == null ? text.toString() : text + JourneyText.yaml(journey);
  }

  /** Those of a pool are written with the pools, where there are several. */
  private static List<ScenarioKey> keys(Scenario scenario) {
    boolean onePool = scenario.journey() == null;
    return List.of(ScenarioKey.values()).stream()
        .filter(
            key -> onePool || !(key == ScenarioKey.HOLD || JourneyParser.POOL_KEYS.contains(key)))
        .toList();
  }

  /** What {@link #write} writes, by key: a text, or a list of texts where the key is a list. */
  public static Map<String, Object> settings(Scenario scenario) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (ScenarioKey key : keys(scenario)) {
      if (key.list()) {
        settings.put(key.word(), scenario.conduct().expectations());
      } else {
        value(key, scenario).ifPresent(value -> settings.put(key.word(), value));
      }
    }
    if (scenario.journey() != null) {
      settings.putAll(JourneyText.settings(scenario.journey()));
    }
    return settings;
  }

  /**
   * Writes a scenario into a file, and beside it what the scenario has read from files, so that the
   * folder runs again as it is on another machine.
   *
   * @throws IOException if the folder can't be written to
   */
  public static void writeWithFiles(Path file, Scenario scenario) throws IOException {
    new ScenarioFolder(file.resolveSibling("")).write(file, scenario);
  }

  private static void append(StringBuilder text, ScenarioKey key, String value) {
    boolean plain =
        switch (key.notation()) {
          case Notation.Whole whole -> true;
          case Notation.Rooms rooms -> value.matches(Notation.Whole.DIGITS);
          case Notation.Share share -> true;
          case Notation.OneOf words -> false;
          case Notation.ModeName mode -> false;
          case Notation.ActivityName activity -> false;
          case Notation.Form form -> false;
          case Notation.Texts texts -> false;
          case Notation.Entries entries -> true;
        };
    text.append(key.word()).append(": ").append(plain ? value : scalar(value)).append('\n');
  }

  private static void appendList(StringBuilder text, ScenarioKey key, List<String> values) {
    text.append(key.word()).append(values.isEmpty() ? ": []\n" : ":\n");
    values.forEach(value -> text.append("  - ").append(quoted(value)).append('\n'));
  }

  private static Optional<String> value(ScenarioKey key, Scenario scenario) {
    Demand demand = scenario.demand();
    Conduct conduct = scenario.conduct();
    return switch (key) {
      case NAME -> Optional.of(scenario.name());
      case PERSONS -> closed(demand, demand.persons());
      case ROOMS, MODE, LINE, CHOICE, TIMEOUT, RETRY, READERS, POOL, PATIENCE, ACTIVITY ->
          ofPool(key, onlyPool(scenario));
      case ORDER -> simulated(conduct, scenario.locking().order().word());
      case ARRIVALS -> Optional.of(demand.arrivals().toString());
      case THINK -> closed(demand, demand.think());
      case LIMIT -> open(demand, demand.limit());
      case HOLD ->
          Optional.of(scenario.stay())
              .filter(Scenario.Stay::holdIsDrawn)
              .map(stay -> stay.hold().toString());
      case SLOWDOWN -> Optional.ofNullable(scenario.stay().slowdown()).map(Slowdown::toString);
      case JDBC_URL, JDBC_USER, JDBC_PASSWORD_FILE, SQL, URL ->
          Optional.ofNullable(scenario.stay().setting(key));
      case VISITS -> orNone(demand.visits());
      case DURATION ->
          orNone(demand.duration() == null ? null : DurationText.format(demand.duration()));
      case WARMUP -> Optional.of(conduct.warmup().toString());
      case CARRIERS -> wall(conduct, conduct.carriers());
      case SEED -> Optional.of(String.valueOf(conduct.seed()));
      case CLOCK -> Optional.of(conduct.clock().word());
      case REPLICATIONS -> simulated(conduct, conduct.replications());
      case STUCK_AFTER -> wall(conduct, DurationText.format(conduct.stuckAfter()));
      case JFR -> wall(conduct, conduct.jfr());
      case EXPECT -> Optional.empty();
    };
  }

  private static NamedPool onlyPool(Scenario scenario) {
    return new NamedPool(
        "",
        scenario.facility(),
        scenario.locking(),
        scenario.stay().activity(),
        scenario.stay().patience());
  }

  /** What one of {@link JourneyParser#POOL_KEYS} is in a pool; empty where it does not apply. */
  static Optional<String> ofPool(ScenarioKey key, NamedPool pool) {
    Locking locking = pool.locking();
    return switch (key) {
      case ROOMS -> Optional.of(pool.facility().roomsText());
      case MODE -> Optional.of(locking.mode());
      case LINE -> Optional.of(pool.facility().line().word());
      case CHOICE -> Optional.of(pool.facility().choice().word());
      case ORDER -> Optional.of(locking.order().word());
      case TIMEOUT ->
          Optional.of(locking.timeout())
              .filter(timeout -> !timeout.isZero())
              .map(DurationText::format);
      case RETRY -> Optional.ofNullable(locking.retry()).map(Distribution::toString);
      case READERS ->
          Optional.of(locking.readers()).filter(readers -> readers > 0).map(Numbers::plain);
      case POOL -> Optional.of(locking.pool().toString()).filter(Predicate.not(String::isEmpty));
      case PATIENCE -> orNone(pool.patience());
      case ACTIVITY -> Optional.of(pool.activity().name());
      default -> throw new IllegalArgumentException(key.word());
    };
  }

  private static Optional<String> closed(Demand demand, @Nullable Object value) {
    return demand.arrivals().open() ? Optional.empty() : orNone(value);
  }

  private static Optional<String> open(Demand demand, @Nullable Object value) {
    return demand.arrivals().open() ? orNone(value) : Optional.empty();
  }

  private static Optional<String> wall(Conduct conduct, Object value) {
    return conduct.clock() == ClockKind.WALL ? orNone(value) : Optional.empty();
  }

  private static Optional<String> simulated(Conduct conduct, Object value) {
    return conduct.clock() == ClockKind.SIMULATED ? orNone(value) : Optional.empty();
  }

  private static Optional<String> orNone(@Nullable Object value) {
    return Optional.of(value == null ? NONE : value.toString());
  }

  static String scalar(String value) {
    boolean plain =
        PLAIN.matcher(value).matches() && !LOOKS_LIKE_OTHER_TYPE.matcher(value).matches();
    return plain ? value : quoted(value);
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
              } else if (isPlainCharacter(character)) {
                quoted.appendCodePoint(character);
              } else {
                quoted.append(String.format(Locale.ROOT, "\\U%08X", character));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isPlainCharacter(int character) {
    return (character >= ' ' && character <= '~') || Character.isLetterOrDigit(character);
  }
}
