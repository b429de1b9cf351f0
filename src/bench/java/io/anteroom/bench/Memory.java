package io.anteroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux says of a process' memory.
 *
 * @param residentBytes now; -1: unknown
 * @param peakBytes the most so far; -1: unknown
 */
public record Memory(long residentBytes, long peakBytes) {
  private static final int BYTES_PER_KB = 1024;

  /** The memory of a process; unknown where it has ended, or where there is no Linux. */
  public static Memory of(long pid) {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
      return new Memory(bytes(status, "VmRSS:"), bytes(status, "VmHWM:"));
    } catch (IOException gone) {
      return new Memory(-1, -1);
    }
  }

  private static long bytes(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KB)
        .findFirst()
        .orElse(-1);
  }
}
