package io.anteroom.modes.activity;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.clock.WallClock;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes and reads a temporary file until the hold is over: the carrier is held during each call,
 * and nothing between the calls lets it go. The blocks stay in the system's page cache mostly, none
 * is forced to the disk. Safe for any number of threads: each has a file of its own.
 */
final class FileActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(
          "file",
          "Writes and reads a temporary file: each call holds the carrier",
          scenario ->
              new FileActivity(new WallClock(), Path.of(System.getProperty("java.io.tmpdir"))));

  private final NanoClock clock;
  private final ReusedResources<TemporaryFile> files;

  FileActivity(NanoClock clock, Path folder) {
    this.clock = clock;
    this.files = new ReusedResources<>(() -> TemporaryFile.open(folder));
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException, IOException {
    if (holdNanos <= 0) {
      return;
    }
    long startNanos = clock.nanoTime();
    files.use(file -> writeAndRead(file, startNanos, holdNanos));
  }

  private void writeAndRead(TemporaryFile file, long startNanos, long holdNanos)
      throws InterruptedException, IOException {
    do {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      file.writeAndRead();
    } while (clock.nanoTime() - startNanos < holdNanos);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
