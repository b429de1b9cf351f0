package io.anteroom.result.store;

import io.anteroom.result.store.ResultsFolderException.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A report in a file of its own. It is made as a {@link ResultsFolder} is: {@link #prepare} before
 * the work, so that a wrong place is known; {@link #write} after it, under a hidden name that
 * becomes the file's at once, in place of what was there; or {@link #discard}. Confined to one
 * thread.
 */
public final class ReportFile {
  private final Path file;
  private final Path part;

  private ReportFile(Path file, Path part) {
    this.file = file;
    this.part = part;
  }

  /** What a report file holds. */
  @FunctionalInterface
  public interface Content {
    /** Writes it; the stream stays open. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Makes sure that the file can be written.
   *
   * @param option that names it, for messages
   * @throws ResultsFolderException if it can't
   */
  public static ReportFile prepare(Path file, String option) throws ResultsFolderException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null || Files.isDirectory(absolute)) {
      throw unsuitable(file, "it is a folder;", option);
    }
    if (!Files.exists(folder)) {
      throw unsuitable(file, folder + " does not exist; make it, or", option);
    }
    if (!Files.isDirectory(folder)) {
      throw unsuitable(file, folder + " is not a folder;", option);
    }
    if (Files.exists(absolute) && !Files.isWritable(absolute)) {
      throw unsuitable(file, "it can't be written to;", option);
    }
    try {
      return new ReportFile(absolute, Files.createTempFile(folder, "." + name + ".", ".part"));
    } catch (IOException refused) {
      throw unsuitable(file, folder + " can't be written to;", option);
    }
  }

  private static ResultsFolderException unsuitable(Path file, String why, String option) {
    return new ResultsFolderException(
        Fault.USER,
        "%s %s: no report can be written there, %s choose another file"
            .formatted(option, file, why));
  }

  /**
   * Writes the file.
   *
   * @throws ResultsFolderException if that fails; then what was there is there still
   */
  public void write(Content content) throws ResultsFolderException {
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.write(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException fault) {
      discard();
      throw new ResultsFolderException(
          Fault.MACHINE, file + ": the report could not be written, " + fault.getMessage());
    }
  }

  /** Removes what {@link #prepare} made, unless {@link #write} has given it its name. */
  public void discard() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException remains) {
      // Hidden and empty; whoever discards has a graver fault to tell of.
    }
  }
}
