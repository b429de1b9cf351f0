package io.anteroom.measure.flight;

import io.anteroom.measure.flight.CarrierHold.Kind;
import java.util.Optional;

/** Why a carrier was held, in words, where the JDK does not say it itself (before JDK 24). */
final class HoldReason {
  static final String INITIALISER_WAIT =
      "waiting in the VM, for another thread's class initialisation";
  private static final String NATIVE = "in a synchronized, native or VM frame";

  private HoldReason() {}

  static String of(Kind kind, CallStack stack) {
    return switch (kind) {
      case PINNED -> initialiser(stack).map(name -> "in " + name).orElse(NATIVE);
      case MONITOR_ENTER -> "entering a contended monitor";
      case MONITOR_WAIT ->
          topIs(stack, "java.lang.Object", "wait") ? "in Object.wait" : INITIALISER_WAIT;
    };
  }

  private static Optional<String> initialiser(CallStack stack) {
    return stack.frames().stream()
        .filter(frame -> frame.method().equals("<clinit>"))
        .findFirst()
        .map(Frame::name);
  }

  private static boolean topIs(CallStack stack, String type, String methodPrefix) {
    return !stack.frames().isEmpty()
        && stack.frames().get(0).type().equals(type)
        && stack.frames().get(0).method().startsWith(methodPrefix);
  }
}
