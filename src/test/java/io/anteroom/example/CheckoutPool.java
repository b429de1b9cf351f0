package io.anteroom.example;

import io.anteroom.modes.spi.PoolPlugin;
import io.anteroom.modes.spi.RoomPool;
import io.anteroom.modes.spi.WaitingOrder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A pool of one's own, as a plugin: connections that wait in a queue to be borrowed. */
final class CheckoutPool implements PoolPlugin<CheckoutPool.Connection> {
  /** What the pool lends. */
  record Connection(int number) {}

  @Override
  public String name() {
    return "checkout-pool";
  }

  @Override
  public String summary() {
    return "the pool of the checkout service";
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public boolean givesUp() {
    return true;
  }

  @Override
  public WaitingOrder order() {
    return WaitingOrder.BARGING;
  }

  @Override
  public RoomPool<Connection> open(int rooms) {
    ArrayBlockingQueue<Connection> free = new ArrayBlockingQueue<>(rooms);
    IntStream.range(0, rooms).mapToObj(Connection::new).forEach(free::add);
    return new RoomPool<>() {
      @Override
      public @Nullable Connection borrow(long patienceNanos) throws InterruptedException {
        return free.poll(patienceNanos, TimeUnit.NANOSECONDS);
      }

      @Override
      public void giveBack(Connection connection) {
        free.add(connection);
      }
    };
  }
}
