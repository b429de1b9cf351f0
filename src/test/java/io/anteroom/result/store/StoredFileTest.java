package io.anteroom.result.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredFileTest {
  private static final Path MAIN =
      Path.of(System.getProperty("anteroom.project", "."), "src/main/java");

  /** Folders are called by plain words, which stand for other things too. */
  @Test
  void theNameOfAFileStandsInOnePlaceOnly() throws IOException {
    List<String> sources;
    try (Stream<Path> files = Files.walk(MAIN)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(StoredFileTest::text)
              .toList();
    }
    for (StoredFile file : StoredFile.values()) {
      String name = '"' + file.fileName() + '"';
      if (name.contains(".")) {
        assertThat(sources.stream().filter(source -> source.contains(name)))
            .as("sources that contain " + name)
            .hasSize(1);
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
