package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.run.engine.Snapshot.Counts;
import io.anteroom.run.engine.Snapshot.RoomGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What can be seen of a run while it goes on, at an instant whose state is known. */
class SnapshotTakerTest {
  /** Looks at the run at these times, and when it is over. */
  private static List<Snapshot> looks(SteppedRun run, int roomsInGroup, double... millis) {
    List<Snapshot> seen = new ArrayList<>();
    Runnable look = () -> seen.add(Objects.requireNonNull(run.engine().look(roomsInGroup)));
    for (double each : millis) {
      run.at(ms(each), look);
    }
    var unused = run.run();
    look.run();
    return seen;
  }

  /** The persons with odd numbers go to the second room. */
  @Test
  void showsEachRoomWithItsLine() {
    SteppedRun run =
        SteppedRun.of(
            "mode=reentrant-fair line=per-room choice=sticky persons=5 rooms=2 hold=fixed:1s");
    List<Snapshot> seen = looks(run, 1, 500, 1_500, 2_500);
    assertThat(seen)
        .extracting(Snapshot::rooms)
        .containsExactly(
            List.of(room(1, 1, 2), room(2, 1, 1)),
            List.of(room(1, 1, 1), room(2, 1, 0)),
            List.of(room(1, 1, 0), room(2, 0, 0)),
            List.of(room(1, 0, 0), room(2, 0, 0)));
    assertThat(seen)
        .extracting(Snapshot::counts)
        .containsExactly(counts(3, 0), counts(1, 2), counts(0, 4), counts(0, 5));
    assertThat(seen)
        .extracting(Snapshot::elapsedNanos)
        .containsExactly(ms(500), ms(1_500), ms(2_500), ms(3_000));
    assertThat(seen)
        .extracting(each -> each.state().over())
        .containsExactly(false, false, false, true);
  }

  private static RoomGroup room(int number, int occupied, int waiting) {
    return new RoomGroup(number, 1, occupied, 0, occupied, waiting);
  }

  private static Counts counts(long waiting, long done) {
    return new Counts(waiting, done, 0, 0, 0, 0);
  }

  @Test
  void showsSeveralRoomsAsOne() {
    SteppedRun run =
        SteppedRun.of("mode=semaphore-fair persons=9 rooms=5 hold=fixed:1s stuck-after=9s");
    assertThat(looks(run, 3, 500).getFirst().rooms())
        .containsExactly(new RoomGroup(1, 3, 3, 0, 3, 0), new RoomGroup(4, 2, 2, 0, 2, 0));
  }

  @Test
  void showsRoomsWithSeveralPersonsInside() {
    SteppedRun run = SteppedRun.of("mode=none persons=3 rooms=2 hold=fixed:1s");
    Snapshot seen = looks(run, 2, 500).getFirst();
    assertThat(seen.rooms()).containsExactly(new RoomGroup(1, 2, 2, 1, 3, 0));
    assertThat(seen.counts().violations()).isEqualTo(1);
  }

  /**
   * They come every 10 ms, at most three at a time, and one stays for 100 ms. The others try at
   * once, every 10 ms, and give up after 25 ms.
   */
  @Test
  void showsWhatBecameOfThePersonsSoFar() {
    SteppedRun run =
        SteppedRun.of(
            "mode=try-park retry=fixed:10ms patience=fixed:25ms arrivals=constant:100/s limit=3"
                + " rooms=1 hold=fixed:100ms duration=1s");
    Counts seen = looks(run, 1, 52).getFirst().counts();
    // Those of 10 and 20 ms gave up at 35 and 45 ms after four attempts each; those of 40 and
    // 50 ms wait; the one of 30 ms was turned away.
    assertThat(seen).isEqualTo(new Counts(2, 0, 2, 1, 8, 0));
  }

  /** Each thinks for a second, and then they come within 10 ms of each other. */
  @Test
  void doesNotTakeThoseWhoThinkForThoseWhoWait() {
    SteppedRun run =
        SteppedRun.of(
            "mode=semaphore-fair arrivals=closed persons=5 think=fixed:1s rooms=1 hold=fixed:100ms"
                + " visits=2");
    assertThat(looks(run, 1, 500, 1_050, 1_350, 1_550))
        .extracting(each -> each.counts().waiting())
        .startsWith(0L, 4L, 1L, 0L);
  }

  @Test
  void countsTheAttemptsOfTheWarmUpToo() {
    SteppedRun run =
        SteppedRun.of(
            "mode=try-park retry=fixed:10ms persons=2 rooms=1 hold=fixed:35ms visits=3 warmup=67%");
    Snapshot end = looks(run, 1).getLast();
    // The first has the room for 105 ms, and the other tries every 10 ms.
    assertThat(end.counts().refusals()).isEqualTo(11);
    assertThat(end.counts().done()).isEqualTo(6);
  }

  @Test
  void showsHowBusyTheProcessIsAndWhenTheWarmUpEnds() {
    SteppedRun run =
        SteppedRun.of("mode=semaphore-fair persons=9 rooms=3 hold=fixed:1s duration=5s warmup=20%");
    List<Snapshot> seen = looks(run, 1, 999, 1_000, 1_500);
    assertThat(seen)
        .extracting(each -> each.processors().busy())
        .startsWith(-1.0, SteppedHost.BUSY, SteppedHost.BUSY);
    assertThat(seen)
        .allSatisfy(
            each -> assertThat(each.processors().count()).isEqualTo(SteppedHost.PROCESSORS));
  }

  /** Ten persons in two rooms, one second each. */
  @Test
  void showsHowFarTheRunHasCome() {
    SteppedRun run = SteppedRun.of("mode=semaphore-fair persons=10 rooms=2 hold=fixed:1s");
    Progress seen = looks(run, 1, 2_500).getFirst().progress();
    assertThat(seen.elapsedNanos()).isEqualTo(ms(2_000));
    assertThat(seen.visits()).isEqualTo(10);
    assertThat(seen.done()).isEqualTo(4);
    assertThat(seen.waiting()).isEqualTo(4);
    assertThat(seen.occupied()).isEqualTo(2);
    assertThat(seen.completedPerSecond()).isEqualTo(2);
    assertThat(seen.secondsLeft()).isEqualTo(3);
    assertThat(seen.overall().count()).isEqualTo(4);
    assertThat(seen.lastSecond().maxNanos()).isEqualTo(Millis.histogram(1_000).getMaxValue());
  }
}
