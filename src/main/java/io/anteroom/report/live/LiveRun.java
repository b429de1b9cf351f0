package io.anteroom.report.live;

import io.anteroom.run.engine.Snapshot;
import io.anteroom.scenario.Scenario;
import java.util.List;

/** Remembers what a view of a run in real time needs from earlier. Confined to one thread. */
public final class LiveRun {
  private final Canvas canvas;
  private final int roomsInGroup;
  private final LiveCourse waiting = new LiveCourse();
  private final Rate throughput = new Rate();

  /** A view on that canvas. */
  public LiveRun(Canvas canvas, Scenario scenario) {
    this.canvas = canvas;
    this.roomsInGroup = RoomGrid.of(scenario.facility(), canvas).roomsInCell();
  }

  /** How many rooms a snapshot for this view puts into a group. */
  public int roomsInGroup() {
    return roomsInGroup;
  }

  /** The view's lines. */
  public List<String> lines(Snapshot now) {
    if (!now.state().over()) {
      waiting.add(now.elapsedNanos(), (double) now.counts().waiting());
      throughput.see(now.elapsedNanos(), now.counts().completed());
    }
    return RunView.lines(canvas, now, waiting.points(), throughput.course());
  }
}
