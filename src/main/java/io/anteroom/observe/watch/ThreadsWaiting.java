package io.anteroom.observe.watch;

import io.anteroom.measure.threads.DumpedThread;
import io.anteroom.measure.threads.WaitingGroup;
import io.anteroom.measure.threads.WaitingThreads;
import org.jspecify.annotations.Nullable;

/** Writes who waits where as results do. */
final class ThreadsWaiting {
  private ThreadsWaiting() {}

  static ThreadsNow.Waiting of(WaitingThreads waits) {
    return new ThreadsNow.Waiting(
        waits.threads(), waits.groups().stream().map(ThreadsWaiting::place).toList());
  }

  private static ThreadsNow.Place place(WaitingGroup group) {
    @Nullable String owner = group.owner().map(DumpedThread::label).orElse(null);
    return new ThreadsNow.Place(
        group.cause().toString(),
        group.how() + (group.caller() == null ? "" : ", from " + group.caller()),
        group.threads().size(),
        group.virtualThreads(),
        group.lock(),
        owner);
  }
}
