package io.anteroom.observe.watch;

import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.DumpedThread;
import io.anteroom.measure.threads.ThreadDump;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * For how long no virtual thread has run: what may be a carrier has used no processor time.
 * Carriers that have never been seen at work are not known as such, so every worker of a fork-join
 * pool counts. Confined to one thread.
 */
final class Processor {
  private static final Pattern WORKER = Pattern.compile("ForkJoinPool-\\d+-worker-\\d+");

  /** A worker that is idle wakes up now and then, to see whether it should end. */
  private static final long NOTHING_NANOS = 1_000_000;

  private Map<Long, Long> last = Map.of();
  private long quietSinceNanos;
  private long lastNanos;
  private boolean looked;

  void look(long nanos, ThreadDump print, CarriersNow carriers) {
    Map<Long, Long> used = new HashMap<>();
    for (DumpedThread thread : print.threads()) {
      if (!thread.virtual() && WORKER.matcher(thread.name()).matches()) {
        used.put(thread.id(), thread.cpuNanos());
      }
    }
    boolean ran =
        carriers.busy() > 0
            || used.entrySet().stream()
                .anyMatch(
                    worker ->
                        worker.getValue() - last.getOrDefault(worker.getKey(), 0L) > NOTHING_NANOS);
    if (ran || !looked) {
      quietSinceNanos = nanos;
    }
    looked = true;
    last = used;
    lastNanos = nanos;
  }

  /** 0: something has run since the last look but one. */
  long quietNanos() {
    return lastNanos - quietSinceNanos;
  }
}
