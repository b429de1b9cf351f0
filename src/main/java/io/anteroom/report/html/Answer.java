package io.anteroom.report.html;

import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page begins with: how it ended, and what that says.
 *
 * @param kind of page
 * @param subtitle the scenario in few words
 * @param beside the outcome, in few words
 * @param explanation why it did not just end; else empty
 * @param sentences the answer
 * @param advice what to do; null: nothing
 * @param tiles the figures that matter most; none if empty
 */
@JStache(path = "io/anteroom/report/html/answer.mustache")
public record Answer(
    String kind,
    String name,
    String subtitle,
    FactStanding standing,
    String outcome,
    String beside,
    String explanation,
    List<Sentence> sentences,
    @Nullable String advice,
    List<Tile> tiles) {
  public Answer {
    sentences = List.copyOf(sentences);
    tiles = List.copyOf(tiles);
  }

  /** A figure that shows from afar. */
  public record Tile(String id, String label, String figure, String margin) {}

  boolean tiled() {
    return !tiles.isEmpty();
  }

  /** As HTML. */
  public String html() {
    return AnswerRenderer.of().execute(this);
  }
}
