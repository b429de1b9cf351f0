package io.anteroom.run.simulate;

import io.anteroom.scenario.Order;
import java.util.stream.IntStream;

/**
 * A pool that persons on simulated journeys pass through: its rooms, who is inside and who waits.
 * Mutable; confined to one thread.
 */
final class SimulatedPool {
  /** How many rooms are open now. */
  int rooms;

  /** Whether persons can be sent out of its rooms. */
  final boolean preemptive;

  /** By class. */
  private final Flow[] flows;

  /** By class: its line. */
  private final int[] lineOfClass;

  private final int firstLine;
  private final int lastLine;
  private final WaitingLines lines;
  private final LinkedLines insiders;
  private final LinkedLines ofSentOut;

  private int inside;
  private int mostInside;
  private int waiting;

  /**
   * @param lineOfClass by class: the number of its line, among the lines of all pools
   * @param flows by class
   */
  SimulatedPool(int rooms, Order order, PoolLines lines, int[] lineOfClass, Flow[] flows) {
    this.rooms = rooms;
    this.preemptive = order == Order.PREEMPT_RESUME;
    this.flows = flows;
    this.lineOfClass = lineOfClass;
    this.firstLine = IntStream.of(lineOfClass).min().orElseThrow();
    this.lastLine = IntStream.of(lineOfClass).max().orElseThrow();
    this.lines = lines.servedIn(order);
    this.insiders = lines.insiders;
    this.ofSentOut = lines.ofSentOut;
  }

  /** Whether a room is free and nobody waits for it. */
  boolean isFree() {
    return inside < rooms && waiting == 0;
  }

  /** Whether a room is free for somebody who waits. */
  boolean canLetIn() {
    return inside < rooms && waiting > 0;
  }

  /** A person enters who need not wait. */
  void enters(SimulatedPerson who, long now) {
    flows[who.personClass].enters(now);
    isInside(who);
  }

  /** A person enters who was taken out of the line. */
  void letsIn(SimulatedPerson who, long now) {
    waiting--;
    flows[who.personClass].letsIn(now);
    isInside(who);
  }

  private void isInside(SimulatedPerson who) {
    inside++;
    mostInside = Math.max(mostInside, inside);
    if (preemptive) {
      insiders.join(lineOfClass[who.personClass], who.slot);
    }
  }

  void leaves(SimulatedPerson who, long now) {
    inside--;
    flows[who.personClass].leaves(now);
    if (preemptive) {
      insiders.leave(lineOfClass[who.personClass], who.slot);
    }
  }

  /** A visit to the pool was completed. */
  void completes(SimulatedPerson who) {
    flows[who.personClass].completes();
  }

  /** The person joins the end of its line. */
  void waits(SimulatedPerson who, long now) {
    lines.join(lineOfClass[who.personClass], who.slot);
    oneMoreWaits(who, now);
  }

  /** A person that was sent out waits before its equals. */
  void waitsFirst(SimulatedPerson who, long now) {
    ofSentOut.joinFirst(lineOfClass[who.personClass], who.slot);
    oneMoreWaits(who, now);
  }

  private void oneMoreWaits(SimulatedPerson who, long now) {
    waiting++;
    flows[who.personClass].waits(now);
  }

  /** The person gives up. */
  void abandons(SimulatedPerson who, long now) {
    lines.leave(lineOfClass[who.personClass], who.slot);
    waiting--;
    flows[who.personClass].waitsNoMore(now);
    flows[who.personClass].abandons();
  }

  /** Takes whoever is next out of the line, where anybody waits; returns the slot. */
  int takeNext() {
    int line = firstLine;
    while (line < lastLine && lines.isEmpty(line)) {
      line++;
    }
    return lines.takeNext(line);
  }

  /**
   * The slot of the person to send out of a room for another: of the one with the lowest priority;
   * among equals the one that entered last. {@link LinkedLines#NOBODY} if all inside have at least
   * the priority of the other.
   */
  int sentOutFor(SimulatedPerson other) {
    if (preemptive) {
      for (int line = lastLine; line > lineOfClass[other.personClass]; line--) {
        if (!insiders.isEmpty(line)) {
          return insiders.first(line);
        }
      }
    }
    return LinkedLines.NOBODY;
  }

  /** The most persons inside at any moment. */
  int mostInside() {
    return mostInside;
  }

  /** Persons who wait now. */
  int waiting() {
    return waiting;
  }
}
