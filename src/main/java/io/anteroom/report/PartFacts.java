package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Bar;
import io.anteroom.report.facts.Block.Bars;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import io.anteroom.result.PartLabel;
import io.anteroom.result.PartResult;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.metric.JourneyFigures;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.PartNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of the pools of a run and of its classes of persons; nothing of one pool.
 */
final class PartFacts {
  private static final int BAR_WIDTH = 20;

  private static final List<String> OF_POOLS =
      List.of("wait.mean", "wait.p50", "wait.p99", "hold.mean", "throughput", "abandoned");

  private static final List<String> OF_CLASSES =
      List.of("wait.mean", "wait.p99", "response.mean", "response.p99", "throughput", "abandoned");

  /** With less waiting on average than this, in persons, no pool is worth being called narrow. */
  private static final double LEAST_WAITING = 0.01;

  private final Run run;
  private final RunWords words;
  private final @Nullable JourneyFigures theory;

  private PartFacts(Run run) {
    this.run = run;
    this.theory = run.scenario().journey() == null ? null : JourneyFigures.of(run.scenario());
    this.words = new RunWords(run);
  }

  /** The sections about pools and about classes, those that there are. */
  static List<Section> of(Run run) {
    PartFacts facts = new PartFacts(run);
    return Stream.of(
            new Section("pools", "Pools", facts.pools()),
            new Section("classes", "Classes of persons", facts.classes()))
        .filter(section -> !section.blocks().isEmpty())
        .toList();
  }

  /** The pool for whose rooms most persons wait; empty where hardly anybody waits. */
  static Optional<PartResult> bottleneck(Run run) {
    return ofPools(run.result())
        .filter(part -> part.flow().waiting() > LEAST_WAITING)
        .max(Comparator.comparingDouble(part -> part.flow().waiting()));
  }

  /** How many pools there are figures of. */
  static long pools(RunResult result) {
    return ofPools(result).count();
  }

  private static Stream<PartResult> ofPools(RunResult result) {
    return result.parts() == null
        ? Stream.of()
        : result.parts().stream().filter(part -> part.pool() != null && part.personClass() == null);
  }

  private List<Block> pools() {
    List<PartResult> pools = ofPools(run.result()).toList();
    if (pools.isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (PartResult pool : pools) {
      rows.add(pool(pool));
      addMargins(rows, pool.label(), OF_POOLS.subList(0, 4));
      addTheory(rows, pool.label(), OF_POOLS);
    }
    return List.of(
        JourneyPicture.of(run, bottleneck(run).map(PartFacts::name).orElse("")),
        bars(pools),
        new Details("Rooms taken, and persons who wait for them", List.of(taken(pools))),
        Table.of(
            "Visits to each pool",
            List.of("pool", "wait mean", "p50", "p99", "hold mean", "visits/s", "gave up"),
            rows),
        new Facts(
            bottleneck(run).filter(most -> pools.size() > 1).map(this::bottleneck).stream()
                .toList()));
  }

  /** What the bars show, on a page. */
  private static Table taken(List<PartResult> pools) {
    return Table.of(
        "Rooms taken, and persons who wait for them, on average",
        List.of("pool", "rooms", "taken", "waiting"),
        pools.stream()
            .map(
                part ->
                    Row.of(
                        name(part),
                        FigureText.count(part.rooms() == null ? 0 : part.rooms()),
                        number(part.flow().inside()),
                        number(part.flow().waiting())))
            .toList());
  }

  /** Side by side: how many of the rooms are taken, and how many persons wait. */
  private Bars bars(List<PartResult> pools) {
    int width = pools.stream().mapToInt(part -> name(part).length()).max().orElse(0);
    return new Bars(
        "rooms taken, and persons who wait for them, on average",
        BAR_WIDTH,
        Double.NaN,
        pools.stream().map(part -> bar(part, width)).toList());
  }

  private static Bar bar(PartResult part, int width) {
    return new Bar(
        name(part) + " ".repeat(width - name(part).length()),
        finite(part.flow().utilisation()),
        Double.NaN,
        " %s of %s taken · %s waiting"
            .formatted(
                number(part.flow().inside()),
                FigureText.count(part.rooms() == null ? 0 : part.rooms()),
                number(part.flow().waiting())),
        "");
  }

  private static String number(double figure) {
    return Double.isFinite(figure) ? FigureText.number(figure, 3) : FigureText.NONE;
  }

  private static double finite(double share) {
    return Double.isFinite(share) ? share : 0;
  }

  private static String name(PartResult part) {
    return part.pool() == null ? "" : part.pool();
  }

  private Row pool(PartResult part) {
    return row(name(part), part.label(), OF_POOLS);
  }

  private Fact bottleneck(PartResult part) {
    double all = ofPools(run.result()).mapToDouble(pool -> pool.flow().waiting()).sum();
    return Fact.of(
        "bottleneck",
        "%s: %s of all waiting is for its rooms, which are taken for %s of the time"
            .formatted(
                name(part),
                FigureText.share(part.flow().waiting() / all),
                FigureText.share(part.flow().utilisation())));
  }

  private List<Block> classes() {
    List<Row> rows = new ArrayList<>();
    for (String name : PartNames.of(run.scenario()).classes()) {
      PartLabel label = new PartLabel(null, name);
      rows.add(row(name, label, OF_CLASSES));
      addMargins(rows, label, OF_CLASSES.subList(0, 4));
      addTheory(rows, label, OF_CLASSES);
    }
    return List.of(
        Table.of(
            "Journeys of each class",
            List.of("class", "wait mean", "p99", "response mean", "p99", "visits/s", "gave up"),
            rows),
        poolsByClass());
  }

  /** How long the persons of each class wait for each pool, where they come to it. */
  private Table poolsByClass() {
    List<Row> rows = new ArrayList<>();
    for (PartResult part :
        run.result().parts() == null ? List.<PartResult>of() : run.result().parts()) {
      if (part.pool() != null && part.personClass() != null) {
        rows.add(row(part.pool() + ", " + part.personClass(), part.label(), OF_POOLS));
        addMargins(rows, part.label(), OF_POOLS.subList(0, 4));
        addTheory(rows, part.label(), OF_POOLS);
      }
    }
    return Table.of(
        "Visits of each class to each pool",
        List.of("pool, class", "wait mean", "p50", "p99", "hold mean", "visits/s", "gave up"),
        rows);
  }

  private Row row(String heading, PartLabel label, List<String> metrics) {
    return new Row(Weight.PLAIN, heading, figures(label, metrics, this::figure));
  }

  /** Simulated figures without an interval are hidden. */
  private String figure(Metric metric) {
    boolean unsure = run.result().simulation() != null && words.estimate(metric.name()) == null;
    return unsure ? FigureText.NONE : words.of(metric);
  }

  private void addMargins(List<Row> rows, PartLabel label, List<String> metrics) {
    List<String> margins =
        figures(
            label,
            metrics,
            metric -> words.margin(metric).replace(Margin.EVEN, "").replace(" ", ""));
    if (margins.stream().anyMatch(margin -> !margin.isEmpty())) {
      rows.add(new Row(Weight.BELOW, "±", margins));
    }
  }

  /** What exact formulas say, where there is one. */
  private void addTheory(List<Row> rows, PartLabel label, List<String> metrics) {
    JourneyFigures known = theory;
    if (known == null) {
      return;
    }
    List<String> figures =
        figures(
            label,
            metrics,
            metric -> {
              OptionalDouble figure = known.figure(metric);
              return figure.isEmpty()
                  ? FigureText.NONE
                  : RunWords.text(metric.unit(), figure.getAsDouble());
            });
    if (figures.stream().anyMatch(figure -> !figure.equals(FigureText.NONE))) {
      rows.add(new Row(Weight.BELOW, "theory", figures));
    }
  }

  private static List<String> figures(
      PartLabel label, List<String> metrics, Function<Metric, String> figure) {
    return metrics.stream().map(name -> figure.apply(PartMetrics.named(name, label))).toList();
  }
}
