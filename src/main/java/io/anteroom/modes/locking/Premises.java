package io.anteroom.modes.locking;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.connection.StubConnections;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.PoolKey;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a locking mode is given: the rooms, and the scenario under which persons visit them. Shared
 * by all threads of a run; immutable but for the rooms, which look after themselves.
 *
 * @param connections where a mode that pools connections has them from
 */
public record Premises(
    List<Room> rooms,
    Scenario scenario,
    Schedule schedule,
    NanoClock clock,
    Connections connections) {
  public Premises {
    rooms = List.copyOf(rooms);
  }

  /** Premises with as many empty rooms as the scenario wants, and with stub connections. */
  public static Premises of(Scenario scenario, Schedule schedule, NanoClock clock) {
    long roundTripNanos =
        scenario.locking().pool().duration(PoolKey.ROUND_TRIP).orElse(Duration.ZERO).toNanos();
    return of(scenario, schedule, clock, new StubConnections(clock, roundTripNanos));
  }

  /** Premises with as many empty rooms as the scenario wants. */
  public static Premises of(
      Scenario scenario, Schedule schedule, NanoClock clock, Connections connections) {
    List<Room> rooms = IntStream.range(0, scenario.facility().rooms()).mapToObj(Room::new).toList();
    return new Premises(rooms, scenario, schedule, clock, connections);
  }

  /** How many rooms are open when the run begins. */
  int roomsAtFirst() {
    return scenario.facility().roomsAtFirst();
  }

  boolean sharedLine() {
    return scenario.facility().line() == Line.SHARED;
  }
}
