package io.anteroom.study.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArchiveTest {
  @TempDir private Path folder;

  @Test
  void whatIsPackedIsUnpackedByItsPrefix() throws IOException {
    Path from = folder.resolve("from");
    Files.createDirectories(from.resolve("a/in"));
    Files.writeString(from.resolve("a/in/scenario.yaml"), "rooms: 1\n");
    Files.createDirectories(from.resolve("b"));
    Files.writeString(from.resolve("b/log.txt"), "hello");
    byte[] archive = FolderArchive.pack(from);
    Path to = folder.resolve("to");
    unpack(archive, "a/", to);
    assertThat(to.resolve("in/scenario.yaml")).hasContent("rooms: 1\n");
    assertThat(to.resolve("log.txt")).doesNotExist();
    assertThat(FolderArchive.pack(from)).as("the same bytes").isEqualTo(archive);
  }

  private static void unpack(byte[] archive, String prefix, Path to) throws IOException {
    try (FolderArchive opened = FolderArchive.open(archive)) {
      opened.unpack(prefix, to);
    }
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    assertThatThrownBy(() -> unpack(new byte[] {1, 2, 3}, "", folder))
        .isInstanceOf(IOException.class);
  }

  @Test
  void noFileLeavesTheFolder() throws IOException {
    for (String name : new String[] {"../evil", "a/../../evil", "/tmp/anteroom-evil"}) {
      Path to = Files.createDirectories(folder.resolve("deep/to"));
      assertThatThrownBy(() -> unpack(zip(name), "", to))
          .as(name)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("outside");
      assertThat(folder.resolve("deep/evil")).doesNotExist();
    }
  }

  private static byte[] zip(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write('x');
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  @Test
  void aFolderThatIsTooLargeIsNotPacked() throws IOException {
    byte[] noise = new byte[3 << 20];
    new Random(1).nextBytes(noise);
    Files.write(folder.resolve("large"), noise);
    assertThat(FolderArchive.pack(folder)).hasSizeGreaterThan(3 << 20);
    assertThatThrownBy(() -> FolderArchive.pack(folder, 2 << 20))
        .isInstanceOf(FolderArchive.TooLargeException.class)
        .hasMessage(
            "its files have more than 2 MB, compressed, which is too much for the database");
  }

  @Test
  void whatNobodyCouldUnpackIsNotPacked() throws IOException {
    try (RandomAccessFile empty = new RandomAccessFile(folder.resolve("zeros").toFile(), "rw")) {
      empty.setLength((1L << 30) + 1);
    }
    assertThatThrownBy(() -> FolderArchive.pack(folder))
        .isInstanceOf(FolderArchive.TooLargeException.class)
        .hasMessage("its files have more than 1 GB, which is too much for the database");
  }
}
