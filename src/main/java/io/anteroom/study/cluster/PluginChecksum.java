package io.anteroom.study.cluster;

import io.anteroom.study.cell.Jvm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which plugins a JVM knows, as a checksum (SHA-256) of the names and bytes of all files in their
 * folders: plugins do not travel, so a worker needs the same ones, wherever they lie there.
 */
final class PluginChecksum {
  private static final String OPTION = "-D" + Jvm.PLUGINS + "=";

  private PluginChecksum() {}

  /**
   * The checksum of the plugins that a JVM with these options knows; null: it knows none.
   *
   * @throws ClusterException if they can't be read
   */
  static @Nullable String of(List<String> jvmArguments) {
    List<Path> folders =
        jvmArguments.stream()
            .filter(PluginChecksum::names)
            .flatMap(
                option -> Stream.of(option.substring(OPTION.length()).split(File.pathSeparator)))
            .map(Path::of)
            .toList();
    try {
      return folders.isEmpty() ? null : ofFolders(folders);
    } catch (IOException | UncheckedIOException unread) {
      throw new ClusterException("--plugins: can't read a file of " + folders + ": " + unread);
    }
  }

  /** These options, but for the one that names plugins: its folders are this machine's. */
  static List<String> without(List<String> jvmArguments) {
    return jvmArguments.stream().filter(option -> !names(option)).toList();
  }

  private static boolean names(String option) {
    return option.startsWith(OPTION);
  }

  private static String ofFolders(List<Path> folders) throws IOException {
    MessageDigest all = sha256();
    for (String folder : sorted(folders)) {
      all.update(folder.getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(all.digest());
  }

  /** In whichever order they were named. */
  private static List<String> sorted(List<Path> folders) throws IOException {
    String[] each = new String[folders.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = ofFolder(folders.get(i));
    }
    return Stream.of(each).sorted().toList();
  }

  private static String ofFolder(Path folder) throws IOException {
    MessageDigest digest = sha256();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        digest.update((name + '\0').getBytes(StandardCharsets.UTF_8));
        digest.update(sha256().digest(Files.readAllBytes(file)));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has it", impossible);
    }
  }
}
