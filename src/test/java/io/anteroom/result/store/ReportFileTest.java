package io.anteroom.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatIsNotThereIsMade() throws IOException {
    Path file = folder.resolve("target/reports/anteroom.xml");
    ReportFile.prepare(file, "--junit")
        .write(out -> out.write("text".getBytes(StandardCharsets.UTF_8)));
    assertThat(file).hasContent("text");
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> ReportFile.prepare(file.resolve("anteroom.xml"), "--junit"))
        .isInstanceOf(ResultsFolderException.class)
        .hasMessageContaining("is not a folder; choose another file");
    assertThatThrownBy(() -> ReportFile.prepare(file.resolve("a/anteroom.xml"), "--junit"))
        .isInstanceOf(ResultsFolderException.class)
        .hasMessageContaining("can't be made; choose another file");
  }
}
