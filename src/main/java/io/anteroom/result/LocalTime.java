package io.anteroom.result;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/**
 * The time on the wall. It takes the offset that the JVM's default zone has now from {@link
 * TimeZone}: to make a {@link ZoneId} with all its rules takes 10 ms of a start.
 */
public final class LocalTime {
  private LocalTime() {}

  /** Now, with the offset from UTC. */
  public static OffsetDateTime now() {
    return OffsetDateTime.now(clock());
  }

  /** Tells the local time; for now, since summer time may begin or end later. */
  public static Clock clock() {
    int millis = TimeZone.getDefault().getOffset(System.currentTimeMillis());
    return Clock.system(ZoneOffset.ofTotalSeconds((int) TimeUnit.MILLISECONDS.toSeconds(millis)));
  }
}
