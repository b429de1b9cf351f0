package io.anteroom.result.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatIsNotThereIsNamedWithTheRemedy() {
    Path file = folder.resolve("target/anteroom.xml");
    assertThatThrownBy(() -> ReportFile.prepare(file, "--junit"))
        .isInstanceOf(ResultsFolderException.class)
        .hasMessageEndingWith("target does not exist; make it, or choose another file");
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> ReportFile.prepare(file.resolve("anteroom.xml"), "--junit"))
        .isInstanceOf(ResultsFolderException.class)
        .hasMessageContaining("is not a folder; choose another file");
  }
}
