package io.anteroom.result;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/**
 * The local time, by the offset that the JVM's default zone has now. {@link TimeZone} tells the
 * offset; a {@link ZoneId} with all its rules would take 10 ms of a start.
 */
public final class LocalTime {
  private LocalTime() {}

  /** Now, with the offset from UTC. */
  public static OffsetDateTime now() {
    return OffsetDateTime.now(clock());
  }

  /** A clock for use at once: its offset stays when summer time begins or ends. */
  public static Clock clock() {
    int millis = TimeZone.getDefault().getOffset(System.currentTimeMillis());
    return Clock.system(ZoneOffset.ofTotalSeconds((int) TimeUnit.MILLISECONDS.toSeconds(millis)));
  }
}
