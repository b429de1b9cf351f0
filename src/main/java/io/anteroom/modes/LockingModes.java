package io.anteroom.modes;

import io.anteroom.modes.locking.JdkLocks;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.ModeType;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.pools.Pools;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** The locking modes there are: those of the JDK ({@link JdkLocks}), then those of libraries. */
public final class LockingModes {
  private static final List<ModeType> ALL =
      Stream.of(JdkLocks.all(), Pools.all()).flatMap(List::stream).toList();

  private LockingModes() {}

  /** What scenarios have to know of each mode, in the catalogue's order. */
  public static List<ModeTraits> traits() {
    return ALL.stream().map(ModeType::traits).toList();
  }

  /**
   * The locking mode that the scenario names.
   *
   * @throws IllegalArgumentException if there is none of that name, or if it can't do what the
   *     scenario asks for: that line, or that patience
   */
  public static LockingMode create(Premises premises) {
    Scenario scenario = premises.scenario();
    ModeType type = find(scenario.locking().mode());
    type.traits().refusesLine(scenario.facility().line()).ifPresent(LockingModes::refuse);
    Distribution patience = scenario.stay().patience();
    if (patience != null) {
      type.traits().refusesPatience(patience).ifPresent(LockingModes::refuse);
    }
    return type.factory().apply(premises);
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException(why);
  }

  private static ModeType find(String name) {
    return ALL.stream()
        .filter(type -> type.traits().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no locking mode " + name));
  }
}
