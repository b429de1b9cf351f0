package io.anteroom.study.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginChecksumTest {
  @TempDir private Path folder;

  private Path plugins(String name, String jar, String bytes) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    Files.writeString(made.resolve(jar), bytes);
    return made;
  }

  private static @Nullable String checksum(Path... folders) {
    String joined =
        String.join(File.pathSeparator, List.of(folders).stream().map(Path::toString).toList());
    return PluginChecksum.of(List.of("-Xmx1g", "-Danteroom.plugins=" + joined));
  }

  @Test
  void theSameFilesHaveTheSameChecksumWhereverTheyLie() throws IOException {
    String one = checksum(plugins("one", "own.jar", "lock"));
    assertThat(one).hasSize(64);
    assertThat(checksum(plugins("other", "own.jar", "lock"))).isEqualTo(one);
    assertThat(checksum(plugins("renamed", "own2.jar", "lock"))).isNotEqualTo(one);
    assertThat(checksum(plugins("changed", "own.jar", "luck"))).isNotEqualTo(one);
    Path more = plugins("more", "own.jar", "lock");
    Files.writeString(more.resolve("second.jar"), "");
    assertThat(checksum(more)).isNotEqualTo(one);
  }

  @Test
  void theOrderOfFoldersDoesNotMatter() throws IOException {
    Path one = plugins("one", "a.jar", "a");
    Path other = plugins("other", "b.jar", "b");
    assertThat(checksum(one, other)).isEqualTo(checksum(other, one)).isNotEqualTo(checksum(one));
  }

  @Test
  void withoutPluginsThereIsNone() {
    assertThat(PluginChecksum.of(List.of("-Xmx1g"))).isNull();
    assertThat(PluginChecksum.without(List.of("-Xmx1g", "-Danteroom.plugins=/a:/b")))
        .containsExactly("-Xmx1g");
  }

  @Test
  void aFolderThatIsGoneIsNamed() {
    assertThatThrownBy(() -> checksum(folder.resolve("gone")))
        .isInstanceOf(ClusterException.class)
        .hasMessageStartingWith("--plugins: can't read a file of ")
        .hasMessageContaining("gone");
  }
}
