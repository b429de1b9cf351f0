package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservabilityTest {
  @ParameterizedTest
  @CsvSource({
    "pinning.park, true, true",
    "pinning.monitor-enter, true, true",
    "pinning.object-wait, true, true",
    "pinning.reason, false, true",
    "pinning.carrier, false, true",
    "pinning.blocking-io, false, false",
    "contention.monitor, true, false",
    "contention.lock, false, false",
    "stream.thread, false, true"
  })
  void saysWhatEachJdkShows(String key, boolean on21, boolean on25) {
    assertThat(Observability.of(key, 21).observable()).isEqualTo(on21);
    assertThat(Observability.of(key, 25).observable()).isEqualTo(on25);
  }

  @Test
  void everyEntryHasAReasonAndASource() {
    for (int feature = 21; feature <= 28; feature++) {
      assertThat(Observability.ofJdk(feature)).hasSize(9);
      assertThat(Observability.ofJdk(feature))
          .allSatisfy(
              entry -> {
                assertThat(entry.subject()).isNotBlank();
                assertThat(entry.explanation()).isNotBlank();
                assertThat(entry.source()).isNotBlank();
              });
    }
  }

  @Test
  void isASentence() {
    assertThat(Observability.of(Observability.CONTENDED_MONITOR, 25).sentence(25))
        .isEqualTo(
            "virtual threads that wait to enter a monitor: not observable on JDK 25: they unmount,"
                + " and no event is emitted; anteroom.Wait shows the waits for rooms"
                + " (JEP 491; measured on JDK 25 to 28-ea)");
    assertThat(Observability.of(Observability.CONTENDED_MONITOR, 21).sentence(21))
        .startsWith("virtual threads that wait to enter a monitor: observable on JDK 21: ");
  }

  @Test
  void unknownKeysAreRefused() {
    assertThatThrownBy(() -> Observability.of("pinning.luck", 25))
        .hasMessage("nothing known of pinning.luck on JDK 25");
  }
}
