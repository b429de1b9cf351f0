package io.anteroom.study.cell;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Watches the machine while a cell runs, by Linux's {@code /proc} (proc(5)): all processors' time,
 * and what of it this process and its ended children took. Immutable.
 */
final class HostWatch {
  private static final Path ALL = Path.of("/proc/stat");
  private static final Path OWN = Path.of("/proc/self/stat");
  private static final int IDLE = 3;
  private static final int WAITING_FOR_DISK = 4;
  private static final int STEAL = 7;

  /** Guest time is in the user's time already. */
  private static final int FIELDS = 8;

  /** From utime to cstime, counted from what follows the command's name. */
  private static final int OWN_FROM = 11;

  private static final int OWN_TO = 15;

  private final Path all;
  private final Path own;
  private final @Nullable Double load;
  private final long @Nullable [] before;

  private HostWatch(Path all, Path own) {
    double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    this.all = all;
    this.own = own;
    this.load = average < 0 ? null : average;
    this.before = ticks();
  }

  /** Watches from now on. */
  static HostWatch start() {
    return start(ALL, OWN);
  }

  /** Watches by these files in place of Linux's. */
  static HostWatch start(Path all, Path own) {
    return new HostWatch(all, own);
  }

  /** What went on until now. */
  Host stop() {
    long[] after = ticks();
    if (before == null || after == null || after[0] <= before[0]) {
      return new Host(load, null, null);
    }
    double sum = after[0] - before[0];
    double steal = after[1] - before[1];
    double ours = after[3] - before[3];
    double busy = after[2] - before[2];
    return new Host(load, steal / sum, Math.max(busy - ours, 0) / sum);
  }

  /** All time, stolen time, busy time without the stolen, and our own; in clock ticks. */
  private long @Nullable [] ticks() {
    try {
      String processors =
          Files.readString(all, StandardCharsets.US_ASCII).lines().findFirst().get();
      long[] fields =
          Arrays.stream(processors.split("\\s+", -1)).skip(1).mapToLong(Long::parseLong).toArray();
      long sum = Arrays.stream(fields).limit(FIELDS).sum();
      String self = Files.readString(own, StandardCharsets.US_ASCII);
      String[] ownFields = self.substring(self.lastIndexOf(')') + 2).split(" ", -1);
      long ours = 0;
      for (int i = OWN_FROM; i < OWN_TO; i++) {
        ours += Long.parseLong(ownFields[i]);
      }
      long idle = fields[IDLE] + fields[WAITING_FOR_DISK];
      return new long[] {sum, fields[STEAL], sum - idle - fields[STEAL], ours};
    } catch (IOException | RuntimeException noLinux) {
      return null;
    }
  }
}
