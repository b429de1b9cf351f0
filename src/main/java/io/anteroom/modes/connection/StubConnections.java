package io.anteroom.modes.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * Connections to nothing: each says at once that it is valid and does as it is told, and none
 * answers SQL. What a run with them costs is the pool's.
 */
public final class StubConnections implements Connections {
  @Override
  public Connection open() {
    return (Connection)
        Proxy.newProxyInstance(
            StubConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new StubConnection());
  }

  /** One connection. Its state is volatile: pools hand connections from thread to thread. */
  private static final class StubConnection implements InvocationHandler {
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
        case "isValid" -> !closed;
        case "setAutoCommit" -> setAutoCommit((boolean) arguments[0]);
        case "getAutoCommit" -> autoCommit;
        case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
        case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(proxy);
        case "unwrap" -> ((Class<?>) arguments[0]).cast(proxy);
        default -> other(method);
      };
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
