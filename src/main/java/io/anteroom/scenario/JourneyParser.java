package io.anteroom.scenario;

import static io.anteroom.scenario.NodeReader.distribution;
import static io.anteroom.scenario.NodeReader.entries;
import static io.anteroom.scenario.NodeReader.keys;
import static io.anteroom.scenario.NodeReader.mapping;
import static io.anteroom.scenario.NodeReader.positiveShare;
import static io.anteroom.scenario.NodeReader.text;
import static io.anteroom.scenario.NodeReader.unknown;
import static io.anteroom.scenario.NodeReader.whole;

import io.anteroom.scenario.Journey.ComeBack;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Locking;
import io.anteroom.scenario.SettingNode.Entries;
import io.anteroom.scenario.SettingNode.Entry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses the long form of a scenario: several pools, the journey through them, classes. */
final class JourneyParser {
  /** The keys of a pool, each as the scenario of one pool has it. */
  static final List<ScenarioKey> POOL_KEYS =
      List.of(
          ScenarioKey.ROOMS,
          ScenarioKey.MODE,
          ScenarioKey.LINE,
          ScenarioKey.CHOICE,
          ScenarioKey.ORDER,
          ScenarioKey.TIMEOUT,
          ScenarioKey.RETRY,
          ScenarioKey.READERS,
          ScenarioKey.POOL,
          ScenarioKey.PATIENCE,
          ScenarioKey.ACTIVITY);

  static final String SHARE = "share";
  static final String PRIORITY = "priority";
  static final String PAUSE = "pause";

  /** What names of pools and classes look like: they stand in labels, tags and columns. */
  static final Notation.Form NAME =
      new Notation.Form(
          "[A-Za-z0-9_-]{1,20}", "letters, digits, '_' and '-', at most 20 of them", false);

  /** The highest number that a priority can have. */
  static final int LEAST_PRIORITY = 100;

  /** How often a person who gave up can come again. */
  static final int MOST_RETURNS = 1_000;

  static final int MOST_POOLS = 12;
  static final int MOST_CLASSES = 6;

  private static final double ROUNDING = 1e-9;

  private final Collection<ModeTraits> modes;
  private final ActivityParser activities;
  private final Settings settings;
  private final ClockKind clock;

  private final Map<String, NamedPool> pools = new LinkedHashMap<>();
  private final Map<String, PersonClass> classes = new LinkedHashMap<>();

  /** What says that persons can be sent out of a room, by pool. */
  private final Map<String, Setting> preemptive = new LinkedHashMap<>();

  JourneyParser(
      Collection<ModeTraits> modes, ActivityParser activities, Settings settings, ClockKind clock) {
    this.modes = modes;
    this.activities = activities;
    this.settings = settings;
    this.clock = clock;
  }

  /** The journey of the settings, which are in the long form. */
  Journey journey() {
    requireNoneOfOnePool();
    SettingNode tree = required(JourneyKey.JOURNEY);
    Entries poolEntries = entries(required(JourneyKey.POOLS), "pools", "workers: {rooms: 40}");
    poolEntries.entries().forEach(this::addPool);
    requireNumber(poolEntries, "pools", pools.size(), MOST_POOLS);
    settings.get(JourneyKey.CLASSES).ifPresent(this::addClasses);
    if (clock == ClockKind.WALL) {
      requirePatiencePossible();
    }
    StepParser parser = new StepParser(pools.keySet(), classes.keySet());
    List<JourneyStep> steps = parser.journey(tree);
    for (Entry pool : poolEntries.entries()) {
      if (!parser.enters(pool.word())) {
        throw pool.refused(
            "nobody enters pool "
                + pool.word()
                + "; add a step \"in: "
                + pool.word()
                + "\", or remove the pool");
      }
    }
    preemptive.forEach((pool, order) -> requireOnlyHolds(steps, pool, order));
    return new Journey(
        List.copyOf(pools.values()),
        steps,
        List.copyOf(classes.values()),
        settings.get(JourneyKey.RETRY_AFTER).map(this::comeBack).orElse(null));
  }

  private void requireNoneOfOnePool() {
    for (ScenarioKey key : POOL_KEYS) {
      settings
          .get(key)
          .ifPresent(
              setting -> {
                throw setting.refused(
                    key, "each pool has its own; write it under pools, with the pool's name");
              });
    }
    SettingReader reader = new SettingReader(settings);
    reader.refuse(ScenarioKey.HOLD, "write it under journey, as a step");
    reader.refuse(ScenarioKey.SLOWDOWN, "it is for scenarios of one pool; remove it");
  }

  /** Whoever is sent out of a room would still hold, or wait for, what it entered from there. */
  private static void requireOnlyHolds(List<JourneyStep> among, String pool, Setting order) {
    for (JourneyStep step : among) {
      if (!(step instanceof JourneyStep.In in)) {
        continue;
      }
      boolean enters = in.steps().stream().anyMatch(JourneyStep.In.class::isInstance);
      if (in.pool().equals(pool) && enters) {
        throw order.refused(
            ScenarioKey.ORDER,
            "a step inside pool "
                + pool
                + " enters another room, and nobody can be sent out there; let its steps only"
                + " hold, or set priority");
      }
      requireOnlyHolds(in.steps(), pool, order);
    }
  }

  private SettingNode required(JourneyKey key) {
    return settings
        .get(key)
        .orElseThrow(
            () -> {
              JourneyKey there =
                  List.of(JourneyKey.values()).stream()
                      .filter(other -> settings.get(other).isPresent())
                      .findFirst()
                      .orElseThrow();
              return new InvalidScenarioException(
                  settings.get(there).orElseThrow().origin(),
                  there.word()
                      + " without "
                      + key.word()
                      + "; add "
                      + key.word()
                      + ", or write the scenario with one pool");
            });
  }

  /** In real time a class has a patience of its own only where each visit can have one. */
  private void requirePatiencePossible() {
    for (PersonClass one : classes.values()) {
      for (NamedPool pool : pools.values()) {
        ModeTraits mode = pool.locking().traits();
        boolean possible = mode.has(Trait.GIVES_UP) && mode.shortestTimeout() == null;
        if (one.patience() != null && !possible) {
          throw new InvalidScenarioException(
              settings.get(JourneyKey.CLASSES).orElseThrow().origin(),
              "class %s has a patience of its own, which mode %s of pool %s can't have in real time; remove it, set another mode, or set clock to simulated"
                  .formatted(one.name(), mode.name(), pool.name()));
        }
      }
    }
  }

  private void addPool(Entry entry) {
    String name = name(entry, "pool");
    Settings written = Settings.none();
    for (Entry key : mapping(entry.value(), "pool " + name, "rooms: 10").entries()) {
      ScenarioKey known =
          POOL_KEYS.stream()
              .filter(one -> one.word().equals(key.word()))
              .findFirst()
              .orElseThrow(
                  () -> unknown(key, "a pool", POOL_KEYS.stream().map(Named::word).toList()));
      written = written.with(known, written(known, key));
    }
    SettingReader reader = new SettingReader(written);
    LockingParser locking = new LockingParser(modes, reader, clock);
    Facility facility = locking.facility();
    Locking own = locking.locking();
    if (locking.changesRooms() && own.order() == Order.PREEMPT_RESUME) {
      throw reader.refused(
          ScenarioKey.ORDER,
          "persons can't be sent out of rooms that open and close; set order to priority");
    }
    if (own.traits().has(Trait.BY_PRIORITY) && own.order() != Order.PRIORITY) {
      throw reader.refused(
          ScenarioKey.ORDER, "mode priority goes by priority; remove it, or set another mode");
    }
    if (own.order() == Order.PREEMPT_RESUME) {
      preemptive.put(name, reader.given(ScenarioKey.ORDER).orElseThrow());
    }
    pools.put(
        name,
        new NamedPool(
            name, facility, own, activities.activity(reader), locking.patience().orElse(null)));
  }

  /** What a library's pool is told may be a mapping, or words with commas. */
  private static Setting written(ScenarioKey known, Entry key) {
    if (!(known.notation() instanceof Notation.Entries
        && key.value() instanceof Entries entries
        && !entries.entries().isEmpty())) {
      return text(key, known.example());
    }
    List<String> words =
        entries.entries().stream()
            .map(one -> one.word() + "=" + text(one, "fair").value())
            .toList();
    Setting first = entries.entries().getFirst().key();
    return new Setting(String.join(",", words), entries.origin(), first.folder(), first.ofFile());
  }

  private void addClasses(SettingNode node) {
    Entries written = entries(node, "classes", "gold: {share: 10%}");
    written.entries().forEach(this::addClass);
    requireNumber(written, "classes", classes.size(), MOST_CLASSES);
    double sum = classes.values().stream().mapToDouble(PersonClass::share).sum();
    if (Math.abs(sum - 1) > ROUNDING) {
      throw new InvalidScenarioException(
          written.origin(),
          "the shares of the classes add up to "
              + Numbers.plain(rounded(sum))
              + "; they must add up to 1, or 100%");
    }
  }

  private static double rounded(double share) {
    return Math.rint(share * 1e9) / 1e9;
  }

  private void addClass(Entry entry) {
    String name = name(entry, "class");
    Entries own = entries(entry.value(), "class " + name, "share: 10%");
    Map<String, Entry> keys =
        keys(own, "a class", List.of(SHARE, PRIORITY, ScenarioKey.PATIENCE.word()));
    Entry share = keys.get(SHARE);
    if (share == null) {
      throw entry.refused("class " + name + " has no share; write for example share: 10%");
    }
    classes.put(
        name,
        new PersonClass(
            name,
            positiveShare(share),
            whole(keys.get(PRIORITY), LEAST_PRIORITY),
            distribution(keys.get(ScenarioKey.PATIENCE.word()), "fixed:2s")));
  }

  private ComeBack comeBack(SettingNode node) {
    Entries own = entries(node, JourneyKey.RETRY_AFTER.word(), "pause: exponential:1s");
    Map<String, Entry> keys =
        keys(own, JourneyKey.RETRY_AFTER.word(), List.of(PAUSE, StepParser.TIMES));
    Distribution pause = distribution(keys.get(PAUSE), "exponential:1s");
    if (pause == null) {
      throw new InvalidScenarioException(
          own.origin(), "retry-after has no pause; write for example pause: exponential:1s");
    }
    return new ComeBack(pause, whole(keys.get(StepParser.TIMES), MOST_RETURNS));
  }

  private static String name(Entry entry, String what) {
    if (!NAME.fits(entry.word())) {
      throw entry.refused(
          "a "
              + what
              + " can't be called "
              + QuotedText.of(entry.word())
              + "; allowed: "
              + NAME.allowed());
    }
    return entry.word();
  }

  private static void requireNumber(Entries entries, String what, int count, int most) {
    if (count > most) {
      throw new InvalidScenarioException(
          entries.origin(), count + " " + what + "; allowed: at most " + most);
    }
  }
}
