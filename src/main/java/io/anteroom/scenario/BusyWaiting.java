package io.anteroom.scenario;

import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.Scenario.Locking;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a run reckons with persons who keep the carriers busy while they wait, as those of the
 * modes that spin or yield do. Such a run differs from others in two ways: whoever sleeps in a room
 * is woken by the JDK ({@link Thread#sleep}) instead of an alarm clock of ours, since it is the
 * question whether it gets a carrier then; and the rehearsal is in the usual mode, since nobody
 * would ever leave a room in a rehearsal of the mode itself.
 *
 * <p>The runs of one experiment are to differ in nothing but what is varied. So where one of them
 * is such a run, all of them are, by an option of their JVMs.
 */
public final class BusyWaiting {
  private static final String PROPERTY = "anteroom.busyWaiting";

  /** How such a run differs from others, in words. */
  public static final String WORDS =
      "sleepers in rooms are woken by Thread.sleep, not by the usual alarm clock; the rehearsal is"
          + " in mode "
          + ScenarioKey.MODE.defaultText();

  private BusyWaiting() {}

  /** Whether persons of this scenario keep the carriers busy while they wait. */
  public static boolean in(Scenario scenario) {
    Journey journey = scenario.journey();
    boolean busy =
        journey == null
            ? keepsBusy(scenario.locking())
            : journey.pools().stream().anyMatch(pool -> keepsBusy(pool.locking()));
    return busy && scenario.conduct().clock() == ClockKind.WALL;
  }

  private static boolean keepsBusy(Locking locking) {
    return locking.traits().has(Trait.KEEPS_CARRIERS_BUSY);
  }

  /** The modes of these scenarios whose persons do so, in order. */
  public static Set<String> modes(Stream<Scenario> scenarios) {
    return scenarios
        .filter(BusyWaiting::in)
        .map(scenario -> scenario.locking().mode())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a run of this scenario in this JVM reckons with such persons. */
  public static boolean reckonedWith(Scenario scenario) {
    return in(scenario) || Boolean.getBoolean(PROPERTY);
  }

  /** The option with which every run in a JVM reckons with such persons. */
  public static String jvmOption() {
    return "-D" + PROPERTY + "=true";
  }

  /**
   * What a reader of an experiment has to know.
   *
   * @param modes in which persons keep the carriers busy
   * @param runs what the runs are called, such as {@code arms}
   */
  public static String note(Collection<String> modes, String runs) {
    return "Persons of mode %s keep the carriers busy while they wait. So in all %s whoever sleeps in"
            .formatted(String.join(" and ", modes), runs)
        + " a room is woken by Thread.sleep, not by the usual alarm clock, and the rehearsal is in"
        + " mode %s.".formatted(ScenarioKey.MODE.defaultText());
  }
}
