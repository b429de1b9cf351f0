package io.anteroom.modes.activity;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of {@link #SIZE} bytes that is written and read block by block, round and round. For one
 * thread at a time.
 *
 * <p>It is a {@link RandomAccessFile} because an interrupt leaves that open; it would close a
 * {@code FileChannel}. Its name is removed as soon as it is open, where the system allows that (all
 * but Windows), so that even a killed process leaves nothing behind; else when it is closed.
 */
final class TemporaryFile implements Closeable {
  static final int SIZE = 64 * 1024;
  private static final int BLOCK = 4 * 1024;

  private final Path path;
  private final RandomAccessFile file;
  private final byte[] block = new byte[BLOCK];
  private int position;

  private TemporaryFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  static TemporaryFile open(Path folder) throws IOException {
    Path path = Files.createTempFile(folder, "anteroom-", ".tmp");
    try {
      return new TemporaryFile(path, new RandomAccessFile(path.toFile(), "rw"));
    } finally {
      path.toFile().delete();
    }
  }

  /** Writes the next block and reads it back. */
  void writeAndRead() throws IOException {
    file.seek(position);
    file.write(block);
    file.seek(position);
    file.readFully(block);
    position = (position + BLOCK) % SIZE;
  }

  /** How large it is now. */
  long bytes() throws IOException {
    return file.length();
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }
}
