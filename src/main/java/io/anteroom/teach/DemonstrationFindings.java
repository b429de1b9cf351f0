package io.anteroom.teach;

import io.anteroom.result.store.StoredFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** What a demonstration finds out, kept for the {@link ProgramFork} that started it. Mutable. */
final class DemonstrationFindings {
  private final Path folder;
  private final Properties found = new Properties();

  DemonstrationFindings(Path folder) {
    this.folder = folder;
  }

  void figure(String name, double figure) {
    found.setProperty(name, Double.toString(figure));
  }

  void word(String name, String word) {
    found.setProperty(ProgramFork.WORD + name, word);
  }

  /** A file beside the findings. */
  Path file(StoredFile file) {
    return file.in(folder);
  }

  /** Leaves all of it behind. */
  void keep() throws IOException {
    Path hidden = StoredFile.FINDINGS.hiddenIn(folder);
    try (Writer writer = Files.newBufferedWriter(hidden, StandardCharsets.UTF_8)) {
      found.store(writer, null);
    }
    Files.move(hidden, StoredFile.FINDINGS.in(folder), StandardCopyOption.ATOMIC_MOVE);
  }
}
