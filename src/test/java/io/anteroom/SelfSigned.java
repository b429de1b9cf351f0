package io.anteroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key and its certificate for 127.0.0.1 that nobody but itself has signed, of this JDK's make.
 */
public final class SelfSigned {
  private static final String STORE_PASSWORD = "of-no-importance";

  private final byte[] key;
  private final byte[] certificate;

  private SelfSigned(byte[] key, byte[] certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /**
   * Makes one.
   *
   * @param folder for what {@code keytool} leaves
   */
  public static SelfSigned make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = Files.createTempDirectory(folder, "key").resolve("store.p12");
    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(code).as("keytool").isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
    return new SelfSigned(
        keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded(),
        keys.getCertificate("server").getEncoded());
  }

  /** Writes the key, for its owner's eyes only. */
  void writeKey(Path file) throws IOException {
    Files.writeString(file, pem("PRIVATE KEY", key));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Writes the certificate. */
  public void writeCertificate(Path file) throws IOException {
    Files.writeString(file, pem("CERTIFICATE", certificate));
  }

  private static String pem(String what, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what);
  }
}
