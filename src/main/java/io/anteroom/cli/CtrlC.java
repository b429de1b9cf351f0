package io.anteroom.cli;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Until it is released, Ctrl-C (or a polite kill) does not end the process: the run is told to end,
 * and the process goes on until what there is has been kept. A second one ends it at once.
 *
 * <p>A shutdown hook would not do: while the JVM shuts down, the flight recorder's own hook ends
 * every recording, and nothing of this one could be kept. The JDK's module {@code jdk.unsupported}
 * has the signals (JEP 260); where it is missing, or the JVM leaves signals alone ({@code -Xrs}),
 * Ctrl-C ends the process as usual.
 */
final class CtrlC {
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private final Runnable end;
  private final AtomicBoolean ending = new AtomicBoolean();
  private final List<Before> before = new ArrayList<>();

  /** A signal, and what handled it before. */
  private record Before(Object signal, Object handler) {}

  /**
   * Does the work, and as long as it goes on, Ctrl-C tells it to end.
   *
   * @param end tells the work to end, and returns at once
   */
  static <T, E extends Exception> T during(Runnable end, Work<T, E> work)
      throws E, IOException, InterruptedException {
    CtrlC ctrlC = new CtrlC(end);
    try {
      return work.run();
    } finally {
      ctrlC.release();
    }
  }

  /** From now on; {@code end} tells the run to end, and returns at once. */
  CtrlC(Runnable end) {
    this.end = end;
    try {
      InvocationHandler handle = this::handle;
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              CtrlC.class.getClassLoader(), new Class<?>[] {handlerType}, handle);
      for (String name : SIGNALS) {
        Object signal = signalType().getConstructor(String.class).newInstance(name);
        before.add(new Before(signal, install(signal, handler)));
      }
    } catch (ReflectiveOperationException notHere) {
      // Then it is as usual.
    }
  }

  private static Class<?> signalType() throws ClassNotFoundException {
    return Class.forName("sun.misc.Signal");
  }

  /** Returns what handled the signal before. */
  private static Object install(Object signal, Object handler) throws ReflectiveOperationException {
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    return signalType()
        .getMethod("handle", signalType(), handlerType)
        .invoke(null, signal, handler);
  }

  private @Nullable Object handle(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "handle" -> {
        if (!ending.compareAndSet(false, true)) {
          Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        end.run();
        yield null;
      }
      case "hashCode" -> hashCode(proxy);
      case "equals" -> arguments != null && hashCode(arguments[0]) == hashCode(proxy);
      default -> "Ctrl-C";
    };
  }

  private static int hashCode(@Nullable Object object) {
    return System.identityHashCode(object);
  }

  /** What there was to keep has been kept: Ctrl-C does what it did before. */
  void release() {
    for (Before one : before) {
      try {
        Object unused = install(one.signal, one.handler);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    before.clear();
  }
}
