package io.anteroom.report.svg;

import java.util.List;
import java.util.stream.IntStream;

/** An axis of names, each with the same room: the name with the number i lies at the value i. */
public final class NamedAxis implements PlotAxis {
  private final List<String> names;

  /**
   * @param names at least one, from the axis' end to its beginning
   */
  public NamedAxis(List<String> names) {
    this.names = List.copyOf(names);
  }

  @Override
  public double share(double value) {
    return 1 - (value + 0.5) / names.size();
  }

  @Override
  public List<Tick> ticks() {
    return IntStream.range(0, names.size()).mapToObj(i -> new Tick(i, names.get(i))).toList();
  }
}
