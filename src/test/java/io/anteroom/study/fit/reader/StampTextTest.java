package io.anteroom.study.fit.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampTextTest {
  private final StampText stamps = new StampText(null);

  @ParameterizedTest
  @CsvSource({
    "1796000000, 2026-11-30T00:53:20Z",
    "1796000000.25, 2026-11-30T00:53:20.25Z",
    "1796000000031, 2026-11-30T00:53:20.031Z",
    "1796000000031919, 2026-11-30T00:53:20.031919Z",
    "1796000000031919616, 2026-11-30T00:53:20.031919616Z",
    "2026-11-30T00:53:20Z, 2026-11-30T00:53:20Z",
    "2026-11-30 00:53:20, 2026-11-30T00:53:20Z",
    "2026-11-30 00:53, 2026-11-30T00:53:00Z",
    "2023-11-16 18:17:03.9799600, 2023-11-16T18:17:03.97996Z",
    "2026-11-30T02:53:20.5+02:00, 2026-11-30T00:53:20.5Z",
    "2026-11-29T19:53:20-0500, 2026-11-30T00:53:20Z",
    "12.5, 1970-01-01T00:00:12.5Z",
    "0, 1970-01-01T00:00:00Z"
  })
  void timesAreExactToTheNanosecond(String written, Instant meant) throws UnusableLineException {
    assertThat(stamps.nanos(written)).isEqualTo(nanos(meant));
  }

  /** The JDK's own parser is the second way. */
  @Test
  void datesAreReadAsTheJdkReadsThem() throws UnusableLineException {
    SplittableRandom random = new SplittableRandom(1);
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSxxx", Locale.ROOT);
    for (int i = 0; i < 1000; i++) {
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(0, 8_000_000_000L), random.nextLong(1_000_000_000L));
      ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60));
      String written = format.format(instant.atOffset(zone));
      assertThat(stamps.nanos(written)).as(written).isEqualTo(nanos(instant));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "yesterday",
        "2026-13-40 00:00:00",
        "2026-11-30 0x:00",
        "1e99",
        "--5",
        "99999999999999999999999",
        "2026-11-30T00:53:20?"
      })
  void whatIsNoTimeIsRefused(String written) {
    assertThatThrownBy(() -> stamps.nanos(written)).isInstanceOf(UnusableLineException.class);
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
