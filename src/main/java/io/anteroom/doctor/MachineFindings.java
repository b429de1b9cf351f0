package io.anteroom.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host and the container. */
final class MachineFindings {
  private static final Path CGROUP = Path.of("/sys/fs/cgroup");

  /** Each limit in the unified hierarchy, and where older kernels keep it. */
  private static final List<Path> CPU_LIMITS =
      List.of(CGROUP.resolve("cpu.max"), CGROUP.resolve("cpu/cpu.cfs_quota_us"));

  private static final List<Path> MEMORY_LIMITS =
      List.of(CGROUP.resolve("memory.max"), CGROUP.resolve("memory/memory.limit_in_bytes"));

  /** How control groups write it: a word, a negative number, or nearly the largest one. */
  private static final Pattern NO_LIMIT = Pattern.compile("max|-1|92233720368547");

  private MachineFindings() {}

  static List<Finding> all() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "system",
            system.getName() + " " + system.getVersion() + " " + system.getArch(),
            "the JVM"));
    findings.add(
        new Finding(
            "processors",
            system.getAvailableProcessors() + " for this JVM; load average " + load(system),
            "the JVM, which minds the container's limit"));
    findings.add(
        new Finding(
            "memory",
            gibibytes(system.getTotalMemorySize())
                + " in all, "
                + gibibytes(system.getFreeMemorySize())
                + " free",
            "the JVM"));
    findings.add(limit("CPU limit", CPU_LIMITS));
    findings.add(limit("memory limit", MEMORY_LIMITS));
    if (system instanceof UnixOperatingSystemMXBean unix) {
      findings.add(
          new Finding(
              "open files",
              unix.getMaxFileDescriptorCount()
                  + " at the most; --activity socket takes two for each occupied room",
              "the JVM"));
    }
    return findings;
  }

  private static String load(OperatingSystemMXBean system) {
    double load = system.getSystemLoadAverage();
    return load < 0 ? "not observable here" : String.format(Locale.ROOT, "%.2f", load);
  }

  private static Finding limit(String subject, List<Path> files) {
    for (Path file : files) {
      Optional<String> content = read(file);
      if (content.isPresent()) {
        boolean none = NO_LIMIT.matcher(content.get()).lookingAt();
        return new Finding(subject, none ? "none set" : content.get(), file.toString());
      }
    }
    return new Finding(subject, "not observable here: no control group says so", CGROUP.toString());
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
