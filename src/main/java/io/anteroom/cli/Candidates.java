package io.anteroom.cli;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ShippedScenario;
import io.anteroom.scenario.ShippedScenarios;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What a shell offers where a word is one of a list. The lists are made when they are read. */
final class Candidates {
  private Candidates() {}

  /** The values of a key; empty where there are too many to list. */
  static Iterable<String> of(ScenarioKey key) {
    return switch (key) {
      case MODE -> () -> LockingModes.traits().stream().map(ModeTraits::name).iterator();
      case ACTIVITY -> () -> RoomActivities.traits().stream().map(ActivityTraits::name).iterator();
      default -> key.choices();
    };
  }

  /** The shipped scenarios. */
  static final class Scenarios implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ShippedScenarios.list().stream().map(ShippedScenario::name).iterator();
    }
  }

  /** What there is help for. */
  static final class Topics implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Commands.names(), HelpCommand.topics()).flatMap(List::stream).iterator();
    }
  }
}
