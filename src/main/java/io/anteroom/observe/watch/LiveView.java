package io.anteroom.observe.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jdk.jfr.consumer.EventStream;
import org.jspecify.annotations.Nullable;

/**
 * The target's events as it writes them into its flight recorder's folder, about once a second.
 * Where that folder can't be read from here, nothing is seen before the end. Its figures are safe
 * for all threads.
 */
final class LiveView implements AutoCloseable {
  private final WatchTally tally;
  private final Path repository;
  private final @Nullable EventStream stream;

  private LiveView(WatchTally tally, Path repository, @Nullable EventStream stream) {
    this.tally = tally;
    this.repository = repository;
    this.stream = stream;
  }

  /**
   * Sees what happens from that time on.
   *
   * @param repository the folder, as the target names it
   */
  static LiveView open(long pid, String repository, Instant since, WatchTally tally) {
    Path folder = reachable(pid, repository);
    try {
      EventStream stream = EventStream.openRepository(folder);
      stream.setStartTime(since);
      tally.attach(stream);
      stream.startAsync();
      return new LiveView(tally, folder, stream);
    } catch (IOException unreadable) {
      return new LiveView(tally, folder, null);
    }
  }

  /** In a container the target has other paths than we do. */
  private static Path reachable(long pid, String repository) {
    Path within = Path.of("/proc/" + pid + "/root" + repository);
    Path folder = Path.of(repository);
    return !Files.isDirectory(folder) && Files.isDirectory(within) ? within : folder;
  }

  /** Whether there is anything to see before the end. */
  boolean isLive() {
    return stream != null;
  }

  WatchFigures seen() {
    return tally.seen();
  }

  /** The folder of the target's flight recorder. */
  Path repository() {
    return repository;
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.close();
    }
  }
}
