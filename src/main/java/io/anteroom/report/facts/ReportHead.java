package io.anteroom.report.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report begins with: the answer.
 *
 * @param name of what it is about
 * @param about the scenario in few words, part by part
 * @param outcome how it ended, and what that says
 * @param beside what else there is to say of that, in few words; may be empty
 * @param says sentences, with names between backquotes
 * @param advice what to do; null: nothing
 * @param tiles the figures that matter most
 */
public record ReportHead(
    String name,
    List<String> about,
    Mark mark,
    String outcome,
    String beside,
    List<String> says,
    @Nullable String advice,
    List<Tile> tiles) {
  public ReportHead {
    about = List.copyOf(about);
    says = List.copyOf(says);
    tiles = List.copyOf(tiles);
  }

  /**
   * A figure that shows from afar.
   *
   * @param margin how sure it is; may be empty
   */
  public record Tile(String id, String label, String figure, String margin) {}
}
