package io.anteroom.modes.connection;

import io.anteroom.modes.clock.NanoClock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * Connections to nothing: each says that it is valid and does as it is told, and none answers SQL.
 * What a run with them costs is the pool's.
 */
public final class StubConnections implements Connections {
  private final NanoClock clock;
  private final long roundTripNanos;

  /** Connections that are opened and tested in that time; 0 or less: at once. */
  public StubConnections(NanoClock clock, long roundTripNanos) {
    this.clock = clock;
    this.roundTripNanos = roundTripNanos;
  }

  @Override
  public Connection open() {
    goThereAndBack();
    return (Connection)
        Proxy.newProxyInstance(
            StubConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new StubConnection());
  }

  /** Whoever is interrupted meanwhile is so afterwards. */
  private void goThereAndBack() {
    if (roundTripNanos > 0) {
      try {
        clock.sleepNanos(roundTripNanos);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** One connection. Its state is volatile: pools hand connections from thread to thread. */
  private final class StubConnection implements InvocationHandler {
    private static final Object[] NOTHING = {};

    private volatile boolean closed;
    private volatile boolean autoCommit = true;

    @Override
    @SuppressWarnings("ReferenceEquality") // A connection is equal to itself alone.
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] givenArguments)
        throws SQLFeatureNotSupportedException {
      Object[] arguments = givenArguments == null ? NOTHING : givenArguments;
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        case "toString" -> "stub connection " + System.identityHashCode(proxy);
        case "close", "abort" -> close();
        case "isClosed" -> closed;
        case "isValid" -> isValid();
        case "setAutoCommit" -> setAutoCommit((boolean) arguments[0]);
        case "getAutoCommit" -> autoCommit;
        case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
        case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(proxy);
        case "unwrap" -> ((Class<?>) arguments[0]).cast(proxy);
        default -> other(method);
      };
    }

    private boolean isValid() {
      goThereAndBack();
      return !closed;
    }

    private @Nullable Object close() {
      closed = true;
      return null;
    }

    private @Nullable Object setAutoCommit(boolean newAutoCommit) {
      autoCommit = newAutoCommit;
      return null;
    }

    private static @Nullable Object other(Method method) throws SQLFeatureNotSupportedException {
      Class<?> answer = method.getReturnType();
      if (AutoCloseable.class.isAssignableFrom(answer)) {
        throw new SQLFeatureNotSupportedException("a stub connection answers no SQL");
      }
      return answer == boolean.class ? (Object) false : answer == int.class ? (Object) 0 : null;
    }
  }
}
