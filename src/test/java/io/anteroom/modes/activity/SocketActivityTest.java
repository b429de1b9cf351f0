package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

final class SocketActivityTest {
  @Test
  void failsRatherThanWaitForAServerThatIsGone() throws Exception {
    SocketActivity activity = new SocketActivity(new WallClock());
    Persons.Person inside = Persons.enter(activity, Persons.ENDLESS_NANOS).awaitBlocked();
    activity.close();
    assertThatThrownBy(inside::stayNanos).hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(() -> activity.perform(1)).isInstanceOf(IOException.class);
  }

  @Test
  void saysWhyTheServerEnded() throws Exception {
    try (SocketActivity activity = new SocketActivity(new PersonsClock())) {
      assertThatThrownBy(() -> activity.perform(Persons.ENDLESS_NANOS))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no time");
    }
  }

  @Test
  void answersInTheOrderOfTheHolds() throws Exception {
    try (SocketActivity activity = new SocketActivity(new WallClock())) {
      Persons.Person endless = Persons.enter(activity, Persons.ENDLESS_NANOS).awaitBlocked();
      assertThat(Persons.enter(activity, 1000).stayNanos()).isGreaterThanOrEqualTo(1000);
      assertThat(endless.stay().isDone()).isFalse();
      endless.thread().interrupt();
    }
  }

  @Test
  void aMessageIsWholeWhenAllItsBytesHaveCome() {
    ByteBuffer message = ByteBuffer.allocate(Long.BYTES);
    for (int bytes = 0; bytes < Long.BYTES; bytes++) {
      assertThat(new EchoWire().isWhole(message)).as("%d bytes", bytes).isFalse();
      message.put((byte) 1);
    }
    assertThat(new EchoWire().isWhole(message)).isTrue();
  }

  @Test
  void listensOnTheLoopbackInterfaceOnly() throws Exception {
    try (HoldingServer server = HoldingServer.start(new WallClock(), new EchoWire())) {
      assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
    }
  }

  @Test
  void survivesConnectionsThatEndInTheMiddle() throws Exception {
    try (HoldingServer server = HoldingServer.start(new WallClock(), new EchoWire())) {
      for (int bytes = 0; bytes <= Long.BYTES; bytes++) {
        try (SocketChannel channel = SocketChannel.open(server.address())) {
          channel.write(ByteBuffer.allocate(bytes));
        }
      }
      try (SocketChannel channel = SocketChannel.open(server.address())) {
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, System.nanoTime()));
        assertThat(channel.read(ByteBuffer.allocate(Long.BYTES))).isEqualTo(Long.BYTES);
      }
      assertThat(server.failure()).isNull();
    }
  }
}
