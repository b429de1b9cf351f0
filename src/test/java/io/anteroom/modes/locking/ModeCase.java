package io.anteroom.modes.locking;

import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.util.stream.Stream;

/** A mode of the catalogue with one of its lines: what the contract holds for. */
record ModeCase(ModeTraits traits, Line line) {
  /** Every mode with every line it has. */
  static Stream<ModeCase> all() {
    return LockingModes.traits().stream()
        .flatMap(traits -> traits.lines().stream().map(line -> new ModeCase(traits, line)));
  }

  /** All but those that admit everybody. */
  static Stream<ModeCase> exclusive() {
    return all().filter(ModeCase::excludes);
  }

  /** Those that admit everybody. */
  static Stream<ModeCase> unlocked() {
    return all().filter(mode -> !mode.excludes());
  }

  /** Those in which a waiting person can give up and be interrupted. */
  static Stream<ModeCase> patient() {
    return exclusive().filter(mode -> mode.traits.has(ModeTraits.Trait.GIVES_UP));
  }

  /** Those in which a person waits until it is served, whatever happens. */
  static Stream<ModeCase> unyielding() {
    return all().filter(mode -> !mode.traits.has(ModeTraits.Trait.GIVES_UP));
  }

  static Stream<ModeCase> fair() {
    return all().filter(mode -> mode.name().endsWith("-fair"));
  }

  static Stream<ModeCase> sharing() {
    return all().filter(mode -> mode.traits.reads(ScenarioKey.READERS));
  }

  /** Those whose line a person picks. */
  static Stream<ModeCase> perRoom() {
    return all().filter(mode -> mode.line == Line.PER_ROOM);
  }

  String name() {
    return traits.name();
  }

  boolean excludes() {
    return house(1).locking().excludes();
  }

  /** Whether a person who gives up has been refused once, rather than attempt by attempt. */
  boolean triesOnce() {
    return !name().equals("timed") && !name().startsWith("try-");
  }

  /** Whether a waiting person keeps its carrier busy, so that it may need a thread of its own. */
  boolean spins() {
    return name().equals("try-spin") || name().equals("try-yield");
  }

  /** Whether a person keeps its carrier on some JDK, waiting or in its room. */
  boolean keepsCarrier() {
    return spins() || name().equals("synchronized");
  }

  House house(int rooms) {
    return new House(this, scenario(rooms));
  }

  ScenarioBuilder scenario(int rooms) {
    return new ScenarioBuilder().locking(name(), line, rooms).choice(Choice.STICKY);
  }

  @Override
  public String toString() {
    return name() + ", " + line.word();
  }
}
