package io.anteroom.observe.watch;

import io.anteroom.result.store.StampedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where a recording is kept: a hidden file that gets its name when it is complete. Nothing that
 * exists is ever overwritten. Confined to one thread.
 */
public final class RecordingPlace {
  private final StampedName name;
  private final Path part;

  private RecordingPlace(StampedName name, Path part) {
    this.name = name;
    this.part = part;
  }

  /**
   * Makes sure that a recording of that process can be written.
   *
   * @param folder made if missing
   */
  public static RecordingPlace prepare(Path folder, long pid, Clock clock) throws WatchException {
    StampedName name = StampedName.of(folder, "watch-" + pid, ".jfr", clock);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      return new RecordingPlace(name, name.makePart(Files::createFile));
    } catch (IOException unsuitable) {
      throw WatchException.user(
          "%s: recordings can't be kept there (%s: %s); choose another folder with --out"
              .formatted(
                  folder,
                  unsuitable.getClass().getSimpleName(),
                  WatchException.reason(unsuitable)));
    }
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
    return name.publish(part);
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
