package io.anteroom.report.html;

import io.anteroom.report.html.Answer.Tile;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import java.util.ArrayList;
import java.util.List;

/** What a run's page begins with: how it ended, the figures that matter most, and what to do. */
final class RunAnswer {
  private RunAnswer() {}

  static Answer of(Run run, RunPage.Extras extras) {
    return new Answer(
        "run",
        run.scenario().name(),
        extras.subtitle(),
        extras.standing(),
        extras.headline(),
        extras.ended(),
        extras.details(),
        List.of(),
        extras.advice(),
        tiles(run));
  }

  private static List<Tile> tiles(Run run) {
    VisitCounts visits = run.result().visits();
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile(run, "wait.p99", "wait, 99th percentile"));
    tiles.add(tile(run, "wait.p50", "wait, median"));
    tiles.add(tile(run, "throughput", "throughput"));
    tiles.add(tile(run, "utilisation", "rooms' time taken"));
    if (visits.abandoned() > 0) {
      tiles.add(tile(run, "abandoned", "gave up"));
    }
    tiles.add(new Tile("completed", "visits completed", FigureText.count(visits.completed()), ""));
    return tiles;
  }

  private static Tile tile(Run run, String name, String label) {
    Metric metric = Metrics.find(name).orElseThrow();
    RunWords words = new RunWords(run);
    return new Tile(name.replace('.', '-'), label, words.of(metric), words.margin(metric));
  }
}
