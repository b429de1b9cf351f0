package io.anteroom.study.compare;

import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.Jvm;
import io.anteroom.study.cell.Shuffle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How arms are compared: every fork runs each arm once, in an order of its own that is shuffled
 * from the seed, so that a drift of the machine favours none; what a fork measures of two arms is a
 * pair. On the wall clock all forks run the same schedule, unless they are reseeded; in simulated
 * time, where the same schedule has the same result, each has its own. Where one arm needs {@link
 * BusyWaiting} reckoned with, all arms do it.
 *
 * @param arms at least 2; the first one is the baseline
 * @param forks at least 2
 * @param reseeded whether each fork has a schedule of its own on the wall clock too
 */
public record Trial(List<Arm> arms, int forks, boolean reseeded) {
  /** Names the fork in a cell's point. */
  public static final String FORK = "fork";

  /** Names the arm in a cell's point. */
  public static final String ARM = "arm";

  public Trial {
    arms = List.copyOf(arms);
  }

  /** The arm that the others are compared with. */
  public Arm baseline() {
    return arms.getFirst();
  }

  /**
   * Whether persons of an arm keep the carriers busy while they wait; then all reckon with that.
   */
  boolean busyWaiting() {
    return !busyModes().isEmpty();
  }

  /** The modes whose persons keep the carriers busy while they wait. */
  Set<String> busyModes() {
    return BusyWaiting.modes(arms.stream().map(Arm::scenario));
  }

  /** Whether the arms run in simulated time. */
  boolean simulated() {
    return baseline().scenario().conduct().clock() == ClockKind.SIMULATED;
  }

  /** The origin of every random quantity, the cells' order included. */
  public long seed() {
    return baseline().scenario().conduct().seed();
  }

  /** The cells in the order in which they run. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    Shuffle shuffle = new Shuffle(seed());
    for (int fork = 0; fork < forks; fork++) {
      List<Cell> block = new ArrayList<>();
      for (int arm = 0; arm < arms.size(); arm++) {
        block.add(cell(fork, arm));
      }
      cells.addAll(shuffle.of(block));
    }
    return cells;
  }

  private Cell cell(int fork, int number) {
    Arm arm = arms.get(number);
    Map<String, String> point = new LinkedHashMap<>();
    point.put(FORK, Integer.toString(fork + 1));
    point.put(ARM, arm.label());
    String name =
        "fork-%d-%d-%s"
            .formatted(fork + 1, number + 1, arm.label().replaceAll("[^A-Za-z0-9._-]+", "-"));
    return new Cell(name, point, seeded(arm.scenario(), fork), jvm(arm));
  }

  private Jvm jvm(Arm arm) {
    return busyWaiting() ? arm.jvm().withBusyWaiting() : arm.jvm();
  }

  private Scenario seeded(Scenario scenario, int fork) {
    boolean own = reseeded || scenario.conduct().clock() == ClockKind.SIMULATED;
    return own ? scenario.withSeed(scenario.conduct().seed() + fork) : scenario;
  }
}
