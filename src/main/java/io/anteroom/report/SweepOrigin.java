package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Code;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Heading;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Section;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep's page knows beside the figures: what stays the same in all cells, and what lies in
 * the folder.
 *
 * @param settings the scenario's keys that are not varied, with their values; empty: not known
 * @param pages whether the results of cells have pages of their own
 */
public record SweepOrigin(Map<String, Object> settings, boolean pages) {
  /** Nothing but the sweep itself is known. */
  public static final SweepOrigin UNKNOWN = new SweepOrigin(Map.of(), false);

  /**
   * Reads it from the sweep's folder.
   *
   * @param parser knows the locking modes
   */
  public static SweepOrigin in(SweepFolder folder, Sweep sweep, ScenarioParser parser) {
    List<String> names = sweep.cells().stream().map(Sweep.Planned::name).toList();
    return new SweepOrigin(common(folder, sweep, parser), CellPages.areIn(folder.cells(), names));
  }

  /** Of one cell for each value that is varied: reading all of ten thousand takes too long. */
  private static Map<String, Object> common(
      SweepFolder folder, Sweep sweep, ScenarioParser parser) {
    @Nullable Map<String, Object> common = null;
    for (String name : samples(sweep)) {
      Path scenario = folder.cell(name).scenario();
      if (Files.exists(scenario)) {
        Map<String, Object> settings =
            ScenarioText.settings(parser.parse(ScenarioFile.read(scenario)));
        if (common == null) {
          common = new LinkedHashMap<>(settings);
        }
        common.entrySet().removeIf(one -> !one.getValue().equals(settings.get(one.getKey())));
      }
    }
    Map<String, Object> fixed = common == null ? new LinkedHashMap<>() : common;
    sweep.axes().forEach(axis -> fixed.remove(axis.name()));
    return ReportTitle.told(fixed);
  }

  private static Set<String> samples(Sweep sweep) {
    Set<String> samples = new LinkedHashSet<>();
    for (Axis axis : sweep.axes()) {
      Set<String> seen = new LinkedHashSet<>();
      sweep.cells().stream()
          .filter(cell -> seen.add(cell.point().getOrDefault(axis.name(), "")))
          .forEach(cell -> samples.add(cell.name()));
    }
    return samples;
  }

  /**
   * What was varied and what was not, and how to run it again.
   *
   * @param complete whether all cells have ended
   */
  Section section(Sweep sweep, boolean complete) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(again(sweep, complete));
    blocks.add(new Facts(varied(sweep)));
    if (!settings.isEmpty()) {
      blocks.add(new Heading("The same in all cells"));
      blocks.add(
          new Facts(
              settings.entrySet().stream()
                  .map(one -> Fact.of(one.getKey(), String.valueOf(one.getValue())))
                  .toList()));
    }
    return new Section("origin", "What was varied, and how it ran", blocks);
  }

  private static Block again(Sweep sweep, boolean complete) {
    if (!complete) {
      return command("anteroom sweep --resume .");
    }
    long combinations =
        sweep.axes().stream()
            .mapToLong(axis -> axis.values().size())
            .reduce(1, Math::multiplyExact);
    String grid =
        sweep.axes().stream()
            .filter(axis -> axis.values().size() > 1)
            .map(Axis::notation)
            .collect(Collectors.joining(" "));
    if (grid.isEmpty() || combinations != sweep.cells().size()) {
      String each =
          "Every cell's scenario is cells/NAME/in/scenario.yaml, and runs again as it is.";
      return new Paragraph(each, false);
    }
    String limit = sweep.simulated() ? "" : " --cell-timeout " + sweep.cellTimeout();
    return command(
        "anteroom sweep cells/%s/in/scenario.yaml --grid '%s'%s"
            .formatted(sweep.cells().getFirst().name(), grid.replace("'", "'\\''"), limit));
  }

  private static Block command(String command) {
    return new Code("command", "Go to this page's folder, and say", "sh", command);
  }

  private static List<Fact> varied(Sweep sweep) {
    List<Fact> facts = new ArrayList<>();
    for (Axis axis : sweep.axes()) {
      facts.add(Fact.of(axis.name(), String.join(", ", axis.values())));
    }
    facts.add(Fact.of("Anteroom", sweep.anteroom()));
    if (!sweep.simulated()) {
      facts.add(Fact.of("JDK", distinct(sweep.cells().stream().map(Sweep.Planned::jdk).toList())));
      String options =
          distinct(
              sweep.cells().stream()
                  .flatMap(cell -> cell.jvmArguments().stream())
                  .filter(option -> !option.equals(BusyWaiting.jvmOption()))
                  .toList());
      if (!options.isEmpty()) {
        facts.add(Fact.of("JVM options", options));
      }
      facts.add(Fact.of("cell timeout", sweep.cellTimeout()));
    }
    return facts;
  }

  private static String distinct(List<String> words) {
    return words.stream().distinct().collect(Collectors.joining(", "));
  }
}
