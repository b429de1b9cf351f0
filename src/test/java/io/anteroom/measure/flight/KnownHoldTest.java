package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of each way to hold a carrier; whether it is so, {@link CauseTableTest} asks. */
class KnownHoldTest {
  @ParameterizedTest
  @CsvSource({
    "hold.monitor, 23, holds its carrier; JDK 24 and later let go of it",
    "hold.monitor, 24, lets go of its carrier since JDK 24",
    "hold.native, 28, holds its carrier on every JDK so far",
    "hold.system-call, 21, holds its carrier on every JDK so far: no event shows it",
    "hold.initialiser-wait, 26, 'lets go of its carrier since JDK 26: interpreted code only,"
        + " which most first uses of a class are'"
  })
  void saysUntilWhenTheCarrierIsHeld(String key, int feature, String sentence) {
    assertThat(KnownHold.of(key).sentence(feature)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "hold.monitor, 23",
    "hold.monitor-enter, 23",
    "hold.object-wait, 23",
    "hold.initialiser-wait, 25"
  })
  void endsWithARelease(String key, int last) {
    assertThat(KnownHold.of(key).holds(last)).isTrue();
    assertThat(KnownHold.of(key).holds(last + 1)).isFalse();
  }

  @Test
  void anUnknownOneIsRefused() {
    assertThatThrownBy(() -> KnownHold.of("hold.luck"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no hold is known as hold.luck");
  }

  @ParameterizedTest
  @CsvSource({
    "'waiting in the VM, for another thread''s class initialisation', true",
    "Waited for initialization of shop.Prices by another thread, true",
    "VM call to shop.Prices.<clinit> on stack, false",
    "in shop.Prices.<clinit>, false"
  })
  void theReasonSaysWhetherItIsTheWaitForAnInitialiser(String reason, boolean waits) {
    assertThat(KnownHold.waitsForInitialiser(reason)).isEqualTo(waits);
  }
}
