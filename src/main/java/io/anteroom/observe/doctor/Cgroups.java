package io.anteroom.observe.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits of Linux control groups, version 1 and 2, on a process: the tightest of its group and
 * the groups above it. What can't be read sets no limit.
 */
final class Cgroups {
  /** Version 1 writes some huge number for "no limit". */
  private static final long NO_MEMORY_LIMIT = 1L << 60;

  private final Path membership;
  private final Path mount;

  /**
   * @param membership such as {@code /proc/self/cgroup}
   * @param mount such as {@code /sys/fs/cgroup}
   */
  Cgroups(Path membership, Path mount) {
    this.membership = membership;
    this.mount = mount;
  }

  static Cgroups ofThisProcess() {
    return new Cgroups(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
  }

  /** How many processors' time may be used; empty where there is no limit. */
  OptionalDouble cpus() {
    return groups("cpu").mapToDouble(Cgroups::cpus).filter(Double::isFinite).min();
  }

  /** How much memory may be used, in bytes; empty where there is no limit. */
  OptionalLong memoryBytes() {
    return groups("memory")
        .flatMapToLong(
            group ->
                Stream.of("memory.max", "memory.limit_in_bytes")
                    .map(group::resolve)
                    .mapToLong(Cgroups::number))
        .filter(bytes -> bytes > 0 && bytes < NO_MEMORY_LIMIT)
        .min();
  }

  /** {@code max 100000} and {@code 150000 100000} in version 2, two files in version 1. */
  private static double cpus(Path group) {
    String[] both = text(group.resolve("cpu.max")).split(" ", -1);
    boolean second = both.length == 2;
    double quota = second ? number(both[0]) : number(group.resolve("cpu.cfs_quota_us"));
    double period = second ? number(both[1]) : number(group.resolve("cpu.cfs_period_us"));
    return quota > 0 && period > 0 ? quota / period : Double.POSITIVE_INFINITY;
  }

  /** The folders of the controller's group and of all above it. */
  private Stream<Path> groups(String controller) {
    List<Path> folders = new ArrayList<>();
    for (String line : text(membership).split("\n", -1)) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3) {
        boolean unified = fields[1].isEmpty();
        if (unified || List.of(fields[1].split(",", -1)).contains(controller)) {
          addUpwards(folders, unified ? mount : mount.resolve(controller), fields[2]);
        }
      }
    }
    return folders.stream();
  }

  /** In a container the group's path may not be there; its root is the container's group then. */
  private static void addUpwards(List<Path> folders, Path root, String group) {
    @Nullable Path folder = root.resolve(group.substring(1)).normalize();
    while (folder != null && folder.startsWith(root)) {
      folders.add(folder);
      folder = folder.getParent();
    }
  }

  private static long number(Path file) {
    return number(text(file));
  }

  /** -1 where there is none, as for {@code max}. */
  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException notThere) {
      return "";
    }
  }
}
