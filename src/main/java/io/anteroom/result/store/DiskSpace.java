package io.anteroom.result.store;

import io.anteroom.result.store.ResultsFolderException.Fault;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room a disk has left. File systems that do not tell are taken to have enough. */
final class DiskSpace {
  /** Less than a block or two: what was asked for did not fit. */
  private static final long EXHAUSTED_BYTES = 64 << 10;

  private DiskSpace() {}

  static void require(Path folder, long bytes) throws IOException {
    FileStore disk = Files.getFileStore(folder);
    if (tells(disk) && disk.getUsableSpace() < bytes) {
      throw new ResultsFolderException(
          Fault.MACHINE,
          "%s: the disk is full, %d KiB are left and results take up to %d KiB"
              .formatted(folder, disk.getUsableSpace() >> 10, bytes >> 10));
    }
  }

  static boolean isExhausted(Path folder) {
    try {
      FileStore disk = Files.getFileStore(folder);
      return tells(disk) && disk.getUsableSpace() < EXHAUSTED_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static boolean tells(FileStore disk) throws IOException {
    return disk.getTotalSpace() > 0;
  }
}
