package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class RoomShelvesTest {
  private static final int THREADS = 4;
  private static final int TURNS = 300_000;

  @Test
  void aPersonFindsTheRoomAgainThatItHasLeft() {
    RoomShelves shelves = new RoomShelves(rooms(2));
    Room first = shelves.take(6);
    Room second = shelves.take(7);
    for (int turn = 0; turn < 3; turn++) {
      shelves.giveBack(first, false);
      shelves.giveBack(second, false);
      assertThat(shelves.take(7)).isSameAs(second);
      assertThat(shelves.take(6)).isSameAs(first);
    }
  }

  @Test
  void whatLiesOnAnotherShelfIsFoundToo() {
    RoomShelves shelves = new RoomShelves(rooms(2));
    for (int person : new int[] {5, -1, Integer.MAX_VALUE, 0}) {
      Room one = shelves.take(person);
      Room other = shelves.take(person);
      assertThat(one).isNotSameAs(other);
      shelves.giveBack(one, false);
      assertThat(shelves.take(person + 1)).isSameAs(one);
      shelves.giveBack(other, false);
      shelves.giveBack(one, false);
    }
  }

  @Test
  void aRoomThatIsAwaitedOrHasNoShelfLiesOnTheStack() {
    RoomShelves shelves = new RoomShelves(rooms(3));
    List<Room> all = List.of(shelves.take(0), shelves.take(0), shelves.take(0));
    shelves.giveBack(all.get(0), true);
    shelves.giveBack(all.get(1), false);
    shelves.giveBack(all.get(2), false);
    assertThat(List.of(shelves.take(0), shelves.take(0), shelves.take(0)))
        .containsExactly(all.get(2), all.get(0), all.get(1));
  }

  @Test
  void morePermitsThanRoomsAreAFault() {
    RoomShelves shelves = new RoomShelves(rooms(1));
    Room unused = shelves.take(0);
    assertThatThrownBy(() -> shelves.take(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a permit without a free room");
  }

  /** Each thread is several persons, so that shelves are shared. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void noRoomIsHadByTwoThreadsAtOnce(int count) throws InterruptedException {
    RoomShelves shelves = new RoomShelves(rooms(count));
    Semaphore permits = new Semaphore(count);
    AtomicIntegerArray owners = new AtomicIntegerArray(count);
    AtomicInteger doubles = new AtomicInteger();
    // Written by the owner only, without further synchronization.
    long[] visits = new long[count];
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int first = thread;
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(() -> turns(shelves, permits, owners, doubles, visits, first)));
    }
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
    assertThat(doubles).hasValue(0);
    assertThat(Arrays.stream(visits).sum()).isEqualTo((long) THREADS * TURNS);
    assertThat(IntStream.range(0, count).mapToObj(shelves::take)).doesNotHaveDuplicates();
  }

  private static void turns(
      RoomShelves shelves,
      Semaphore permits,
      AtomicIntegerArray owners,
      AtomicInteger doubles,
      long[] visits,
      int first) {
    for (int turn = 0; turn < TURNS; turn++) {
      int person = first + turn % 3;
      permits.acquireUninterruptibly();
      Room room = shelves.take(person);
      visits[room.index()]++;
      if (owners.getAndIncrement(room.index()) != 0) {
        doubles.incrementAndGet();
      }
      owners.getAndDecrement(room.index());
      shelves.giveBack(room, turn % 5 == 0);
      permits.release();
    }
  }

  private static List<Room> rooms(int count) {
    return IntStream.range(0, count).mapToObj(Room::new).toList();
  }
}
