package io.anteroom.scenario;

import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Locking;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parses what depends on the locking mode, and refuses what the chosen one can't do. */
final class LockingParser {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

  private final Collection<ModeTraits> modes;
  private final SettingReader settings;
  private final ClockKind clock;
  private final ModeTraits mode;

  LockingParser(Collection<ModeTraits> modes, SettingReader settings, ClockKind clock) {
    this.modes = modes;
    this.settings = settings;
    this.clock = clock;
    this.mode = mode(settings.given(ScenarioKey.MODE));
    if (clock == ClockKind.SIMULATED
        && mode.discipline() instanceof Discipline.Unmodelled(String reason)) {
      throw settings.refused(
          ScenarioKey.MODE,
          "it can't be simulated: " + reason + "; set another mode or clock wall");
    }
  }

  private ModeTraits mode(Optional<Setting> given) {
    String name = given.map(Setting::value).orElse(ScenarioKey.MODE.defaultText());
    return ModeTraits.find(modes, name)
        .orElseThrow(() -> settings.refused(ScenarioKey.MODE, meant(name)));
  }

  private String meant(String name) {
    List<String> names = modes.stream().map(ModeTraits::name).toList();
    return Spelling.meant(name, names, "allowed: " + String.join(" ", names));
  }

  Facility facility() {
    Notation.Rooms notation = (Notation.Rooms) ScenarioKey.ROOMS.notation();
    RoomPlan plan =
        settings.read(ScenarioKey.ROOMS, LockingParser::plan).flatMap(given -> given).orElse(null);
    int rooms =
        plan != null
            ? plan.most()
            : settings
                .read(ScenarioKey.ROOMS, setting -> notation.number().parse(setting.value()))
                .orElse(1L)
                .intValue();
    Line line =
        settings.word(ScenarioKey.LINE, Line.values()).orElseGet(() -> mode.lines().getFirst());
    mode.refusesLine(line)
        .ifPresent(
            why -> {
              throw settings.refused(ScenarioKey.LINE, why);
            });
    Choice choice = settings.word(ScenarioKey.CHOICE, Choice.values()).orElse(Choice.STICKY);
    if (line == Line.SHARED && choice != Choice.STICKY) {
      throw settings.refused(
          ScenarioKey.CHOICE, "there is one shared line; remove it, or set line to per-room");
    }
    if (plan != null) {
      requireSimple(line, plan);
    }
    return new Facility(rooms, line, choice, plan);
  }

  /** Whether there are more and fewer rooms over time. */
  boolean changesRooms() {
    return settings.given(ScenarioKey.ROOMS).filter(given -> plan(given).isPresent()).isPresent();
  }

  /** Rooms over time; empty: always the same number. */
  private static Optional<RoomPlan> plan(Setting setting) {
    return setting.value().contains("@")
        ? Optional.of(RoomPlan.parse(setting.value()))
        : Optional.empty();
  }

  private void requireSimple(Line line, RoomPlan plan) {
    if (clock == ClockKind.WALL && !mode.has(Trait.CHANGES_ROOMS)) {
      throw settings.refused(
          ScenarioKey.ROOMS,
          "in real time mode %s has the same rooms all the time; set mode to %s, or clock to simulated"
              .formatted(mode.name(), modesWith(Trait.CHANGES_ROOMS)));
    }
    boolean inLine =
        mode.discipline() instanceof Discipline.InLine
            && settings.given(ScenarioKey.READERS).isEmpty();
    if ((line == Line.PER_ROOM && plan.most() > 1) || !inLine) {
      throw settings.refused(
          ScenarioKey.ROOMS,
          "rooms over time need one shared line; set mode to semaphore-fair, without readers");
    }
  }

  Locking locking() {
    for (ScenarioKey key : ScenarioKey.ofSomeModes()) {
      if (!mode.reads(key) && settings.given(key).isPresent()) {
        throw settings.refused(key, "mode " + mode.name() + " does not read it; " + instead(key));
      }
    }
    Duration unset = mode.reads(ScenarioKey.TIMEOUT) ? DEFAULT_TIMEOUT : Duration.ZERO;
    return new Locking(
        mode,
        order(),
        settings
            .read(ScenarioKey.TIMEOUT, setting -> DurationText.parsePositive(setting.value()))
            .orElse(unset),
        settings.read(ScenarioKey.RETRY, LockingParser::retry).orElse(null),
        settings
            .read(ScenarioKey.READERS, setting -> Notation.Share.parse(setting.value()))
            .orElse(0.0),
        settings.read(ScenarioKey.POOL, this::pool).orElse(PoolSettings.NONE));
  }

  private Order order() {
    Order usual = mode.has(Trait.BY_PRIORITY) ? Order.PRIORITY : Order.FIFO;
    Order order = settings.word(ScenarioKey.ORDER, Order.values()).orElse(usual);
    if (order != Order.FIFO && !(mode.discipline() instanceof Discipline.InLine)) {
      throw settings.refused(
          ScenarioKey.ORDER,
          "persons in mode " + mode.name() + " don't wait in one line; remove it, or set fifo");
    }
    if (order != Order.FIFO && settings.given(ScenarioKey.READERS).isPresent()) {
      throw settings.refused(
          ScenarioKey.ORDER, "readers and others wait in the order of arrival; remove one of both");
    }
    if (order != usual && clock == ClockKind.WALL && order != Order.FIFO) {
      throw settings.refused(ScenarioKey.ORDER, notInRealTime(order));
    }
    return order;
  }

  private String notInRealTime(Order order) {
    return switch (order) {
      case FIFO, RANDOM, LIFO ->
          "in real time mode " + mode.name() + " decides; set clock to simulated, or remove it";
      case PRIORITY ->
          "in real time mode "
              + mode.name()
              + " decides; set mode to priority, or set clock to simulated, or remove it";
      case PREEMPT_RESUME ->
          "a real thread can't be sent out of a room that it holds; set clock to simulated, or"
              + " mode to priority, under which nobody is sent out";
    };
  }

  Optional<Distribution> patience() {
    Optional<Distribution> patience = settings.read(ScenarioKey.PATIENCE, DistributionText::parse);
    patience
        .flatMap(mode::refusesPatience)
        .ifPresent(
            why -> {
              throw settings.refused(ScenarioKey.PATIENCE, why);
            });
    return patience;
  }

  private PoolSettings pool(Setting setting) {
    PoolSettings pool = PoolSettings.parse(setting.value());
    pool.unreadBy(mode)
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(
                  "mode %s does not read %s; remove it, or choose mode %s"
                      .formatted(mode.name(), key.word(), readers(key)));
            });
    int rooms = facility().rooms();
    if (pool.count(PoolKey.INITIAL_LIMIT).filter(limit -> limit > rooms).isPresent()) {
      throw new IllegalArgumentException(
          "allowed: an initial-limit of at most the rooms, " + rooms);
    }
    return pool;
  }

  private String readers(PoolKey key) {
    return modes.stream()
        .filter(traits -> traits.poolKeys().contains(key))
        .map(ModeTraits::name)
        .collect(Collectors.joining(" or "));
  }

  private static Distribution retry(Setting setting) {
    Distribution retry = DistributionText.parse(setting);
    Numbers.require(retry.meanNanos() >= 1, "pauses with a mean of at least 1ns");
    return retry;
  }

  private String instead(ScenarioKey key) {
    String readers =
        modes.stream()
            .filter(traits -> traits.reads(key))
            .map(ModeTraits::name)
            .collect(Collectors.joining(" or "));
    return readers.isEmpty() ? "remove it" : "remove it, or choose mode " + readers;
  }

  private String modesWith(Trait trait) {
    return modes.stream()
        .filter(traits -> traits.has(trait))
        .map(ModeTraits::name)
        .collect(Collectors.joining(" or "));
  }
}
