package io.anteroom.modes.activity;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A database that answers as a test tells it to. For one thread at a time. */
final class FakeDatabase implements AutoCloseable {
  static final String URL = "jdbc:fake:";

  /** What happens to one connection or to one statement. */
  @FunctionalInterface
  interface Answer {
    void give() throws Throwable;
  }

  /** What the next attempts to connect meet; where there is no more, they succeed. */
  final Queue<Answer> connects = new ArrayDeque<>();

  /** What the next statements meet; where there is no more, they succeed. */
  final Queue<Answer> executions = new ArrayDeque<>();

  /** The holds of all statements that were executed, in seconds; -1 where there was none. */
  final List<Double> holds = new ArrayList<>();

  /** Connections that were opened. */
  int opened;

  /** Connections that are open. */
  int open;

  /** Statements that are open. */
  int openStatements;

  /** Whether a connection that is closed says that it can't be. */
  boolean stuck;

  private final Driver driver =
      fake(
          Driver.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "acceptsURL" -> arguments[0].equals(URL);
                case "connect" -> arguments[0].equals(URL) ? connect() : null;
                case "hashCode" -> System.identityHashCode(proxy);
                case "toString" -> URL;
                default -> throw new UnsupportedOperationException(method.getName());
              });

  private FakeDatabase() {}

  static FakeDatabase start() throws SQLException {
    FakeDatabase database = new FakeDatabase();
    DriverManager.registerDriver(database.driver);
    return database;
  }

  static Answer failing(Throwable failure) {
    return () -> {
      throw failure;
    };
  }

  private static void meet(Queue<Answer> answers) throws Throwable {
    Answer next = answers.poll();
    if (next != null) {
      next.give();
    }
  }

  private Connection connect() throws SQLException {
    try {
      meet(connects);
    } catch (SQLException refusal) {
      throw refusal;
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
    opened++;
    open++;
    return fake(
        Connection.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "prepareStatement" -> statement((String) arguments[0]);
              case "close" -> closeConnection();
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private @Nullable Object closeConnection() throws SQLException {
    open--;
    if (stuck) {
      throw new SQLException("stuck");
    }
    return null;
  }

  private PreparedStatement statement(String sql) {
    openStatements++;
    double[] hold = {-1};
    int parameters = Math.toIntExact(sql.chars().filter(character -> character == '?').count());
    return fake(
        PreparedStatement.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getParameterMetaData" ->
                  fake(ParameterMetaData.class, (meta, count, none) -> parameters);
              case "setDouble" -> {
                hold[0] = (double) arguments[1];
                yield null;
              }
              case "execute" -> {
                holds.add(hold[0]);
                meet(executions);
                yield true;
              }
              case "close" -> {
                openStatements--;
                yield null;
              }
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            FakeDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(driver);
  }
}
