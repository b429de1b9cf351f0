package io.anteroom.result;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a run took place.
 *
 * @param startedAt ISO-8601, with offset
 * @param flags the JVM's own options
 * @param processors as the JVM sees them
 * @param carriers carrier threads in use; in simulated time, threads that simulate
 * @param hostLoad the machine's load average of the last minute before the run; -1: not observable
 */
public record Environment(
    String anteroom,
    String startedAt,
    String jdk,
    String vm,
    String os,
    List<String> flags,
    String collector,
    long heapBytes,
    int processors,
    int carriers,
    double hostLoad) {
  /** Neither what the launcher tells of the terminal nor where a crash is told of. */
  private static final Pattern WITHOUT_EFFECT =
      Pattern.compile("-Danteroom\\.(?:terminal|colour|columns|rows|lifeline)=.*|-XX:ErrorFile=.*");

  /** The options that may change what is measured, as one text; empty if there are none. */
  public String flagsThatMatter() {
    return flags.stream()
        .filter(flag -> !WITHOUT_EFFECT.matcher(flag).matches())
        .collect(Collectors.joining(" "));
  }
}
