package io.anteroom.measure.flight;

import java.util.Objects;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * The thread of an event, as far as the recording tells.
 *
 * <p>On JDK 21 {@code getThread()} is null for many events of virtual threads while a stream is
 * live; it is there in the file of a dump. Then the root of the stack decides: a virtual thread
 * runs inside a continuation. Where the root was cut off nothing can be said.
 *
 * @param name null where the recording has no thread or the thread has no name
 * @param id the Java thread id; -1 where the recording has no thread
 */
public record SeenThread(Kind kind, @Nullable String name, long id) {
  public enum Kind {
    VIRTUAL,
    PLATFORM,
    UNDECIDED
  }

  private static final String CONTINUATION = "jdk.internal.vm.Continuation";

  static SeenThread of(RecordedEvent event, CallStack stack) {
    RecordedThread thread = event.getThread();
    if (thread == null) {
      return new SeenThread(kindByStack(stack), null, -1);
    }
    String name = thread.getJavaName();
    return new SeenThread(
        thread.isVirtual() ? Kind.VIRTUAL : Kind.PLATFORM,
        Objects.requireNonNullElse(name, "").isEmpty() ? null : name,
        thread.getJavaThreadId());
  }

  private static Kind kindByStack(CallStack stack) {
    if (stack.passesThrough(CONTINUATION)) {
      return Kind.VIRTUAL;
    }
    return stack.frames().isEmpty() || stack.truncated() ? Kind.UNDECIDED : Kind.PLATFORM;
  }
}
