package io.anteroom.bench.peer;

import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import java.util.Locale;
import java.util.Map;

/**
 * What a peer says of one round, as a line of JSON.
 *
 * @param round from 0, the cold one
 * @param cpuNanos processor time of the process during the round, in user mode and in the kernel
 * @param processCpuNanos the same from the start of the process to the end of the round
 * @param recorded visits in its histograms
 */
public record Round(
    int round,
    long visits,
    long cpuNanos,
    long processCpuNanos,
    long wallNanos,
    long waitP50Nanos,
    long waitP99Nanos,
    long recorded) {
  private static final Jsonb JSON = Jsonb.builder().build();

  /** Reads a line that a peer has printed. */
  static Round read(String line) {
    Map<String, Long> figures =
        JSON.<Map<String, Long>>type(Types.mapOf(Long.class)).fromJson(line);
    return new Round(
        Math.toIntExact(figure(figures, "round")),
        figure(figures, "visits"),
        figure(figures, "cpuNanos"),
        figure(figures, "processCpuNanos"),
        figure(figures, "wallNanos"),
        figure(figures, "waitP50Nanos"),
        figure(figures, "waitP99Nanos"),
        figure(figures, "recorded"));
  }

  private static long figure(Map<String, Long> figures, String name) {
    Long figure = figures.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("no " + name + " in " + figures);
    }
    return figure;
  }

  /** The line that a peer written here prints. */
  String line() {
    return String.format(
        Locale.ROOT,
        "{\"round\":%d,\"visits\":%d,\"cpuNanos\":%d,\"processCpuNanos\":%d,\"wallNanos\":%d,"
            + "\"waitP50Nanos\":%d,\"waitP99Nanos\":%d,\"recorded\":%d}",
        round,
        visits,
        cpuNanos,
        processCpuNanos,
        wallNanos,
        waitP50Nanos,
        waitP99Nanos,
        recorded);
  }
}
