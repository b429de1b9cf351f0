package io.anteroom.result;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a run took place.
 *
 * @param startedAt ISO-8601, with offset
 * @param flags the JVM's own options
 * @param processors as the JVM sees them
 * @param carriers carrier threads in use; in simulated time, threads that simulate
 * @param hostLoad the machine's load average of the last minute before the run; -1: not observable
 * @param busyWaiting whether the run reckoned with persons who keep the carriers busy: whoever
 *     slept in a room was woken by {@code Thread.sleep} instead of an alarm clock of ours, and the
 *     rehearsal was in mode {@code reentrant}; null: it was simulated, or is older than this
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
    double hostLoad,
    @Nullable Boolean busyWaiting) {
  /** Neither what the launcher tells of the terminal nor where a crash is told of. */
  private static final Pattern WITHOUT_EFFECT =
      Pattern.compile("-Danteroom\\.(?:terminal|colour|columns|rows|lifeline)=.*|-XX:ErrorFile=.*");

  /** The same place, of a run that reckoned with persons who keep the carriers busy, or did not. */
  public Environment withBusyWaiting(boolean reckonedWith) {
    return new Environment(
        anteroom,
        startedAt,
        jdk,
        vm,
        os,
        flags,
        collector,
        heapBytes,
        processors,
        carriers,
        hostLoad,
        reckonedWith);
  }

  /** The options that may change what is measured, as one text; empty if there are none. */
  public String flagsThatMatter() {
    return flags.stream()
        .filter(flag -> !WITHOUT_EFFECT.matcher(flag).matches())
        .collect(Collectors.joining(" "));
  }
}
