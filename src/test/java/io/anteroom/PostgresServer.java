package io.anteroom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real server of PostgreSQL, for one test class: in a folder of its own, on a free port of this
 * machine. Needs Debian's package, or initdb and pg_ctl on the PATH; without them the tests that
 * ask for it are skipped, and say so.
 */
@SuppressWarnings("try") // Closing it waits for it.
public final class PostgresServer implements AutoCloseable {
  /** The superuser's. */
  public static final String USER = "anteroom";

  /** It is checked: the server asks for it. */
  public static final String PASSWORD = "hush-hush";

  /** The driver's property: where it looks for passwords. */
  private static final String PASSWORD_FILE = "org.postgresql.pgpassfile";

  private static final int MOST_SECONDS = 120;

  private final Path folder;
  private final Path programs;
  private final int port;
  private final List<String> addresses;

  private PostgresServer(Path folder, Path programs, int port, List<String> addresses) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
    this.addresses = addresses;
  }

  /** Whether there are its programs on this machine. */
  public static boolean installed() {
    return programs() != null;
  }

  /** Starts one; aborts the test, loudly, where there is no PostgreSQL. */
  public static PostgresServer start() throws IOException, InterruptedException {
    return start(List.of());
  }

  /** Starts one that listens on more addresses of this machine than the usual one. */
  public static PostgresServer start(List<String> more) throws IOException, InterruptedException {
    Path programs = programs();
    if (programs == null) {
      System.err.println("NOT TESTED: there is no PostgreSQL here (apt-get install postgresql)");
      Assumptions.abort("no PostgreSQL");
    }
    Path folder = Files.createTempDirectory("anteroom-postgres-");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> addresses = new ArrayList<>(List.of("127.0.0.1"));
    addresses.addAll(more);
    PostgresServer server = new PostgresServer(folder, programs, port, addresses);
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    if (asRoot()) {
      execute(List.of("chown", "-R", "postgres", folder.toString()));
    }
    server.asServer(
        "initdb",
        "-D",
        server.data(),
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        "--pwfile=" + password,
        "--no-sync");
    for (String address : more) {
      Files.writeString(
          folder.resolve("data/pg_hba.conf"),
          "host all all " + address + "/24 scram-sha-256\n",
          StandardOpenOption.APPEND);
    }
    server.up();
    return server;
  }

  private static @Nullable Path programs() {
    List<Path> places = new ArrayList<>();
    for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      places.add(Path.of(place));
    }
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      versions
          .map(version -> version.resolve("bin"))
          .sorted(Comparator.reverseOrder())
          .forEach(places::add);
    } catch (IOException none) {
      // Then it is on the PATH, or nowhere.
    }
    return places.stream()
        .filter(place -> Files.isExecutable(place.resolve("initdb")))
        .filter(place -> Files.isExecutable(place.resolve("pg_ctl")))
        .findFirst()
        .orElse(null);
  }

  private static boolean asRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Where its database {@code postgres} is, for a driver. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** The process that has started all its others. */
  public long processId() throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
  }

  /** A file whose first line is the password. */
  public Path passwordFile() {
    return folder.resolve("password");
  }

  /** Lets the driver find the password in this process, until the server is closed. */
  public void tellPassword() throws IOException {
    Path known = folder.resolve("pgpass");
    Files.writeString(known, "127.0.0.1:" + port + ":*:*:" + PASSWORD + "\n");
    System.setProperty(PASSWORD_FILE, known.toString());
  }

  /** A connection for a test to look around. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url() + "?ApplicationName=test", USER, PASSWORD);
  }

  /** Starts it again after {@link #down}. */
  public void up() throws IOException, InterruptedException {
    String options =
        "-p %d -k %s -c listen_addresses=%s -c fsync=off"
            .formatted(port, folder, String.join(",", addresses));
    asServer("pg_ctl", "-D", data(), "-o", options, "-w", "-l", folder + "/log", "start");
  }

  /** Takes encrypted connections only from now on, and shows them a certificate. */
  public void encrypt(SelfSigned certificate) throws IOException, InterruptedException {
    Path key = folder.resolve("data/server.key");
    certificate.writeKey(key);
    certificate.writeCertificate(folder.resolve("data/server.crt"));
    if (asRoot()) {
      execute(List.of("chown", "postgres", key.toString()));
    }
    Path access = folder.resolve("data/pg_hba.conf");
    Files.writeString(access, Files.readString(access).replaceAll("(?m)^host ", "hostssl "));
    Files.writeString(
        folder.resolve("data/postgresql.conf"), "ssl = on\n", StandardOpenOption.APPEND);
    down();
    up();
  }

  /** Stops it at once; connections break. */
  public void down() throws IOException, InterruptedException {
    asServer("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
  }

  private void asServer(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (asRoot()) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    execute(command);
  }

  private static void execute(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("anteroom-postgres-", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(command + " failed:\n" + Files.readString(log));
    }
    Files.delete(log);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    System.clearProperty(PASSWORD_FILE);
    try {
      if (Files.exists(folder.resolve("data/postmaster.pid"))) {
        down();
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
