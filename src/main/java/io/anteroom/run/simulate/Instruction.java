package io.anteroom.run.simulate;

import io.anteroom.scenario.schedule.PlannedStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instruction of a journey's {@link Itinerary}: a person does this, then goes on to the next
 * one, or to another. Immutable once the itinerary is complete.
 */
final class Instruction {
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

  final int kind;

  /** Its place in the itinerary. */
  final int number;

  /** The number of the step that it belongs to. */
  final int step;

  /** The pool whose room is entered or left. */
  final int pool;

  /** How often the step is taken. */
  final int times;

  /** The only class that takes it; negative if all do. */
  final int onlyClass;

  /** Whether it is always taken, and never by chance. */
  final boolean certain;

  /** How many rooms a person holds there. */
  final int level;

  /** The pools of the rooms that a person holds there, in the order of entering. */
  final int[] held;

  /** The steps by which it entered them. */
  final int[] heldBySteps;

  /** What comes next; after {@link #END} nothing does, which is said by itself. */
  Instruction next = this;

  /** The hold that surely comes next, this one included; null: that depends. */
  @Nullable Instruction hold;

  /** Where {@link #SKIP} and {@link #REPEAT} lead. */
  Instruction target = this;

  /**
   * @param rooms the steps by which a person entered the rooms that it holds there, in that order
   */
  Instruction(int kind, int number, PlannedStep of, List<PlannedStep> rooms) {
    this.kind = kind;
    this.number = number;
    this.step = of.number();
    this.pool = of.pool();
    this.times = of.times();
    this.onlyClass = of.onlyClass();
    this.certain = of.certain();
    this.level = rooms.size();
    this.held = rooms.stream().mapToInt(PlannedStep::pool).toArray();
    this.heldBySteps = rooms.stream().mapToInt(PlannedStep::number).toArray();
  }

  /** The end of the journey. */
  Instruction(int number) {
    this.kind = END;
    this.number = number;
    this.step = PlannedStep.NONE;
    this.pool = PlannedStep.NONE;
    this.times = 1;
    this.onlyClass = PlannedStep.NONE;
    this.certain = true;
    this.level = 0;
    this.held = new int[0];
    this.heldBySteps = new int[0];
  }
}
