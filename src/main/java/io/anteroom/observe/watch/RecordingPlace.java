package io.anteroom.observe.watch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where a recording is kept: a hidden file that gets its name when it is complete. Nothing that
 * exists is ever overwritten. Confined to one thread.
 */
public final class RecordingPlace {
  private static final int MOST_OF_ONE_NAME = 1_000;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path folder;
  private final String name;
  private final Path part;

  private RecordingPlace(Path folder, String name, Path part) {
    this.folder = folder;
    this.name = name;
    this.part = part;
  }

  /**
   * Makes sure that a recording of that process can be written.
   *
   * @param folder made if missing
   */
  public static RecordingPlace prepare(Path folder, long pid, Clock clock) throws WatchException {
    String name = STAMP.format(LocalDateTime.now(clock)) + "-watch-" + pid;
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      for (int number = 1; number < MOST_OF_ONE_NAME; number++) {
        try {
          Path part = folder.resolve("." + numbered(name, number) + ".part");
          return new RecordingPlace(folder, name, Files.createFile(part));
        } catch (FileAlreadyExistsException taken) {
          // The next number may be free.
        }
      }
      throw new FileAlreadyExistsException(name);
    } catch (IOException unsuitable) {
      throw WatchException.user(
          "%s: recordings can't be kept there (%s: %s); choose another folder with --out"
              .formatted(
                  folder,
                  unsuitable.getClass().getSimpleName(),
                  WatchException.reason(unsuitable)));
    }
  }

  private static String numbered(String name, int number) {
    return (number == 1 ? name : name + "-" + number) + ".jfr";
  }

  /** The file to write to. */
  Path part() {
    return part;
  }

  /** Whether anything was written. */
  boolean isWritten() {
    try {
      return Files.size(part) > 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Gives the file its name. */
  Path publish() throws IOException {
    for (int number = 1; number < MOST_OF_ONE_NAME; number++) {
      Path file = folder.resolve(numbered(name, number));
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Files.move(part, file);
      }
    }
    throw new FileAlreadyExistsException(name);
  }

  /** Removes what was not published. */
  public void discard() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException remains) {
      // A hidden file remains, and the next watch takes another name.
    }
  }
}
