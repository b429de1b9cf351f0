package io.anteroom.scenario;

import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.Scenario.Locking;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What in simulated time is only a model of a locking mode: whom its line lets in next. */
public final class BargingModel {
  private BargingModel() {}

  /** The words about all modes of a scenario; empty where each is simulated as it is. */
  public static String of(Scenario scenario) {
    Journey journey = scenario.journey();
    Stream<Locking> lockings =
        journey == null
            ? Stream.of(scenario.locking())
            : journey.pools().stream().map(NamedPool::locking);
    return lockings
        .map(BargingModel::of)
        .filter(words -> !words.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String of(Locking locking) {
    return locking.discipline() instanceof Discipline.InLine(boolean fair) && !fair
        ? "mode %s lets newcomers barge; here its line is served %s: a model, not %s"
            .formatted(locking.mode(), order(locking), original(locking.traits()))
        : "";
  }

  private static String order(Locking locking) {
    return switch (locking.order()) {
      case FIFO -> "first come, first served";
      case RANDOM -> "in random order";
      case LIFO -> "last come, first served";
      case PRIORITY, PREEMPT_RESUME -> "by priority";
    };
  }

  private static String original(ModeTraits mode) {
    if (mode.has(Trait.OF_PLUGIN)) {
      return "the plugin";
    }
    return mode.has(Trait.POOLS_CONNECTIONS) ? "the library" : "HotSpot";
  }
}
