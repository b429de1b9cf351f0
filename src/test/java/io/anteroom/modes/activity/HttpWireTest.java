package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWireTest {
  private static final String GET = "GET /-7 HTTP/1.1\r\nHost: x\r\n\r\n";

  private final HttpWire wire = new HttpWire();

  private static ByteBuffer read(String text) {
    return ByteBuffer.allocate(1024).put(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aMessageIsWholeWhenItsEmptyLineHasCome() throws Exception {
    for (int bytes = 0; bytes < GET.length(); bytes++) {
      assertThat(wire.isWhole(read(GET.substring(0, bytes)))).as("%d bytes", bytes).isFalse();
    }
    assertThat(wire.isWhole(read(GET))).isTrue();
    assertThat(wire.isWhole(read("\r\n\r\n"))).isTrue();
    assertThat(wire.dueNanos(read(GET))).isEqualTo(-7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /7 HTTP/1.1\r\n\r\n", "GET /x HTTP/1.1\r\n\r\n", "\r\n\r\n"})
  void whatIsNoGetOfATimeIsRefused(String text) {
    assertThatThrownBy(() -> wire.dueNanos(read(text)))
        .isInstanceOf(IOException.class)
        .hasMessage("not a GET of a time");
  }

  @Test
  void aTimeThatNoClockReadsIsRefused() {
    assertThatThrownBy(() -> wire.dueNanos(read("GET /9999999999999999999 HTTP/1.1\r\n\r\n")))
        .isInstanceOf(IOException.class)
        .hasMessage("not a time of a clock");
  }
}
