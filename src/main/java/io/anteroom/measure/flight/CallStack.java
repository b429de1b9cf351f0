package io.anteroom.measure.flight;

import java.util.List;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/**
 * The stack of an event, top frame first. Immutable.
 *
 * @param truncated the recorder cut its root off (64 frames, unless {@code stackdepth} says more)
 */
public record CallStack(List<Frame> frames, boolean truncated) {
  /** The stack of an event that was recorded without one. */
  public static final CallStack NONE = new CallStack(List.of(), false);

  private static final Frame NO_FRAME = new Frame("(no stack)", "", -1);

  public CallStack {
    frames = List.copyOf(frames);
  }

  static CallStack of(@Nullable RecordedStackTrace trace) {
    if (trace == null) {
      return NONE;
    }
    List<RecordedFrame> frames = trace.getFrames();
    return new CallStack(frames.stream().map(Frame::of).toList(), trace.isTruncated());
  }

  /**
   * The frame to blame: the first from the top that is neither of the JDK nor skipped; the top
   * frame where there is none. The top frame itself is nearly always the JDK's own way of blocking.
   */
  public Frame cause(Predicate<Frame> skipped) {
    return frames.stream()
        .filter(frame -> !frame.isPlatform() && !skipped.test(frame))
        .findFirst()
        .orElse(frames.isEmpty() ? NO_FRAME : frames.getFirst());
  }

  /** Whether a method of the class, or of one nested in it, is on the stack. */
  public boolean passesThrough(String type) {
    return frames.stream()
        .anyMatch(frame -> frame.type().equals(type) || frame.type().startsWith(type + "$"));
  }

  /** Root first, as flame graphs want it: {@code root;...;top}. */
  public String collapsed() {
    if (frames.isEmpty()) {
      return NO_FRAME.name();
    }
    return String.join(";", frames.reversed().stream().map(Frame::name).toList());
  }
}
