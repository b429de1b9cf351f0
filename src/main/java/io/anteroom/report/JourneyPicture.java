package io.anteroom.report;

import io.anteroom.report.facts.Block.Picture;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.PartLabel;
import io.anteroom.result.PartResult;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.JourneyStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws a journey as a flow from top to bottom: each pool where it is entered, with its rooms as a
 * bar and those who wait for them as rings; what is inside of a pool's line happens while its room
 * is held. As wide as a small screen. Mutable; for one use.
 */
final class JourneyPicture {
  private static final int WIDTH = 400;
  private static final int LEFT = 24;
  private static final int STEP_IN = 20;
  private static final int POOL_HEIGHT = 62;
  private static final int HOLD_HEIGHT = 26;
  private static final int BAR = 110;
  private static final int MOST_RINGS = 12;

  private final Run run;
  private final String bottleneck;
  private final Svg svg = new Svg();
  private final List<String> told = new ArrayList<>();

  /** A pool that is entered at several places has its figures at the first one. */
  private final Set<String> drawn = new HashSet<>();

  private double y = 16;

  private JourneyPicture(Run run, String bottleneck) {
    this.run = run;
    this.bottleneck = bottleneck;
  }

  /**
   * The picture of a run with a journey.
   *
   * @param bottleneck the pool to mark; empty: none
   */
  static Picture of(Run run, String bottleneck) {
    return new JourneyPicture(run, bottleneck).picture(run.scenario().requireJourney());
  }

  private Picture picture(Journey journey) {
    RunResult result = run.result();
    note(LEFT, "in: " + FigureText.rate(result.offeredPerSecond()));
    steps(journey.steps(), LEFT);
    note(LEFT, "out: " + FigureText.rate(result.throughputPerSecond()));
    String description = "The journey: " + String.join("; ", told);
    return new Picture(
        svg.document(WIDTH, (int) Math.ceil(y), "The journey", description),
        description,
        "From top to bottom: each pool where persons come to it, its rooms as a bar, filled as far"
            + " as they are taken on average, and a ring for each person who waits. A pool's line"
            + " goes on for as long as its room is held.");
  }

  private void note(double x, String text) {
    svg.circle("dot grey", new Spot(x, y + 4), 4);
    svg.text("faint", x + 14, y + 8, text);
    y += 24;
  }

  private void steps(List<JourneyStep> steps, double x) {
    for (JourneyStep step : steps) {
      switch (step) {
        case JourneyStep.Hold hold -> {
          svg.circle("ring grey", new Spot(x, y + 4), 3);
          svg.text("faint", x + 14, y + 8, "hold " + hold.length() + only(step));
          y += HOLD_HEIGHT;
        }
        case JourneyStep.In in -> {
          double top = y;
          pool(in, x);
          steps(in.steps(), x + STEP_IN);
          svg.line("line blue", new Spot(x, top + 8), new Spot(x, y - 10));
        }
      }
    }
  }

  private void pool(JourneyStep.In in, double x) {
    boolean narrow = in.pool().equals(bottleneck);
    svg.circle(narrow ? "dot orange" : "dot blue", new Spot(x, y + 4), 5);
    svg.text("heading", x + 14, y + 8, in.pool() + often(in));
    if (drawn.add(in.pool())) {
      run.result()
          .part(new PartLabel(in.pool(), null))
          .ifPresent(part -> figures(part, x + 14, narrow));
      y += POOL_HEIGHT;
    } else {
      y += HOLD_HEIGHT;
    }
  }

  private void figures(PartResult part, double x, boolean narrow) {
    double used = Double.isFinite(part.flow().utilisation()) ? part.flow().utilisation() : 0;
    int rooms = part.rooms() == null ? 0 : part.rooms();
    svg.line("line strong grid", new Spot(x, y + 21), new Spot(x + BAR, y + 21));
    if (used > 0) {
      double end = x + BAR * Math.min(used, 1);
      String colour = narrow ? "line strong orange" : "line strong blue";
      svg.line(colour, new Spot(x, y + 21), new Spot(end, y + 21));
    }
    String taken = number(part.flow().inside()) + " of " + FigureText.count(rooms) + " taken";
    svg.text("", x + BAR + 10, y + 25, taken);
    int rings = (int) Math.min(Math.round(part.flow().waiting()), MOST_RINGS);
    for (int ring = 0; ring < rings; ring++) {
      svg.circle("ring orange", new Spot(x + 4 + 9.2 * ring, y + 39), 3.2);
    }
    svg.text("", x + BAR + 10, y + 43, number(part.flow().waiting()) + " waiting");
    if (narrow) {
      svg.text("verdict bad end", WIDTH - 12.0, y + 43, "bottleneck");
    }
    told.add(
        "%s: %s, %s waiting%s"
            .formatted(
                part.pool(),
                taken,
                number(part.flow().waiting()),
                narrow ? ", the bottleneck" : ""));
  }

  private static String number(double figure) {
    return Double.isFinite(figure) ? FigureText.number(figure, 3) : FigureText.NONE;
  }

  private static String often(JourneyStep.In in) {
    String times = in.times() > 1 ? ", " + in.times() + " times" : "";
    String chance = in.chance() < 1 ? ", " + FigureText.share(in.chance()) + " of persons" : "";
    return times + chance + only(in);
  }

  private static String only(JourneyStep step) {
    return step.onlyClass() == null ? "" : ", only " + step.onlyClass();
  }
}
