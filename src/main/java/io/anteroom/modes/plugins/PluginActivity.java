package io.anteroom.modes.plugins;

import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.spi.RoomCall;

/** What persons do in their rooms, of the user's own: whatever it throws ends the run. */
final class PluginActivity implements RoomActivity {
  private final PluginCalls failures;
  private final RoomCall call;
  private volatile boolean closing;

  PluginActivity(PluginCalls failures, RoomCall call) {
    this.failures = failures;
    this.call = call;
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException {
    try {
      call.perform(Math.max(holdNanos, 0));
    } catch (Throwable failure) {
      throw failures.during("perform", failure, closing);
    }
  }

  @Override
  public void close() {
    closing = true;
    failures.closing(call::close);
  }
}
