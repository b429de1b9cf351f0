package io.anteroom.cli;

import io.anteroom.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database for all tests of a class, and programs of a cluster for each. */
abstract class ClusterSetUp {
  static PostgresServer server;

  @TempDir Path folder;

  ClusterPrograms programs;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = PostgresServer.start();
    server.tellPassword();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void begin() {
    programs = new ClusterPrograms(server, folder);
  }

  @AfterEach
  void end() throws InterruptedException, SQLException {
    programs.close();
  }
}
