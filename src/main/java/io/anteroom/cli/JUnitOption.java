package io.anteroom.cli;

import io.anteroom.result.store.ReportFile;
import io.anteroom.result.store.ResultsFolderException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A file for servers that build: the same for every command that judges. */
final class JUnitOption {
  private static final String NAME = "--junit";

  @Option(
      names = NAME,
      paramLabel = "FILE",
      order = 11,
      description = "Also write what was judged as JUnit XML, in place of what is there.")
  private @Nullable Path file;

  private @Nullable ReportFile prepared;

  /** Whether there is to be a file. */
  boolean asked() {
    return file != null;
  }

  /** Makes sure that the file can be written, if there is to be one. */
  void prepare() throws ResultsFolderException {
    prepared = file == null ? null : ReportFile.prepare(file, NAME);
  }

  /** Writes it, if there is to be one. */
  void write(ReportFile.Content content) throws ResultsFolderException {
    if (prepared != null) {
      prepared.write(content);
    }
  }

  /** Forgets it, unless it has been written. */
  void discard() {
    if (prepared != null) {
      prepared.discard();
    }
  }
}
