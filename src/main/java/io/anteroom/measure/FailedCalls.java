package io.anteroom.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls that failed, by kind. Safe for any number of threads. */
public final class FailedCalls {
  private static final int MOST_KINDS = 50;
  private static final String OTHER = "another kind of failure";

  private final ConcurrentMap<String, LongAdder> byKind = new ConcurrentHashMap<>();

  /** Counts one. Beyond fifty kinds they are not told apart. */
  public void add(String kind) {
    String counted = byKind.containsKey(kind) || byKind.size() < MOST_KINDS ? kind : OTHER;
    byKind.computeIfAbsent(counted, unseen -> new LongAdder()).increment();
  }

  /** How many there are, in the order of their kinds; exact when nobody counts any more. */
  public Map<String, Long> byKind() {
    Map<String, Long> counts = new TreeMap<>();
    byKind.forEach((kind, count) -> counts.put(kind, count.sum()));
    return counts;
  }
}
