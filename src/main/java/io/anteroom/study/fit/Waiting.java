package io.anteroom.study.fit;

import io.anteroom.study.fit.reader.Requests;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Takes the waiting for a room out of durations.
 *
 * @param requests with their holds
 * @param exact whether each request's wait was reconstructed; else only those are kept that found a
 *     free room
 * @param waited how many had waited
 */
record Waiting(Requests requests, boolean exact, long waited) {
  /** So many holds may come out as nothing before the order of arrival is not believed. */
  private static final double MOST_UNBELIEVABLE = 0.01;

  /**
   * That of requests to so many rooms. Served in the order of arrival, a request enters when it
   * comes, or when of those before it all but {@code rooms - 1} have left, whichever is later.
   */
  static Waiting of(Requests requests, int rooms) {
    long[] holds = new long[requests.size()];
    PriorityQueue<Long> latestEnds = new PriorityQueue<>();
    long unbelievable = 0;
    long waited = 0;
    for (int i = 0; i < requests.size(); i++) {
      long start = requests.start(i);
      boolean full = latestEnds.size() == rooms;
      long entry = full ? Math.max(start, latestEnds.element()) : start;
      holds[i] = requests.end(i) - entry;
      waited += entry > start ? 1 : 0;
      unbelievable += holds[i] <= 0 ? 1 : 0;
      latestEnds.add(requests.end(i));
      if (latestEnds.size() > rooms) {
        latestEnds.remove();
      }
    }
    if (unbelievable <= MOST_UNBELIEVABLE * requests.size()) {
      for (int i = 0; i < holds.length; i++) {
        holds[i] = Math.max(holds[i], 1);
      }
      return new Waiting(requests.withDurations(holds), true, waited);
    }
    return ofFreeRooms(requests, rooms);
  }

  /** In another order than that of arrival, the holds of those who found a room free are known. */
  private static Waiting ofFreeRooms(Requests requests, int rooms) {
    long[] starts = new long[requests.size()];
    long[] holds = new long[requests.size()];
    PriorityQueue<Long> ends = new PriorityQueue<>();
    int kept = 0;
    for (int i = 0; i < requests.size(); i++) {
      long start = requests.start(i);
      while (!ends.isEmpty() && ends.element() <= start) {
        ends.remove();
      }
      if (ends.size() < rooms) {
        starts[kept] = start;
        holds[kept++] = requests.duration(i);
      }
      ends.add(requests.end(i));
    }
    return new Waiting(
        Requests.of(Arrays.copyOf(starts, kept), Arrays.copyOf(holds, kept)),
        false,
        requests.size() - kept);
  }
}
