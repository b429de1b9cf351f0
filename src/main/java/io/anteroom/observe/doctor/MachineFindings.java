package io.anteroom.observe.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Processors, memory and files, as the machine has them and as this process may use them. */
final class MachineFindings {
  private static final Path ONLINE = Path.of("/sys/devices/system/cpu/online");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d{1,15}) kB");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
  private static final String GROUPS = "control groups (/proc/self/cgroup)";

  private static final String NOT_TOLD = "this system does not tell";

  /** Sockets and files each take one. */
  private static final long FEW_FILES = 4_096;

  private MachineFindings() {}

  static List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    Cgroups groups = Cgroups.ofThisProcess();
    findings.add(processors(groups.cpus()));
    findings.add(memory(groups.memoryBytes()));
    findings.add(files());
    findings.add(load());
    return findings;
  }

  private static Finding processors(OptionalDouble limit) {
    String key = "machine.processors";
    String label = "processors";
    int seen = Runtime.getRuntime().availableProcessors();
    OptionalLong online = online(text(ONLINE));
    String of =
        online.isPresent()
            ? "the JVM sees %d of %d".formatted(seen, online.getAsLong())
            : "the JVM sees " + seen;
    String source = "Runtime.availableProcessors, " + ONLINE + ", " + GROUPS;
    if (limit.isPresent()) {
      return Finding.limited(
          key,
          label,
          of
              + String.format(
                  Locale.ROOT,
                  "; the time of %.2f may be used, then the process is throttled",
                  limit.getAsDouble()),
          source);
    }
    String unlimited = of + "; no limit on their time";
    return online.isPresent() && online.getAsLong() > seen
        ? Finding.limited(key, label, unlimited, source)
        : Finding.fine(key, label, unlimited, source);
  }

  /** {@code 0-3,8} are five. */
  static OptionalLong online(String ranges) {
    long count = 0;
    for (String range : ranges.split(",", -1)) {
      Matcher matcher = RANGE.matcher(range);
      if (!matcher.matches()) {
        return OptionalLong.empty();
      }
      String last = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
      count += Long.parseLong(last) - Long.parseLong(matcher.group(1)) + 1;
    }
    return OptionalLong.of(count);
  }

  private static Finding memory(OptionalLong limit) {
    String key = "machine.memory";
    Matcher total = TOTAL.matcher(text(MEMORY));
    String host =
        total.find() ? "the machine has " + Bytes.text(Long.parseLong(total.group(1)) * 1024) : "";
    String source = MEMORY + ", " + GROUPS;
    if (host.isEmpty()) {
      return Finding.unknown(key, "memory", NOT_TOLD, source);
    }
    return limit.isPresent()
        ? Finding.limited(
            key,
            "memory",
            host
                + "; this process may use "
                + Bytes.text(limit.getAsLong())
                + ", then the kernel may kill it",
            source)
        : Finding.fine(key, "memory", host + "; no limit", source);
  }

  private static Finding files() {
    String key = "machine.files";
    String source = "UnixOperatingSystemMXBean";
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      long most = system.getMaxFileDescriptorCount();
      String text = "%,d at once (ulimit -n)".formatted(most);
      return most < FEW_FILES
          ? Finding.limited(
              key, "open files", text + ": each connection of --activity socket takes two", source)
          : Finding.fine(key, "open files", text, source);
    }
    return Finding.unknown(key, "open files", NOT_TOLD, source);
  }

  private static Finding load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    int processors = Runtime.getRuntime().availableProcessors();
    String key = "machine.load";
    String source = "OperatingSystemMXBean, average of the last minute";
    if (load < 0) {
      return Finding.unknown(key, "load", NOT_TOLD, source);
    }
    String text = String.format(Locale.ROOT, "%.2f for %d processors", load, processors);
    return load < processors
        ? Finding.fine(key, "load", text, source)
        : Finding.limited(key, "load", text + ": others will be in the figures", source);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException notThere) {
      return "";
    }
  }
}
