package io.anteroom.modes.locking;

import io.anteroom.modes.LockingModes;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mode of the catalogue with one of its lines: what the contract holds for. */
record ModeCase(ModeTraits traits, Line line) {
  private static final long POOL_TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

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

  /** Those in which each visit has a patience of its own. */
  static Stream<ModeCase> eachPatient() {
    return patient().filter(mode -> mode.traits.shortestTimeout() == null);
  }

  /** Those that are made of what the JDK has. */
  static Stream<ModeCase> ofTheJdk() {
    Set<String> names =
        JdkLocks.all().stream().map(type -> type.traits().name()).collect(Collectors.toSet());
    return all().filter(mode -> names.contains(mode.name()));
  }

  /** Those that let every interrupt be heard. */
  static Stream<ModeCase> hearing() {
    return patient().filter(mode -> !mode.traits.has(ModeTraits.Trait.LOSES_INTERRUPTS));
  }

  static Stream<ModeCase> patientOfTheJdk() {
    return ofTheJdk().filter(mode -> patient().anyMatch(mode::equals));
  }

  /** Those in which a person waits until it is served, whatever happens. */
  static Stream<ModeCase> unyielding() {
    return all().filter(mode -> !mode.traits.has(ModeTraits.Trait.GIVES_UP));
  }

  static Stream<ModeCase> fair() {
    return all().filter(mode -> mode.traits.discipline().equals(new Discipline.InLine(true)));
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
    return spins()
        || name().equals("synchronized")
        || traits.has(ModeTraits.Trait.WAITS_IN_MONITOR);
  }

  House house(int rooms) {
    return new House(this, scenario(rooms));
  }

  /**
   * A house of visits that wait for so long: by themselves, or by the pool's timeout for all.
   *
   * @param patienceNanos as {@link #patience} has it
   */
  House house(int rooms, long patienceNanos) {
    Distribution patience = new Distribution.Fixed(Duration.ofNanos(patienceNanos));
    return new House(
        this,
        traits.shortestTimeout() == null ? scenario(rooms) : scenario(rooms).patience(patience));
  }

  /** That patience in nanoseconds; or a pool's timeout, in which a connection can be opened. */
  long patience(long nanos) {
    return traits.shortestTimeout() == null ? nanos : Math.max(nanos, POOL_TIMEOUT_NANOS);
  }

  /** How much before its patience is over a person may give up. */
  long earlyNanos() {
    return traits.has(ModeTraits.Trait.GIVES_UP_EARLY) ? TimeUnit.MILLISECONDS.toNanos(1) : 0;
  }

  ScenarioBuilder scenario(int rooms) {
    return new ScenarioBuilder().locking(name(), line, rooms).choice(Choice.STICKY);
  }

  @Override
  public String toString() {
    return name() + ", " + line.word();
  }
}
