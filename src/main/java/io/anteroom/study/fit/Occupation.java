package io.anteroom.study.fit;

import io.anteroom.study.fit.reader.Requests;
import io.avaje.jsonb.Json;
import java.util.PriorityQueue;

/**
 * How many requests were in flight at once.
 *
 * @param mean over time, from the first start to the last one
 * @param most at any moment
 */
@Json
public record Occupation(double mean, long most) {
  /** That of these requests. */
  public static Occupation of(Requests requests) {
    PriorityQueue<Long> ends = new PriorityQueue<>();
    double area = 0;
    long span = requests.spanNanos();
    long most = 0;
    for (int i = 0; i < requests.size(); i++) {
      long start = requests.start(i);
      while (!ends.isEmpty() && ends.element() <= start) {
        ends.remove();
      }
      ends.add(requests.end(i));
      most = Math.max(most, ends.size());
      area += Math.min(requests.end(i), span) - start;
    }
    return new Occupation(span == 0 ? most : area / span, most);
  }
}
