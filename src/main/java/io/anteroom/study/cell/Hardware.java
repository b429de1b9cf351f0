package io.anteroom.study.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells machines apart by their processors. Stateless. */
public final class Hardware {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";
  private static final int MOST_NAMED = 3;

  private Hardware() {}

  /**
   * The processors of this machine: how many the JVM sees, and their model, or their architecture
   * where the system tells no model. Such as {@code 8 x EPYC 7763}.
   */
  public static String here() {
    return Runtime.getRuntime().availableProcessors()
        + " x "
        + model().orElseGet(() -> System.getProperty("os.arch"));
  }

  private static Optional<String> model() {
    try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(model -> !model.isEmpty())
          .findFirst();
    } catch (IOException | UncheckedIOException noSuchFile) {
      return Optional.empty();
    }
  }

  /** A warning where cells in real time ran on machines that are not alike; else empty. */
  public static Optional<String> difference(Collection<CellRecord> cells) {
    Map<String, TreeSet<String>> machines = new TreeMap<>();
    for (CellRecord cell : cells) {
      Host host = cell.host();
      if (host != null && host.hardware() != null && host.machine() != null) {
        machines.computeIfAbsent(host.hardware(), none -> new TreeSet<>()).add(host.machine());
      }
    }
    return machines.size() < 2
        ? Optional.empty()
        : Optional.of(
            "The cells ran on machines that differ, and their figures may differ for that: "
                + machines.entrySet().stream()
                    .map(each -> names(List.copyOf(each.getValue())) + " (" + each.getKey() + ")")
                    .collect(Collectors.joining(", "))
                + ".");
  }

  private static String names(List<String> all) {
    return all.size() <= MOST_NAMED
        ? String.join(" and ", all)
        : String.join(", ", all.subList(0, MOST_NAMED))
            + " and "
            + (all.size() - MOST_NAMED)
            + " more";
  }
}
