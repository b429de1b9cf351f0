package io.anteroom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk that is full soon: a file system in memory, which takes root. Closing it removes it. */
@SuppressWarnings("try") // Closing it waits for it.
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes one; aborts the test, loudly, where that is not allowed.
   *
   * @param folder where it is to be
   */
  public static SmallDisk make(Path folder, int kilobytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try {
      execute("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
    } catch (IOException refused) {
      System.err.println("NOT TESTED: a full disk: " + refused.getMessage());
      Assumptions.abort("no small disk");
    }
    return new SmallDisk(folder);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Fills it, but for so much. */
  public void fill(int leftKilobytes) throws IOException {
    long bytes = folder.toFile().getUsableSpace() - leftKilobytes * 1024L;
    try (OutputStream out = Files.newOutputStream(folder.resolve("filling"))) {
      out.write(new byte[Math.toIntExact(bytes)]);
    }
  }

  /** Makes it larger. */
  public void grow(int kilobytes) throws IOException, InterruptedException {
    execute("mount", "-o", "remount,size=" + kilobytes + "k", folder.toString());
  }

  private static void execute(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said.strip());
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    execute("umount", folder.toString());
  }
}
