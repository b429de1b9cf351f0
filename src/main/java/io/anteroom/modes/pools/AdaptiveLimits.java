package io.anteroom.modes.pools;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import com.netflix.concurrency.limits.limit.VegasLimit;
import com.netflix.concurrency.limits.limiter.BlockingLimiter;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.PoolKey;
import java.time.Duration;

/**
 * Netflix's concurrency limits: permits whose number follows how long visits stay. At most as many
 * are lent as there are rooms.
 */
final class AdaptiveLimits {
  private static final int USUAL_INITIAL_LIMIT = 20;

  private AdaptiveLimits() {}

  static LockingMode vegas(Premises premises) {
    Libraries.keepQuiet();
    int rooms = premises.rooms().size();
    return open(
        premises,
        VegasLimit.newBuilder().initialLimit(initialLimit(premises)).maxConcurrency(rooms).build());
  }

  static LockingMode gradient(Premises premises) {
    Libraries.keepQuiet();
    int rooms = premises.rooms().size();
    return open(
        premises,
        Gradient2Limit.newBuilder()
            .initialLimit(initialLimit(premises))
            .minLimit(Math.min(USUAL_INITIAL_LIMIT, initialLimit(premises)))
            .maxConcurrency(rooms)
            .build());
  }

  private static int initialLimit(Premises premises) {
    int usual = Math.min(USUAL_INITIAL_LIMIT, premises.rooms().size());
    return premises.scenario().locking().pool().count(PoolKey.INITIAL_LIMIT).orElse(usual);
  }

  private static LockingMode open(Premises premises, Limit limit) {
    SimpleLimiter<Void> limiter = SimpleLimiter.newBuilder().limit(limit).build();
    long millis = Timeouts.millis(premises, 0);
    BlockingLimiter<Void> blocking =
        millis == 0
            ? BlockingLimiter.wrap(limiter)
            : BlockingLimiter.wrap(limiter, Duration.ofMillis(millis));
    return new LentPermits(
        premises, () -> blocking.acquire(null).map(AdaptiveLimits::permit).orElse(null));
  }

  private static LentPermits.Permit permit(Limiter.Listener listener) {
    return stayed -> {
      if (stayed) {
        listener.onSuccess();
      } else {
        listener.onIgnore();
      }
    };
  }
}
