package io.anteroom.bench.peer;

import java.util.List;

/**
 * What all peers do: so many persons, all at once, each of whom acquires one of the rooms, sleeps
 * in it and gives it back, again and again.
 *
 * @param visits of each person
 * @param holdNanos 0: nobody sleeps
 * @param rounds how often all of it is done, in one process; the first one is cold
 */
public record PeerWork(int persons, int rooms, int visits, long holdNanos, int rounds) {
  /** The visits of a round. */
  public long allVisits() {
    return (long) persons * visits;
  }

  /** As a peer's arguments. */
  List<String> arguments() {
    return List.of(
        Integer.toString(persons),
        Integer.toString(rooms),
        Integer.toString(visits),
        Long.toString(holdNanos),
        Integer.toString(rounds));
  }

  /** From a peer's last five arguments. */
  static PeerWork parse(List<String> arguments) {
    List<String> last = arguments.subList(arguments.size() - 5, arguments.size());
    return new PeerWork(
        Integer.parseInt(last.get(0)),
        Integer.parseInt(last.get(1)),
        Integer.parseInt(last.get(2)),
        Long.parseLong(last.get(3)),
        Integer.parseInt(last.get(4)));
  }
}
