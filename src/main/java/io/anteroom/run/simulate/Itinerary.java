package io.anteroom.run.simulate;

import io.anteroom.scenario.schedule.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A journey as a list of instructions with jumps. So one instruction says where a person is in its
 * journey, and the rooms that it holds there are known in advance. Immutable.
 */
final class Itinerary {
  private final List<Instruction> instructions = new ArrayList<>();
  private final int[] poolsOfSteps;

  /** While it is made: those that lead to the instruction that is added next. */
  private final List<Instruction> skipping = new ArrayList<>();

  Itinerary(List<PlannedStep> journey, int stepCount) {
    this.poolsOfSteps = new int[stepCount];
    addAll(journey, List.of());
    add(new Instruction(instructions.size()));
    instructions
        .reversed()
        .forEach(
            one ->
                one.hold =
                    switch (one.kind) {
                      case Instruction.HOLD -> one;
                      case Instruction.ENTER, Instruction.LEAVE -> one.next.hold;
                      default -> null;
                    });
  }

  /**
   * @param rooms the steps by which a person has entered the rooms that it holds meanwhile
   */
  private void addAll(List<PlannedStep> journey, List<PlannedStep> rooms) {
    for (PlannedStep step : journey) {
      poolsOfSteps[step.number()] = step.pool();
      if (step.certain() && step.onlyClass() == PlannedStep.NONE) {
        addStep(step, rooms);
      } else {
        Instruction skip = add(Instruction.SKIP, step, rooms);
        addStep(step, rooms);
        skipping.add(skip);
      }
    }
  }

  private void addStep(PlannedStep step, List<PlannedStep> rooms) {
    if (step.pool() == PlannedStep.NONE) {
      add(Instruction.HOLD, step, rooms);
      return;
    }
    Instruction enter = add(Instruction.ENTER, step, rooms);
    List<PlannedStep> more = new ArrayList<>(rooms);
    more.add(step);
    addAll(step.inside(), more);
    add(Instruction.LEAVE, step, more);
    if (step.times() > 1) {
      add(Instruction.REPEAT, step, rooms).target = enter;
    }
  }

  private Instruction add(int kind, PlannedStep step, List<PlannedStep> rooms) {
    Instruction added = new Instruction(kind, instructions.size(), step, rooms);
    add(added);
    return added;
  }

  private void add(Instruction added) {
    if (!instructions.isEmpty()) {
      instructions.getLast().next = added;
    }
    skipping.forEach(skip -> skip.target = added);
    skipping.clear();
    instructions.add(added);
  }

  /** How many instructions there are. */
  int size() {
    return instructions.size();
  }

  Instruction first() {
    return instructions.getFirst();
  }

  /** The most rooms that a person holds at once. */
  int depth() {
    return instructions.stream().mapToInt(one -> one.level).max().orElse(0);
  }

  /** The pool that a step enters. */
  int poolOfStep(int step) {
    return poolsOfSteps[step];
  }
}
