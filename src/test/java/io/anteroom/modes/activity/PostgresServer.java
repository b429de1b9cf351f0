package io.anteroom.modes.activity;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of one test class: in a folder of its own, on a port of its own. */
final class PostgresServer implements Closeable {
  static final String USER = "anteroom";
  static final String PASSWORD = "correct-horse";

  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final String SYSTEM_USER = "postgres";

  private final Path bin;
  private final Path folder;
  private final int port;

  private PostgresServer(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  /** Starts one, or skips the test where no server is installed, and says so. */
  static PostgresServer start() throws Exception {
    Path bin = bin();
    if (bin == null) {
      System.err.println(
          "NOT TESTED: PostgreSQL is not installed, so its tests are skipped;"
              + " apt-get install postgresql");
    }
    assumeTrue(bin != null, "PostgreSQL is not installed");
    Path folder = Files.createTempDirectory("anteroom-postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path own = Files.createDirectory(folder.resolve("own"));
    Path password = Files.writeString(own.resolve("password"), PASSWORD + "\n");
    if (ROOT) {
      var users = folder.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(own, users.lookupPrincipalByName(SYSTEM_USER));
      Files.setOwner(password, users.lookupPrincipalByName(SYSTEM_USER));
    }
    PostgresServer server = new PostgresServer(Objects.requireNonNull(bin), own, freePort());
    server.call(
        "initdb", "-D", "data", "-U", USER, "-A", "scram-sha-256", "--pwfile=password", "-N");
    server.call(
        "pg_ctl",
        "-D",
        "data",
        "-l",
        "log",
        "-o",
        "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(server.port, own),
        "-w",
        "start");
    return server;
  }

  private static @Nullable Path bin() throws IOException {
    Path debian = Path.of("/usr/lib/postgresql");
    List<Path> bins = new ArrayList<>();
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(version -> version.resolve("bin")).forEach(bins::add);
      }
    }
    for (String folder : System.getenv("PATH").split(":", -1)) {
      bins.add(Path.of(folder));
    }
    return bins.stream()
        .filter(bin -> Files.isExecutable(bin.resolve("pg_ctl")))
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .findFirst()
        .orElse(null);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** PostgreSQL refuses to run as root. */
  private void call(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("runuser", "-u", SYSTEM_USER, "--"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    boolean ended = process.onExit().completeOnTimeout(null, 60, TimeUnit.SECONDS).join() != null;
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(command + ": " + Files.readString(folder.resolve("output")));
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  /** A connection for the test to look around. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", PASSWORD);
    properties.setProperty("ApplicationName", "test");
    return DriverManager.getConnection(url(), properties);
  }

  /** Ends it at once, as a crash would. */
  void kill() throws IOException {
    call("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop");
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder.resolve("data/postmaster.pid"))) {
      kill();
    }
    try (Stream<Path> files = Files.walk(folder.getParent())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
