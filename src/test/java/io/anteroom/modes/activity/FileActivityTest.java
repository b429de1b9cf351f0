package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FileActivityTest {
  @TempDir private Path folder;

  @Test
  void leavesNoFileBehind() throws Exception {
    try (FileActivity activity = new FileActivity(new WallClock(), folder)) {
      for (Persons.Person person : Persons.enter(activity, 10, 1_000_000)) {
        person.stayNanos();
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  /** Linux tells what a process has open, though its name is gone. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void writesAFileAndLeavesNoneOpen() throws Exception {
    try (FileActivity activity = new FileActivity(new WallClock(), folder)) {
      activity.perform(1);
      assertThat(openFiles()).hasSize(1).allMatch(bytes -> bytes > 0);
    }
    assertThat(openFiles()).isEmpty();
  }

  /** The sizes of those in the folder. */
  private List<Long> openFiles() throws IOException {
    List<Long> sizes = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors) {
        if (isInFolder(descriptor)) {
          sizes.add(Files.size(descriptor));
        }
      }
    }
    return sizes;
  }

  private boolean isInFolder(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(folder);
    } catch (NoSuchFileException closedMeanwhile) {
      return false;
    }
  }

  @Test
  void usesTheFolder() throws Exception {
    try (FileActivity activity = new FileActivity(new WallClock(), folder.resolve("missing"))) {
      assertThatThrownBy(() -> activity.perform(1)).isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void staysWithinItsSize() throws Exception {
    try (TemporaryFile file = TemporaryFile.open(folder)) {
      for (int block = 0; block < 100; block++) {
        file.writeAndRead();
        assertThat(file.bytes()).isBetween(1L, (long) TemporaryFile.SIZE);
      }
      assertThat(file.bytes()).isEqualTo(TemporaryFile.SIZE);
    }
  }
}
