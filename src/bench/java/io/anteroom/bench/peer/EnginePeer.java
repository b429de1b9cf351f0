package io.anteroom.bench.peer;

import io.anteroom.bench.given.GivenScenario;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.RunResult;
import io.anteroom.run.engine.Engine;
import java.util.Arrays;
import java.util.List;

/** Anteroom itself as a peer: the engine with all its checks, and no flight recording. */
final class EnginePeer {
  private EnginePeer() {}

  /** Arguments: the locking mode, then the work. */
  public static void main(String[] arguments) throws Exception {
    List<String> all = Arrays.asList(arguments);
    String mode = all.getFirst();
    new Rounds(PeerWork.parse(all), System.out).play(work -> play(mode, work));
  }

  private static Rounds.Waits play(String mode, PeerWork work) throws Exception {
    String scenario =
        "jfr=off mode=%s persons=%d rooms=%d visits=%d hold=fixed:%dns"
            .formatted(mode, work.persons(), work.rooms(), work.visits(), work.holdNanos());
    try (RoomActivity activity = RoomActivities.sleep()) {
      RunResult result =
          new Engine(GivenScenario.of(scenario), activity, new WallClock(), null).run().result();
      if (result.visits().completed() != work.allVisits()) {
        throw new IllegalStateException(result.outcome() + " " + result.explanation());
      }
      return new Rounds.Waits(
          result.waits().count(), result.waits().p50Nanos(), result.waits().p99Nanos());
    }
  }
}
