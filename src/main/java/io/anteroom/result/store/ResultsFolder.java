package io.anteroom.result.store;

import io.anteroom.result.store.ResultsFolderException.Fault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The folder that keeps what a run leaves behind. It is made in three steps: {@link #prepare}
 * before the run, so that a wrong place is known before the work is done; {@link #write} after it,
 * into a hidden folder that gets its name when it is complete; or {@link #discard}. Nothing that
 * exists is ever overwritten. Confined to one thread.
 */
public final class ResultsFolder {
  /** A run's files take up to three megabytes, the page and its chart library for the most part. */
  private static final long LEAST_FREE_BYTES = 4 << 20;

  private final Path out;
  private final StampedName name;
  private final Path part;

  private ResultsFolder(Path out, StampedName name, Path part) {
    this.out = out;
    this.name = name;
    this.part = part;
  }

  /**
   * Makes sure that results can be written.
   *
   * @param out the folder of all results; made if missing
   * @param name the scenario's
   * @param clock tells the local time that the folder is named after
   * @throws ResultsFolderException if that is no place for results
   */
  public static ResultsFolder prepare(Path out, String name, Clock clock)
      throws ResultsFolderException {
    StampedName stamped = StampedName.of(out, name, "", clock);
    try {
      if (!Files.isDirectory(out)) {
        Files.createDirectories(out);
      }
      DiskSpace.require(out, LEAST_FREE_BYTES);
      return new ResultsFolder(out, stamped, stamped.makePart(Files::createDirectory));
    } catch (ResultsFolderException clear) {
      throw clear;
    } catch (IOException fault) {
      throw unsuitable(out, fault);
    }
  }

  /**
   * Makes a folder for many results at once, which fills while an experiment goes on.
   *
   * @param out the folder of all results; made if missing
   * @param name what the folder is called, after the time
   * @param clock tells the local time that the folder is named after
   * @throws ResultsFolderException if that is no place for results
   */
  public static Path create(Path out, String name, Clock clock) throws ResultsFolderException {
    ResultsFolder folder = prepare(out, name, clock);
    try {
      return folder.name.publish(folder.part);
    } catch (IOException fault) {
      folder.discard();
      throw unsuitable(out, fault);
    }
  }

  private static ResultsFolderException unsuitable(Path out, IOException fault) {
    Path existing = out.toAbsolutePath().normalize();
    while (existing.getParent() != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      return misplaced(out, existing + " is not a folder");
    }
    if (!Files.isWritable(existing)) {
      return misplaced(out, existing + " can't be written to");
    }
    return DiskSpace.isExhausted(existing)
        ? new ResultsFolderException(Fault.MACHINE, out + ": the disk is full")
        : misplaced(out, reason(fault));
  }

  private static ResultsFolderException misplaced(Path out, String why) {
    return new ResultsFolderException(
        Fault.USER,
        out + ": results can't be kept there, " + why + "; choose another folder with --out");
  }

  /** What a folder holds. */
  @FunctionalInterface
  public interface Contents {
    /** Writes it into an empty folder. */
    void writeInto(Path folder) throws IOException;
  }

  /**
   * Writes the contents and gives the folder its name.
   *
   * @return the folder
   * @throws ResultsFolderException if that fails; then nothing is left of it
   */
  public Path write(Contents contents) throws ResultsFolderException {
    try {
      contents.writeInto(part);
      return name.publish(part);
    } catch (IOException fault) {
      ResultsFolderException clear = unwritten(out, fault);
      discard();
      throw clear;
    }
  }

  /**
   * Prepares a folder, writes the contents and gives the folder its name.
   *
   * @throws ResultsFolderException if that fails; then nothing is left of it
   */
  public static Path write(Path out, String name, Clock clock, Contents contents)
      throws ResultsFolderException {
    ResultsFolder folder = prepare(out, name, clock);
    try {
      return folder.write(contents);
    } finally {
      folder.discard();
    }
  }

  /**
   * Writes the contents into an empty folder of the caller's, which is not what others look for
   * until the caller says so.
   *
   * @throws ResultsFolderException if that fails; what has been written stays
   */
  public static void fill(Path folder, Contents contents) throws ResultsFolderException {
    DiskSpace.require(folder, LEAST_FREE_BYTES);
    try {
      contents.writeInto(folder);
    } catch (IOException fault) {
      throw unwritten(folder, fault);
    }
  }

  /** Removes what {@link #prepare} made, unless {@link #write} has given it its name. */
  public void discard() {
    try {
      FolderTree.delete(part);
    } catch (IOException remains) {
      // It stays, hidden and of no use. Whoever discards has a graver fault to tell of, or is done.
    }
  }

  private static ResultsFolderException unwritten(Path folder, IOException fault) {
    String problem = DiskSpace.isExhausted(folder) ? "the disk is full" : reason(fault);
    return new ResultsFolderException(
        Fault.MACHINE, folder + ": the results could not be written, " + problem);
  }

  private static String reason(IOException fault) {
    String reason =
        switch (fault) {
          case NoSuchFileException missing -> missing.getFile() + " does not exist";
          case AccessDeniedException denied -> denied.getFile() + " can't be written to";
          case FileSystemException system when system.getReason() != null -> system.getReason();
          default -> String.valueOf(fault.getMessage());
        };
    return reason.lines().findFirst().orElse("");
  }
}
