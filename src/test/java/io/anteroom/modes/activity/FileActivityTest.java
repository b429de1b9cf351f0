package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
