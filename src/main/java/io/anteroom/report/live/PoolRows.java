package io.anteroom.report.live;

import io.anteroom.report.Page;
import io.anteroom.result.FigureText;
import io.anteroom.run.engine.Snapshot.PoolNow;
import java.util.ArrayList;
import java.util.List;

/** The pools of a journey, a row each: how many of its rooms are taken, and who waits for them. */
final class PoolRows {
  private static final int NAME = 21;
  private static final int BAR = 20;
  private static final int TAKEN = 64;
  private static final int WAITING = Canvas.LEAST_COLUMNS;

  private PoolRows() {}

  /** As many rows as the grid of rooms may have, the last one for those that find no place. */
  static List<String> lines(Canvas canvas, List<PoolNow> pools) {
    int most = RoomGrid.rowsLeft(canvas);
    int shown = pools.size() <= most ? pools.size() : most - 1;
    List<String> lines = new ArrayList<>();
    pools.subList(0, shown).forEach(pool -> lines.add(line(canvas, pool)));
    if (shown < pools.size()) {
      String more = "and %d more pools".formatted(pools.size() - shown);
      lines.add(new LiveLine(canvas).add(canvas.style()::faint, more).text());
    }
    return lines;
  }

  private static String line(Canvas canvas, PoolNow pool) {
    boolean full = pool.taken() >= pool.rooms();
    String taken = FigureText.count(pool.taken()) + " of " + FigureText.count(pool.rooms());
    String waiting = FigureText.count(pool.waiting()) + " waiting";
    return new LiveLine(canvas)
        .add(canvas.style()::strong, pool.name())
        .to(NAME)
        .add(canvas.style()::blue, Page.bar((double) pool.taken() / pool.rooms(), BAR))
        .endingAt(TAKEN, text -> text, taken + " taken")
        .endingAt(
            WAITING,
            full && pool.waiting() > 0 ? canvas.style()::orange : canvas.style()::faint,
            waiting)
        .text();
  }
}
