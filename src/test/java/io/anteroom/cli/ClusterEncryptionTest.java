package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.PostgresServer;
import io.anteroom.SelfSigned;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver's settings for encryption pass through; the server takes nothing else here. */
class ClusterEncryptionTest {
  @TempDir private static Path folder;

  private static PostgresServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException, GeneralSecurityException {
    server = PostgresServer.start();
    SelfSigned ours = SelfSigned.make(folder);
    ours.writeCertificate(folder.resolve("ours.crt"));
    SelfSigned.make(folder).writeCertificate(folder.resolve("others.crt"));
    server.encrypt(ours);
    server.tellPassword();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  private static CommandLineRun cluster(String settings) {
    return CommandLineRun.of("cluster", "--cluster", ClusterPrograms.url(server) + "&" + settings);
  }

  private static String verifying(String root) {
    return "sslmode=verify-full&sslrootcert=" + folder.resolve(root);
  }

  @Test
  void aConnectionIsEncryptedWhereItIsAskedFor() {
    CommandLineRun run = cluster("sslmode=require");
    assertThat(run.code()).as(run.err()).isZero();
    CommandLineRun known = cluster(verifying("ours.crt"));
    assertThat(known.code()).as(known.err()).isZero();
  }

  @Test
  void aServerThatIsNotTheOneIsRefused() {
    CommandLineRun run = cluster(verifying("others.crt"));
    run.assertRefused();
    assertThat(run.err()).contains("sslrootcert");
  }

  @Test
  void aServerThatWantsEncryptionSaysSo() {
    CommandLineRun run = cluster("sslmode=disable");
    run.assertRefused();
    assertThat(run.err()).contains("no encryption", "sslmode=require");
  }
}
