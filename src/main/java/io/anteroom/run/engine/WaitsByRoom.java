package io.anteroom.run.engine;

import io.anteroom.result.FlightReport.RoomWaits;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Adds up the events of waits by the room that was entered. Confined to the stream's thread until
 * that has ended.
 */
final class WaitsByRoom {
  private static final int MOST_ROOMS = 100;

  private final long[] counts;
  private final long[] nanos;
  private final long[] largestNanos;

  WaitsByRoom(int rooms) {
    this.counts = new long[rooms];
    this.nanos = new long[rooms];
    this.largestNanos = new long[rooms];
  }

  void add(RecordedEvent event) {
    int room = event.getInt("room") - 1;
    long waitNanos = event.getDuration().toNanos() + event.getLong("lateness");
    counts[room]++;
    nanos[room] += waitNanos;
    largestNanos[room] = Math.max(largestNanos[room], waitNanos);
  }

  /** The rooms with the most waiting before them. */
  List<RoomWaits> worst() {
    return IntStream.range(0, counts.length)
        .filter(room -> counts[room] > 0)
        .mapToObj(room -> new RoomWaits(room + 1, counts[room], nanos[room], largestNanos[room]))
        .sorted(Comparator.comparingLong(RoomWaits::nanos).reversed())
        .limit(MOST_ROOMS)
        .toList();
  }
}
