package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LineDisplayTest {
  private static final String LINE = "7 done  p50 12µs  p99 –";

  private static String shown(boolean interactive, int columns, boolean unicode) {
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(interactive, columns, false, unicode);
    LineDisplay display =
        new LineDisplay(
            () -> LINE, new PrintWriter(err), false, terminal, System.nanoTime() - 60_000_000_000L);
    display.show();
    return err.toString().strip().replace("\u001b[2K", "");
  }

  @Test
  void aTerminalWithoutUnicodeGetsAsciiAlone() {
    assertThat(shown(false, 80, false)).isEqualTo("7 done  p50 12us  p99 -");
    assertThat(shown(true, 80, false)).isEqualTo("7 done  p50 12us  p99 -");
  }

  @Test
  void aTerminalWithUnicodeGetsTheLineAsFarAsItFits() {
    assertThat(shown(false, 80, true)).isEqualTo(LINE);
    assertThat(shown(true, 11, true)).isEqualTo("7 done  p5");
  }
}
