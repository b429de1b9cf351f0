package io.anteroom.result.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The name of a file or folder to come: the time and what it is, with a number where that is taken.
 * It is written hidden, and gets its name when it is complete. Nothing that exists is ever
 * overwritten.
 *
 * @param folder where it will be
 * @param ending of a file, such as {@code .jfr}; else empty
 */
public record StampedName(Path folder, String name, String ending) {
  private static final int MOST_OF_ONE_NAME = 10_000;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** Makes a new file or folder. */
  @FunctionalInterface
  public interface Maker {
    /**
     * Makes it.
     *
     * @throws FileAlreadyExistsException if it is there
     */
    Path make(Path path) throws IOException;
  }

  /**
   * A name of this moment.
   *
   * @param clock tells the local time
   */
  public static StampedName of(Path folder, String what, String ending, Clock clock) {
    return new StampedName(folder, STAMP.format(LocalDateTime.now(clock)) + "-" + what, ending);
  }

  /** Makes the hidden file or folder. */
  public Path makePart(Maker maker) throws IOException {
    for (int number = 1; number < MOST_OF_ONE_NAME; number++) {
      try {
        return maker.make(folder.resolve("." + numbered(number) + ".part"));
      } catch (FileAlreadyExistsException taken) {
        // The next number may be free.
      }
    }
    throw new FileAlreadyExistsException(name);
  }

  /** Gives what was hidden its name. A name that is taken meanwhile is passed over. */
  public Path publish(Path part) throws IOException {
    for (int number = 1; number < MOST_OF_ONE_NAME; number++) {
      Path free = folder.resolve(numbered(number));
      if (Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        return Files.move(part, free);
      } catch (FileSystemException raced) {
        if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
          throw raced;
        }
      }
    }
    throw new FileAlreadyExistsException(name);
  }

  private String numbered(int number) {
    return (number == 1 ? name : name + "-" + number) + ending;
  }
}
