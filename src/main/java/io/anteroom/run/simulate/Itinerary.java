package io.anteroom.run.simulate;

import io.anteroom.scenario.schedule.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A journey as a list of instructions with jumps. So one number says where a person is in its
 * journey, and the rooms that it holds there are known in advance. Immutable.
 */
final class Itinerary {
  /** A hold or a delay: time passes. */
  static final int HOLD = 0;

  /** The person enters a room of a pool. */
  static final int ENTER = 1;

  /** The person leaves the room that it entered last. */
  static final int LEAVE = 2;

  /** The person may skip what follows: by chance, or because another class does it. */
  static final int SKIP = 3;

  /** The person may repeat what stands before. */
  static final int REPEAT = 4;

  /** The journey is over. */
  static final int END = 5;

  /**
   * An instruction.
   *
   * @param step the number of the step that it belongs to
   * @param pool the one whose room is entered or left
   * @param target where {@link #SKIP} and {@link #REPEAT} lead
   * @param held the pools of the rooms that a person holds there, in the order of entering
   */
  private record Instruction(int kind, PlannedStep step, int pool, int target, List<Integer> held) {
    Instruction to(int newTarget) {
      return new Instruction(kind, step, pool, newTarget, held);
    }
  }

  private static final int NOWHERE = -1;

  private final List<Instruction> instructions = new ArrayList<>();
  private final int[] kinds;
  private final int[] steps;
  private final int[] pools;
  private final int[] targets;
  private final int[] times;
  private final int[] classes;
  private final boolean[] certain;
  private final int[] levels;
  private final int[][] held;
  private final int[][] stepsOfRooms;
  private final int[] poolsOfSteps;

  Itinerary(List<PlannedStep> journey, int stepCount) {
    this.poolsOfSteps = new int[stepCount];
    addAll(journey, List.of());
    int size = instructions.size() + 1;
    this.kinds = new int[size];
    this.steps = new int[size];
    this.pools = new int[size];
    this.targets = new int[size];
    this.times = new int[size];
    this.classes = new int[size];
    this.certain = new boolean[size];
    this.levels = new int[size];
    this.held = new int[size][];
    for (int at = 0; at < size - 1; at++) {
      Instruction one = instructions.get(at);
      kinds[at] = one.kind;
      steps[at] = one.step.number();
      pools[at] = one.pool;
      targets[at] = one.target;
      times[at] = one.step.times();
      classes[at] = one.step.onlyClass();
      certain[at] = one.step.certain();
      levels[at] = one.held.size();
      held[at] = one.held.stream().mapToInt(Integer::intValue).toArray();
    }
    kinds[size - 1] = END;
    held[size - 1] = new int[0];
    this.stepsOfRooms = new int[size][];
    for (int at = 0; at < size; at++) {
      stepsOfRooms[at] = stepsOfRooms(at);
    }
  }

  private void addAll(List<PlannedStep> journey, List<Integer> rooms) {
    for (PlannedStep step : journey) {
      poolsOfSteps[step.number()] = step.pool();
      int skip = instructions.size();
      boolean conditional = !step.certain() || step.onlyClass() != PlannedStep.NONE;
      if (conditional) {
        add(SKIP, step, rooms);
      }
      if (step.pool() == PlannedStep.NONE) {
        add(HOLD, step, rooms);
      } else {
        addRoom(step, rooms);
      }
      if (conditional) {
        instructions.set(skip, instructions.get(skip).to(instructions.size()));
      }
    }
  }

  private void addRoom(PlannedStep step, List<Integer> rooms) {
    int start = instructions.size();
    add(ENTER, step, rooms);
    List<Integer> more = new ArrayList<>(rooms);
    more.add(step.pool());
    addAll(step.inside(), List.copyOf(more));
    add(LEAVE, step, List.copyOf(more));
    if (step.times() > 1) {
      add(REPEAT, step, rooms);
      int repeat = instructions.size() - 1;
      instructions.set(repeat, instructions.get(repeat).to(start));
    }
  }

  private void add(int kind, PlannedStep step, List<Integer> rooms) {
    instructions.add(new Instruction(kind, step, step.pool(), NOWHERE, rooms));
  }

  /** How many instructions there are. */
  int size() {
    return kinds.length;
  }

  /** The most rooms that a person holds at once. */
  int depth() {
    int depth = 0;
    for (int[] rooms : held) {
      depth = Math.max(depth, rooms.length);
    }
    return depth;
  }

  int kind(int at) {
    return kinds[at];
  }

  int step(int at) {
    return steps[at];
  }

  int pool(int at) {
    return pools[at];
  }

  /** The pool that a step enters. */
  int poolOfStep(int step) {
    return poolsOfSteps[step];
  }

  int target(int at) {
    return targets[at];
  }

  int times(int at) {
    return times[at];
  }

  /** The only class that takes it; negative if all do. */
  int onlyClass(int at) {
    return classes[at];
  }

  /** Whether it is always taken, and never by chance. */
  boolean certain(int at) {
    return certain[at];
  }

  /** How many rooms a person holds there. */
  int level(int at) {
    return levels[at];
  }

  /** The pools of the rooms that a person holds there, in the order of entering. */
  int[] held(int at) {
    return held[at];
  }

  /** The step by which a person at the instruction entered the room that it holds at that level. */
  int stepOfLevel(int at, int level) {
    return stepsOfRooms[at][level];
  }

  private int[] stepsOfRooms(int at) {
    int[] entered = new int[held[at].length];
    int found = entered.length;
    for (int before = at - 1; found > 0; before--) {
      if (kinds[before] == ENTER && held[before].length == found - 1) {
        entered[--found] = steps[before];
      }
    }
    return entered;
  }
}
