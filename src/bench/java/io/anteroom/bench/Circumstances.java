package io.anteroom.bench;

import com.sun.management.OperatingSystemMXBean;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.avaje.jsonb.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a benchmark was run.
 *
 * @param commit of the checkout, ending in {@code +} where files differ from it; null: unknown
 * @param processor its model; null: unknown
 * @param memoryBytes of the machine
 * @param environment of the process that measures; its children may have other options
 */
@Json
record Circumstances(
    Size size,
    @Nullable String commit,
    @Nullable String processor,
    long memoryBytes,
    Environment environment) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This process, now. */
  static Circumstances now(Size size, Path checkout) throws InterruptedException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    OffsetDateTime now = OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    int processors = Runtime.getRuntime().availableProcessors();
    return new Circumstances(
        size,
        commit(checkout),
        model(),
        system.getTotalMemorySize(),
        Machine.describe(now, processors, system.getSystemLoadAverage()));
  }

  private static @Nullable String commit(Path checkout) throws InterruptedException {
    String commit = git(checkout, "rev-parse", "--short=10", "HEAD");
    String changed = git(checkout, "status", "--porcelain", "--untracked-files=no");
    return commit == null || changed == null ? null : commit + (changed.isEmpty() ? "" : "+");
  }

  /** What git prints; null where it has no answer, or is not there. */
  private static @Nullable String git(Path checkout, String... arguments)
      throws InterruptedException {
    Command git = Command.of("git", "-C", checkout.toString()).and(List.of(arguments));
    try {
      Command.Ended ended = git.run(Duration.ofSeconds(20));
      return ended.exitCode() == 0 ? ended.output().strip() : null;
    } catch (IOException missing) {
      return null;
    }
  }

  private static @Nullable String model() {
    try {
      return Files.readAllLines(PROCESSORS).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(null);
    } catch (IOException notLinux) {
      return null;
    }
  }
}
