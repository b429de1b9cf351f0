package io.anteroom.measure.threads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows the carriers of a JVM from look to look. A look is what {@code Thread.print} prints: on
 * every JDK it tells which virtual thread is on which carrier, and the carrier's processor time.
 * Confined to one thread.
 *
 * <p>In one look a carrier may be caught while its virtual thread waits for an instant, for example
 * for a lock of the scheduler itself. So a carrier is held when the same virtual thread is on it in
 * two looks and it used less than a hundredth of the time between them. Who stops to compute, or
 * begins to, begins anew.
 */
public final class CarrierTracker {
  private static final String WORKER = "-worker-";
  private static final double NO_SHARE = 0.01;

  private final Set<String> schedulers = new HashSet<>();
  private final Map<Long, Ride> rides = new HashMap<>();
  private final Map<Long, DumpedThread> last = new HashMap<>();
  private long lastNanos;
  private CarriersNow now = CarriersNow.UNKNOWN;

  /** Since when a virtual thread has computed on a carrier, or has waited on it. */
  private record Ride(long rider, boolean computed, long sinceNanos) {}

  /**
   * Takes in a look.
   *
   * @param nanos when it was made, on any clock that does not go back
   */
  public void look(long nanos, ThreadDump print) {
    Map<Long, DumpedThread> riders =
        print.threads().stream()
            .filter(thread -> thread.virtual() && thread.carrier() != DumpedThread.NONE)
            .collect(
                Collectors.toMap(DumpedThread::carrier, thread -> thread, (one, other) -> one));
    List<DumpedThread> carriers = carriers(print, riders.keySet());
    List<CarrierHeld> riding = new ArrayList<>();
    int busy = 0;
    for (DumpedThread carrier : carriers) {
      boolean computed = usedProcessor(carrier, nanos);
      busy += computed ? 1 : 0;
      DumpedThread rider = riders.get(carrier.id());
      if (rider == null) {
        rides.remove(carrier.id());
      } else {
        riding.add(held(carrier, rider, nanos, computed));
      }
    }
    riding.sort(Comparator.comparingLong(CarrierHeld::nanos).reversed());
    now = new CarriersNow(carriers.size(), riding, busy);
    last.clear();
    carriers.forEach(carrier -> last.put(carrier.id(), carrier));
    rides.keySet().retainAll(last.keySet());
    lastNanos = nanos;
  }

  private CarrierHeld held(DumpedThread carrier, DumpedThread rider, long nanos, boolean computed) {
    Ride ride = rides.get(carrier.id());
    if (ride == null || ride.rider() != rider.id()) {
      ride = new Ride(rider.id(), computed, nanos);
      rides.put(carrier.id(), ride);
    } else if (ride.computed() != computed) {
      ride = new Ride(rider.id(), computed, lastNanos);
      rides.put(carrier.id(), ride);
    }
    long rodeNanos = nanos - ride.sinceNanos();
    return new CarrierHeld(carrier.name(), rider, rodeNanos, rodeNanos > 0 && !computed);
  }

  /** Carriers are numbered workers of a scheduler: who has seen one at work knows them all. */
  private List<DumpedThread> carriers(ThreadDump print, Set<Long> carrying) {
    for (DumpedThread thread : print.threads()) {
      String scheduler = scheduler(thread);
      if (scheduler != null && (carrying.contains(thread.id()) || runsVirtualThreads(thread))) {
        schedulers.add(scheduler);
      }
    }
    return print.threads().stream()
        .filter(thread -> !thread.virtual())
        .filter(
            thread -> {
              String scheduler = scheduler(thread);
              return carrying.contains(thread.id())
                  || (scheduler != null && schedulers.contains(scheduler));
            })
        .toList();
  }

  private static @Nullable String scheduler(DumpedThread thread) {
    int worker = thread.name().lastIndexOf(WORKER);
    return worker < 0 || thread.virtual() ? null : thread.name().substring(0, worker);
  }

  private static boolean runsVirtualThreads(DumpedThread thread) {
    return thread.has(
        frame ->
            frame.type().equals("java.lang.VirtualThread")
                && frame.method().equals("runContinuation"));
  }

  private boolean usedProcessor(DumpedThread carrier, long nanos) {
    DumpedThread before = last.get(carrier.id());
    return before != null
        && carrier.cpuNanos() - before.cpuNanos() > NO_SHARE * (nanos - lastNanos);
  }

  /** What the last look showed. */
  public CarriersNow now() {
    return now;
  }
}
