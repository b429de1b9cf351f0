package io.anteroom.study.sweep;

import io.anteroom.result.store.StoredFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a sweep; the system takes it back when its process ends, however it does.
 */
public final class SweepLock implements AutoCloseable {
  private final FileChannel channel;

  private SweepLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @param shared beside others who share it
   * @throws InvalidSweepException if somebody else has it
   */
  static SweepLock take(Path folder, boolean shared) throws IOException {
    FileChannel channel =
        FileChannel.open(
            StoredFile.SWEEP_LOCK.in(folder),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (locked(channel, shared) == null) {
      channel.close();
      throw new InvalidSweepException(
          folder + ": another process is working on this sweep; wait for it, or stop it");
    }
    return new SweepLock(channel);
  }

  private static @Nullable FileLock locked(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException byThisProcess) {
      return null;
    }
  }

  /** Gives it back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
