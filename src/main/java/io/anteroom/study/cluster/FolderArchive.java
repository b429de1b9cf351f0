package io.anteroom.study.cluster;

import io.anteroom.result.store.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A folder as bytes (zip), to travel through a database. What comes from there is not trusted: it
 * stays in its folder, and is bounded. Any number of threads unpack one at once.
 */
final class FolderArchive implements AutoCloseable {
  /** The largest archive, and the most that one may unpack to. */
  static final int MOST_BYTES = 256 << 20;

  private static final long MOST_UNPACKED_BYTES = 4L * MOST_BYTES;
  private static final int MOST_FILES = 100_000;

  private final ZipFile zip;
  private final List<? extends ZipEntry> entries;

  private FolderArchive(ZipFile zip, List<? extends ZipEntry> entries) {
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Opens an archive: it lies in a temporary file until it is closed.
   *
   * @throws IOException if it is damaged, has too many files, or there is no place for it
   */
  static FolderArchive open(byte[] archive) throws IOException {
    Path file = Files.createTempFile("anteroom-archive-", ".zip");
    try {
      Files.write(file, archive);
      ZipFile zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
      if (zip.size() > MOST_FILES) {
        zip.close();
        throw new IOException("an archive of the cluster has more than 100,000 files");
      }
      return new FolderArchive(zip, zip.stream().filter(entry -> !entry.isDirectory()).toList());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Packs a folder's files, in the order of their names.
   *
   * @throws TooLargeException if nobody could unpack it, or it would be larger than {@link
   *     #MOST_BYTES}
   */
  static byte[] pack(Path folder) throws IOException {
    return pack(folder, MOST_BYTES);
  }

  static byte[] pack(Path folder, int mostBytes) throws IOException {
    requireBounded(folder);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(folder, folder, zip, new Bounded(zip, bytes, mostBytes));
    }
    return bytes.toByteArray();
  }

  /**
   * Packs what a batch needs.
   *
   * @param root holds the folders of its cells, by their names, with their inputs in them
   */
  static byte[] packInputs(Path root, BatchRecord batch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(entry(StoredFile.BATCH.fileName()));
      zip.write(BatchRecord.JSON.write(batch).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      for (BatchRecord.Member cell : batch.cells()) {
        Path inputs = StoredFile.CELL_INPUTS.in(root.resolve(cell.name()));
        add(inputs, root, zip, new Bounded(zip, bytes, MOST_BYTES));
      }
    }
    return bytes.toByteArray();
  }

  private static void add(Path folder, Path root, ZipOutputStream zip, OutputStream bounded)
      throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(entry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, bounded);
        zip.closeEntry();
      }
    }
  }

  /** Without a time, so that the same files give the same bytes. */
  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    return entry;
  }

  private static void requireBounded(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    if (bytes > MOST_UNPACKED_BYTES) {
      throw new TooLargeException(MOST_UNPACKED_BYTES, "");
    }
  }

  /**
   * Unpacks what has a prefix into a folder, without that prefix.
   *
   * @throws IOException if the archive is damaged, leaves the folder, or is too large
   */
  void unpack(String prefix, Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    long left = MOST_UNPACKED_BYTES;
    for (ZipEntry entry : entries) {
      if (entry.getName().startsWith(prefix)) {
        Path file = root.resolve(entry.getName().substring(prefix.length())).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
          throw new IOException("an archive of the cluster names a file outside: " + entry);
        }
        Files.createDirectories(file.getParent());
        left = unpackFile(entry, file, left);
      }
    }
  }

  private long unpackFile(ZipEntry entry, Path file, long most) throws IOException {
    long left = most;
    byte[] part = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(file)) {
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        left -= count;
        if (left < 0) {
          throw new IOException("an archive of the cluster unpacks to more than 1 GB");
        }
        out.write(part, 0, count);
      }
    }
    return left;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** A folder is larger than what travels. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most, String how) {
      super(
          "its files have more than "
              + (most >= 1 << 30 ? (most >> 30) + " GB" : (most >> 20) + " MB")
              + how
              + ", which is too much for the database");
    }
  }

  /** Passes on what is written, until the archive gets too large. */
  private static final class Bounded extends OutputStream {
    private final OutputStream out;
    private final ByteArrayOutputStream archive;
    private final int mostBytes;

    Bounded(OutputStream out, ByteArrayOutputStream archive, int mostBytes) {
      this.out = out;
      this.archive = archive;
      this.mostBytes = mostBytes;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (archive.size() > mostBytes) {
        throw new TooLargeException(mostBytes, ", compressed");
      }
      out.write(bytes, offset, length);
    }
  }
}
