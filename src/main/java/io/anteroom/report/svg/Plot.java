package io.anteroom.report.svg;

import java.util.ArrayList;
import java.util.List;

/** A part of a picture with two axes, in which values are drawn. */
public final class Plot {
  private static final double WHISKER = 4;
  private static final double LETTER = 6.6;
  private static final double SAMPLE = 24;

  private final Svg svg;
  private final Frame frame;
  private final PlotAxis across;
  private final PlotAxis up;

  /** Where a plot's values are, in pixels; labels are left of it and below, its heading above. */
  public record Frame(double left, double top, double width, double height) {
    private double bottom() {
      return top + height;
    }

    private double right() {
      return left + width;
    }
  }

  /** What a curve or dot stands for. */
  public record Key(String classes, String label) {}

  /** Draws the axes. */
  public Plot(Svg svg, Frame frame, PlotAxis across, PlotAxis up) {
    this.svg = svg;
    this.frame = frame;
    this.across = across;
    this.up = up;
    for (PlotAxis.Tick tick : up.ticks()) {
      double y = y(tick.value());
      svg.line("grid", new Spot(frame.left, y), new Spot(frame.right(), y));
      svg.text("faint end", frame.left - 8, y + 4, tick.label());
    }
    for (PlotAxis.Tick tick : across.ticks()) {
      double x = x(tick.value());
      svg.line("grid", new Spot(x, frame.top), new Spot(x, frame.bottom()));
      svg.text("faint middle", x, frame.bottom() + 18, tick.label());
    }
    svg.line("base", new Spot(frame.left, frame.bottom()), new Spot(frame.right(), frame.bottom()));
  }

  private double x(double value) {
    return frame.left + across.share(value) * frame.width;
  }

  private double y(double value) {
    return frame.bottom() - up.share(value) * frame.height;
  }

  private Spot at(Spot value) {
    return new Spot(x(value.x()), y(value.y()));
  }

  /** What is plotted, and the keys, which end at the right. */
  public void heading(String heading, List<Key> keys) {
    svg.text("heading", frame.left, frame.top - 14, heading);
    double x = frame.right();
    for (Key key : keys.reversed()) {
      x -= key.label().length() * LETTER;
      svg.text("faint", x, frame.top - 14, key.label());
      x -= SAMPLE + 6;
      sample(key.classes(), x, frame.top - 18);
      x -= 16;
    }
  }

  private void sample(String classes, double x, double y) {
    if (classes.contains("line")) {
      svg.line(classes, new Spot(x, y), new Spot(x + SAMPLE, y));
    } else {
      svg.circle(classes, new Spot(x + SAMPLE - 8, y), 4);
    }
  }

  /** What stands below the labels of the axis across, in the middle. */
  public void footing(String footing) {
    svg.text("faint middle", frame.left + frame.width / 2, frame.bottom() + 36, footing);
  }

  /** A curve through values. */
  public void curve(String classes, List<Spot> values) {
    svg.path(classes, values.stream().map(this::at).toList());
  }

  /** What lies between a curve and the axis across. */
  public void area(String classes, List<Spot> values) {
    if (values.isEmpty()) {
      return;
    }
    List<Spot> outline = new ArrayList<>(values.stream().map(this::at).toList());
    outline.add(new Spot(x(values.getLast().x()), frame.bottom()));
    outline.add(new Spot(x(values.getFirst().x()), frame.bottom()));
    svg.path(classes, outline);
  }

  /** A circle around a value. */
  public void dot(String classes, Spot value, double radius) {
    svg.circle(classes, at(value), radius);
  }

  /** A bar from a value on to another one across, so many pixels thick. */
  public void bar(String classes, Spot from, double to, double thickness) {
    Spot left = at(from);
    svg.bar(
        classes,
        new Spot(left.x(), left.y() - thickness / 2),
        new Spot(x(to), left.y() + thickness / 2));
  }

  /** How many pixels lie between two values of the axis across. */
  public double width(double from, double to) {
    return x(to) - x(from);
  }

  /** An interval of the axis upwards. */
  public void whiskerUp(String classes, double x, double low, double high) {
    Spot bottom = at(new Spot(x, low));
    Spot top = at(new Spot(x, high));
    svg.line(classes, bottom, top);
    for (Spot end : List.of(bottom, top)) {
      svg.line(classes, new Spot(end.x() - WHISKER, end.y()), new Spot(end.x() + WHISKER, end.y()));
    }
  }

  /** An interval of the axis across. */
  public void whiskerAcross(String classes, double y, double low, double high) {
    Spot left = at(new Spot(low, y));
    Spot right = at(new Spot(high, y));
    svg.line(classes, left, right);
    for (Spot end : List.of(left, right)) {
      svg.line(classes, new Spot(end.x(), end.y() - WHISKER), new Spot(end.x(), end.y() + WHISKER));
    }
  }

  /** A value of the axis upwards that matters, as a line. */
  public void level(String classes, double value) {
    svg.line(classes, new Spot(frame.left, y(value)), new Spot(frame.right(), y(value)));
  }

  /** A dot beside a value, that says what colour means. */
  public void sample(String classes, Spot value, double right, double down) {
    Spot place = at(value);
    svg.circle(classes, new Spot(place.x() + right, place.y() + down), 4);
  }

  /** Text beside a value. */
  public void note(String classes, Spot value, double right, double down, String text) {
    Spot place = at(value);
    svg.text(classes, place.x() + right, place.y() + down, text);
  }
}
