package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class FreeRoomsTest {
  private static final int THREADS = 4;
  private static final int TURNS = 500_000;

  @Test
  void roomsAreTakenInOrderUntilThereAreNone() {
    List<Room> rooms = rooms(3);
    FreeRooms free = new FreeRooms(rooms);
    assertThat(List.of(taken(free), taken(free), taken(free))).isEqualTo(rooms);
    assertThat(free.take()).isNull();
    assertThat(free.take()).isNull();
  }

  @Test
  void theRoomGivenBackLastIsTakenFirst() {
    List<Room> rooms = rooms(4);
    FreeRooms free = new FreeRooms(rooms);
    Room zero = taken(free);
    Room one = taken(free);
    free.giveBack(zero);
    free.giveBack(one);
    assertThat(IntStream.range(0, 4).mapToObj(take -> taken(free).index()))
        .containsExactly(1, 0, 2, 3);
    assertThat(free.take()).isNull();
    free.giveBack(rooms.get(2));
    assertThat(free.take()).isSameAs(rooms.get(2));
    assertThat(free.take()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void noRoomIsHadByTwoThreadsAtOnce(int count) throws InterruptedException {
    FreeRooms free = new FreeRooms(rooms(count));
    AtomicIntegerArray owners = new AtomicIntegerArray(count);
    AtomicInteger doubles = new AtomicInteger();
    // Written by the owner only, without further synchronization.
    long[] visits = new long[count];
    AtomicInteger taken = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(() -> taken.addAndGet(turns(free, owners, doubles, visits))));
    }
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
    assertThat(doubles).hasValue(0);
    assertThat(Arrays.stream(visits).sum()).isEqualTo(taken.get()).isPositive();
    assertThat(IntStream.range(0, count).mapToObj(take -> taken(free).index()))
        .doesNotHaveDuplicates();
    assertThat(free.take()).isNull();
  }

  /** Takes up to two rooms, now and then gives them back in the other order. */
  private static int turns(
      FreeRooms free, AtomicIntegerArray owners, AtomicInteger doubles, long[] visits) {
    int taken = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      Room one = free.take();
      Room other = turn % 3 == 0 ? free.take() : null;
      for (Room room : turn % 2 == 0 ? new Room[] {one, other} : new Room[] {other, one}) {
        if (room != null) {
          taken++;
          visits[room.index()]++;
          if (owners.getAndIncrement(room.index()) != 0) {
            doubles.incrementAndGet();
          }
          owners.getAndDecrement(room.index());
          free.giveBack(room);
        }
      }
    }
    return taken;
  }

  private static Room taken(FreeRooms free) {
    Room room = free.take();
    return Objects.requireNonNull(room);
  }

  private static List<Room> rooms(int count) {
    return IntStream.range(0, count).mapToObj(Room::new).toList();
  }
}
