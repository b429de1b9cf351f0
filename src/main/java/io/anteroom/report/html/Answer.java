package io.anteroom.report.html;

import io.anteroom.expectation.Metric;
import io.anteroom.expectation.Metrics;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.VisitCounts;
import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run's page begins with: how the run ended, the figures that matter most, and what to do.
 *
 * @param subtitle the scenario in few words
 * @param measured for how long
 * @param explanation why it did not just end; else empty
 */
@JStache(path = "io/anteroom/report/html/answer.mustache")
record Answer(
    String name,
    String subtitle,
    Standing standing,
    String outcome,
    String measured,
    String explanation,
    String advice,
    List<Tile> tiles) {

  /** A figure that shows from afar. */
  record Tile(String id, String label, String figure, String margin) {}

  static Answer of(Run run, String subtitle, String advice) {
    Standing standing =
        switch (run.result().outcome()) {
          case COMPLETED -> Standing.GOOD;
          case INTERRUPTED -> Standing.UNCLEAR;
          case STUCK, SATURATED, INVALID -> Standing.BAD;
        };
    return new Answer(
        run.scenario().name(),
        subtitle,
        standing,
        run.result().outcome().word(),
        FigureText.duration(run.result().windowNanos()),
        run.result().explanation(),
        advice,
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
    Words words = new Words(run);
    return new Tile(name.replace('.', '-'), label, words.of(metric), words.margin(metric));
  }

  String html() {
    return AnswerRenderer.of().execute(this);
  }
}
