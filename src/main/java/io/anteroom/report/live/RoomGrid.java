package io.anteroom.report.live;

import io.anteroom.result.FigureText;
import io.anteroom.run.engine.Snapshot.RoomGroup;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Scenario.Facility;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The rooms as a grid of cells in rows: as large as the canvas allows, several rooms a cell where
 * there are too many.
 *
 * @param roomsInCell how many rooms a cell stands for
 * @param glyphs how many columns are shaded
 * @param digits how wide the number beside them is; 0: there is none
 * @param gap columns between two cells
 * @param perRow cells in a row
 * @param ownLines whether every room has its own line
 */
record RoomGrid(int roomsInCell, int glyphs, int digits, int gap, int perRow, boolean ownLines) {
  private static final int LABEL = 7;
  private static final int LINE_DIGITS = 5;
  private static final int LONGEST_LINE = 99_999;
  private static final int[] STEPS = {2, 5, 10};

  static int rowsLeft(Canvas canvas) {
    return canvas.rows() - 13 - 2 * canvas.chartRows();
  }

  /** The grid that shows these rooms best. */
  static RoomGrid of(Facility facility, Canvas canvas) {
    boolean own = facility.line() == Line.PER_ROOM;
    int rooms = facility.rooms();
    List<RoomGrid> candidates =
        own
            ? List.of(
                grid(1, 2, LINE_DIGITS, 2, own, canvas),
                grid(1, 2, 0, 1, own, canvas),
                grid(1, 1, 0, 1, own, canvas),
                grid(1, 1, 0, 0, own, canvas))
            : List.of(
                grid(1, 4, 0, 2, own, canvas),
                grid(1, 2, 0, 1, own, canvas),
                grid(1, 1, 0, 1, own, canvas),
                grid(1, 1, 0, 0, own, canvas));
    return candidates.stream()
        .filter(grid -> grid.holds(rooms, canvas))
        .findFirst()
        .map(grid -> grid.evenly(rooms))
        .orElseGet(() -> grouped(rooms, own, canvas));
  }

  private static RoomGrid grouped(int rooms, boolean own, Canvas canvas) {
    for (long decade = 1; ; decade *= 10) {
      for (int step : STEPS) {
        int size = Math.toIntExact(step * decade);
        RoomGrid grid = grid(size, 2, Integer.toString(size).length(), 2, own, canvas);
        if (grid.holds(rooms, canvas)) {
          return grid;
        }
      }
    }
  }

  private static RoomGrid grid(
      int roomsInCell, int glyphs, int digits, int gap, boolean own, Canvas canvas) {
    int width = glyphs + (digits == 0 ? 0 : digits + 1) + gap;
    int fitting = (canvas.columns() - LABEL + gap) / width;
    int perRow = fitting >= 10 ? fitting - fitting % 10 : fitting;
    return new RoomGrid(roomsInCell, glyphs, digits, gap, perRow, own);
  }

  private boolean holds(int rooms, Canvas canvas) {
    return rooms <= (long) roomsInCell * perRow * rowsLeft(canvas);
  }

  /** Rows of the same length, where they are short. */
  private RoomGrid evenly(int rooms) {
    if (perRow >= 10) {
      return this;
    }
    int rows = (rooms + perRow - 1) / perRow;
    return new RoomGrid(roomsInCell, glyphs, digits, gap, (rooms + rows - 1) / rows, ownLines);
  }

  /** The grid's rows, and what its shades mean. */
  List<String> lines(Canvas canvas, List<RoomGroup> groups) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += perRow) {
      LiveLine line = new LiveLine(canvas);
      String number = FigureText.count(groups.get(from).first());
      line.endingAt(LABEL - 1, canvas.style()::faint, number).to(LABEL);
      for (RoomGroup group : groups.subList(from, Math.min(from + perRow, groups.size()))) {
        addCell(line, group, canvas);
      }
      lines.add(line.text());
    }
    lines.add(new LiveLine(canvas).to(LABEL).add(canvas.style()::faint, legend(groups)).text());
    return lines;
  }

  private void addCell(LiveLine line, RoomGroup group, Canvas canvas) {
    line.add(colour(group, canvas), shade(group));
    if (digits > 0) {
      long number = roomsInCell == 1 ? group.waiting() : group.occupied();
      String text = Long.toString(Math.min(number, LONGEST_LINE));
      boolean left = roomsInCell == 1;
      String padding = " ".repeat(digits - text.length());
      line.add(left ? " " + text + padding : " " + padding + text);
    }
    line.add(" ".repeat(gap));
  }

  private static UnaryOperator<String> colour(RoomGroup group, Canvas canvas) {
    if (group.violated() > 0 || (group.occupied() == 0 && group.waiting() > 0)) {
      return canvas.style()::orange;
    }
    return group.occupied() > 0 ? canvas.style()::blue : canvas.style()::faint;
  }

  private String shade(RoomGroup group) {
    if (roomsInCell == 1 && group.violated() > 0) {
      return Math.min(group.persons(), 9) + "!".repeat(glyphs - 1);
    }
    return (roomsInCell == 1 ? ofRoom(group) : ofRooms(group)).repeat(glyphs);
  }

  private String ofRoom(RoomGroup room) {
    if (room.occupied() == 0) {
      return room.waiting() > 0 ? "○" : "∙";
    }
    if (!ownLines || room.waiting() >= 100) {
      return "█";
    }
    return room.waiting() >= 10 ? "▓" : room.waiting() > 0 ? "▒" : "░";
  }

  private static String ofRooms(RoomGroup group) {
    if (group.occupied() == 0) {
      return "∙";
    }
    double share = (double) group.occupied() / group.rooms();
    return share >= 1 ? "█" : share > 2.0 / 3 ? "▓" : share > 1.0 / 3 ? "▒" : "░";
  }

  private String legend(List<RoomGroup> groups) {
    if (roomsInCell > 1) {
      return "%s rooms a cell, and how many are taken: ∙ none  ░ ▒ ▓ some  █ all"
          .formatted(FigureText.count(roomsInCell));
    }
    boolean violated = groups.stream().anyMatch(group -> group.violated() > 0);
    return (ownLines
            ? "∙ free  ░ taken  in line: ▒ 1+  ▓ 10+  █ 100+  ○ free, yet waited for"
            : "∙ free  █ taken")
        + (violated ? "  2! persons inside" : "");
  }
}
