package io.anteroom.scenario;

import io.anteroom.scenario.Scenario.Conduct;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Locking;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes scenarios from settings: validates every value and fills in the defaults. Immutable, except
 * that files named by the settings are read anew by each call.
 */
public final class ScenarioParser {
  private static final Duration DEFAULT_STUCK_AFTER = Duration.ofSeconds(10);
  private static final Duration LEAST_STUCK_AFTER = Duration.ofMillis(100);
  private static final String DEFAULT_JFR = "pinning";
  private static final String NO_JFR = "off";
  private static final int DEFAULT_REPLICATIONS = 20;
  private static final int LONGEST_EXPECTATION = 200;

  private final List<ModeTraits> modes;
  private final ActivityParser activities;
  private final int processors;
  private final boolean trusting;

  /**
   * A parser of scenarios.
   *
   * @param modes the locking modes there are, {@code reentrant} among them
   * @param activities the activities there are, {@code sleep} among them
   * @param processors the default number of carriers, at least 1
   */
  public ScenarioParser(
      Collection<ModeTraits> modes, Collection<ActivityTraits> activities, int processors) {
    this(modes, new ActivityParser(activities, false), processors, false);
  }

  private ScenarioParser(
      Collection<ModeTraits> modes, ActivityParser activities, int processors, boolean trusting) {
    this.modes = List.copyOf(modes);
    this.activities = activities;
    this.processors = processors;
    this.trusting = trusting;
  }

  /**
   * The same parser for scenarios of runs that are over. A mode or an activity that it does not
   * know was a plugin's, and could do what the scenario asks for.
   */
  public ScenarioParser trusting() {
    return new ScenarioParser(modes, activities.trustingAll(), processors, true);
  }

  /** The locking modes that it knows. */
  public List<ModeTraits> modes() {
    return modes;
  }

  /** The activities that it knows. */
  List<ActivityTraits> activities() {
    return activities.all();
  }

  /**
   * The scenario of these settings.
   *
   * @throws InvalidScenarioException if a value is not allowed, by itself or together with another
   */
  public Scenario parse(Settings written) {
    SettingReader settings = new SettingReader(written);
    ClockKind clock = settings.word(ScenarioKey.CLOCK, ClockKind.values()).orElse(ClockKind.WALL);
    String name = settings.form(ScenarioKey.NAME).orElse(Scenario.UNNAMED);
    if (written.longForm()) {
      Journey journey = new JourneyParser(modes, activities, written, clock).journey();
      Demand demand = new DemandParser(settings).demand();
      if (demand.arrivals() instanceof Arrivals.Trace trace && trace.holds() != null) {
        throw settings.refused(
            ScenarioKey.ARRIVALS, "it lists holds, and the journey has others; list times only");
      }
      return new Scenario(
          name,
          journey.allRooms(),
          journey.pools().getFirst().locking(),
          demand,
          new StayParser(activities, settings, clock).stay(journey),
          conduct(settings, clock, demand.duration()),
          journey);
    }
    LockingParser locking = new LockingParser(known(settings, clock), settings, clock);
    Demand demand = new DemandParser(settings).demand();
    Scenario scenario =
        new Scenario(
            name,
            locking.facility(),
            withoutPriority(locking.locking(), settings),
            demand,
            new StayParser(activities, settings, clock)
                .stay(locking.patience().orElse(null), demand.arrivals()),
            conduct(settings, clock, demand.duration()));
    return withoutSteadyState(scenario, settings);
  }

  /** A warm-up that is looked for would leave out what a slowdown does. */
  private static Scenario withoutSteadyState(Scenario scenario, SettingReader settings) {
    if (scenario.stay().slowdown() != null && scenario.conduct().warmup() instanceof Warmup.Auto) {
      throw settings.refused(
          ScenarioKey.WARMUP,
          "it looks for a steady state, and under a slowdown there is none; say how long");
    }
    return scenario;
  }

  private static Locking withoutPriority(Locking locking, SettingReader settings) {
    if (locking.order().byPriority()) {
      if (settings.given(ScenarioKey.ORDER).isEmpty()) {
        // All persons are alike, so the line in the order of priority is one in that of arrival.
        return new Locking(
            locking.traits(),
            Order.FIFO,
            locking.timeout(),
            locking.retry(),
            locking.readers(),
            locking.pool());
      }
      throw settings.refused(
          ScenarioKey.ORDER,
          "only classes of persons have priorities; add pools, journey and classes");
    }
    return locking;
  }

  private List<ModeTraits> known(SettingReader settings, ClockKind clock) {
    String name = settings.given(ScenarioKey.MODE).map(Setting::value).orElse("");
    return trusting && !name.isEmpty() && ModeTraits.find(modes, name).isEmpty()
        ? List.of(ModeTraits.ofPlugin(name, clock))
        : modes;
  }

  private Conduct conduct(SettingReader settings, ClockKind clock, @Nullable Duration duration) {
    int replications =
        settings.whole(ScenarioKey.REPLICATIONS).map(Long::intValue).orElse(DEFAULT_REPLICATIONS);
    String jfr = settings.read(ScenarioKey.JFR, ScenarioParser::jfr).orElse(DEFAULT_JFR);
    return new Conduct(
        settings
            .read(ScenarioKey.WARMUP, setting -> warmup(setting.value(), clock, duration))
            .orElseGet(() -> new Warmup.Share(0)),
        settings.whole(ScenarioKey.CARRIERS).map(Long::intValue).orElse(processors),
        settings.whole(ScenarioKey.SEED).orElse(1L),
        settings
            .read(ScenarioKey.STUCK_AFTER, ScenarioParser::stuckAfter)
            .orElse(DEFAULT_STUCK_AFTER),
        clock == ClockKind.WALL ? jfr : NO_JFR,
        clock,
        clock == ClockKind.WALL ? 1 : replications,
        settings.readAll(ScenarioKey.EXPECT, ScenarioParser::expectation));
  }

  private static String jfr(Setting setting) {
    String value = ((Notation.Form) ScenarioKey.JFR.notation()).fitting(setting.value());
    if (!value.endsWith(".jfc")) {
      return value;
    }
    try {
      return setting.folder().resolve(value).toString();
    } catch (InvalidPathException notAPath) {
      throw new IllegalArgumentException("allowed: " + ScenarioKey.JFR.allowed());
    }
  }

  private static Warmup warmup(String text, ClockKind clock, @Nullable Duration duration) {
    if (text.endsWith("%")) {
      return new Warmup.Share(Numbers.percent(text.substring(0, text.length() - 1)));
    }
    if (text.equals("auto")) {
      if (clock == ClockKind.WALL) {
        throw new IllegalArgumentException("allowed in real time: a share, a duration");
      }
      return new Warmup.Auto();
    }
    if (!text.matches(DurationText.PATTERN)) {
      throw new IllegalArgumentException("allowed: " + ScenarioKey.WARMUP.notation().allowed());
    }
    Duration time = DurationText.parse(text);
    if (duration != null && time.compareTo(duration) >= 0) {
      throw new IllegalArgumentException(
          "allowed: shorter than the duration, " + DurationText.format(duration));
    }
    return new Warmup.Time(time);
  }

  private static Duration stuckAfter(Setting setting) {
    Duration stuckAfter = DurationText.parse(setting.value());
    Numbers.require(stuckAfter.compareTo(LEAST_STUCK_AFTER) >= 0, "at least 100ms");
    return stuckAfter;
  }

  private static String expectation(Setting setting) {
    String text = setting.value().strip();
    if (text.isEmpty() || text.length() > LONGEST_EXPECTATION) {
      throw new IllegalArgumentException("allowed: a condition of at most 200 characters");
    }
    return text;
  }
}
