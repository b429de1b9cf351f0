package io.anteroom.modes.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import org.junit.jupiter.api.Test;

/** What pools ask of a connection, a stub answers. */
final class StubConnectionsTest {
  @Test
  void aStubIsValidUntilItIsClosed() throws Exception {
    Connection stub = new StubConnections(new WallClock(), 0).open();
    assertThat(stub.isValid(1)).isTrue();
    assertThat(stub.isClosed()).isFalse();
    stub.close();
    assertThat(stub.isValid(1)).isFalse();
    assertThat(stub.isClosed()).isTrue();
  }

  @Test
  void aStubIsEqualToItselfAlone() {
    StubConnections connections = new StubConnections(new WallClock(), 0);
    Connection stub = connections.open();
    Object same = stub;
    assertThat(stub.equals(same)).isTrue();
    assertThat(stub).isNotEqualTo(connections.open());
    assertThat(stub.hashCode()).isEqualTo(stub.hashCode());
  }

  @Test
  void aStubDoesAsItIsTold() throws Exception {
    Connection stub = new StubConnections(new WallClock(), 0).open();
    stub.setAutoCommit(false);
    assertThat(stub.getAutoCommit()).isFalse();
    assertThat(stub.unwrap(Connection.class)).isSameAs(stub);
  }

  @Test
  void aStubAnswersNoSql() {
    assertThatThrownBy(
            () -> new StubConnections(new WallClock(), 0).open().createStatement().close())
        .isInstanceOf(SQLFeatureNotSupportedException.class);
  }
}
