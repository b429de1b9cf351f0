package io.anteroom.result.store;

import io.anteroom.result.store.ResultsFolderException.Fault;
import java.io.File;
import java.nio.file.Path;

/**
 * How much room a disk has left. File systems that do not tell are taken to have enough. A {@link
 * File} asks the file system alone; a file store would look it up in the list of all mounts first.
 */
final class DiskSpace {
  /** Less than a block or two: what was asked for did not fit. */
  private static final long EXHAUSTED_BYTES = 64 << 10;

  private DiskSpace() {}

  static void require(Path folder, long bytes) throws ResultsFolderException {
    File disk = folder.toFile();
    if (tells(disk) && disk.getUsableSpace() < bytes) {
      throw new ResultsFolderException(
          Fault.MACHINE,
          "%s: the disk is full, %d KiB are left and results take up to %d KiB"
              .formatted(folder, disk.getUsableSpace() >> 10, bytes >> 10));
    }
  }

  static boolean isExhausted(Path folder) {
    File disk = folder.toFile();
    return tells(disk) && disk.getUsableSpace() < EXHAUSTED_BYTES;
  }

  private static boolean tells(File disk) {
    return disk.getTotalSpace() > 0;
  }
}
