package io.anteroom.bench;

/**
 * The work that two programs are compared on.
 *
 * @param visits of each person
 */
public record Work(int persons, int rooms, int visits, long holdNanos) {
  long allVisits() {
    return (long) persons * visits;
  }
}
