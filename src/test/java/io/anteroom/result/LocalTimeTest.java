package io.anteroom.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.TIME_ZONE)
final class LocalTimeTest {
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Europe/Berlin", "Australia/Sydney", "America/St_Johns", "Asia/Kathmandu"})
  void itIsThatOfTheDefaultZone(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    OffsetDateTime now = LocalTime.now();
    assertThat(now.getOffset())
        .isEqualTo(ZoneId.of(zone).getRules().getOffset(now.toInstant()))
        .isEqualTo(LocalTime.clock().getZone());
  }
}
