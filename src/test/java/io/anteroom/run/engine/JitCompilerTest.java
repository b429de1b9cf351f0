package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JitCompilerTest {
  private long millis = 500;
  private long nanos = 1_000;
  private final JitCompiler compiler = new JitCompiler(() -> millis, () -> nanos);

  @Test
  void whereTheCodeIsKnownItIsQuietAtOnce() {
    millis += JitCompiler.KNOWN_MILLIS;
    assertThat(compiler.quiet()).isTrue();
  }

  @Test
  void itIsNotQuietUntilItHasFinishedNothingForAWhile() {
    millis += JitCompiler.KNOWN_MILLIS + 1;
    nanos += 3 * JitCompiler.QUIET_NANOS;
    assertThat(compiler.quiet()).isFalse();
    nanos += JitCompiler.QUIET_NANOS;
    assertThat(compiler.quiet()).isFalse();
    nanos++;
    assertThat(compiler.quiet()).isTrue();
    millis++;
    assertThat(compiler.quiet()).isFalse();
  }
}
