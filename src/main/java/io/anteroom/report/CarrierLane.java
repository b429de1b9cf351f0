package io.anteroom.report;

import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.RunData.Lane;
import io.anteroom.report.facts.RunData.LanePart;
import io.anteroom.result.CarriersHeld;
import io.anteroom.result.FigureText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carriers held over time, as a page draws and tells it. */
final class CarrierLane {
  private CarrierLane() {}

  static @Nullable Lane of(@Nullable CarriersHeld held) {
    return held == null
        ? null
        : new Lane(
            held.carriers(),
            held.moments().stream()
                .map(one -> new LanePart(one.startSeconds(), one.endSeconds(), one.held()))
                .toList());
  }

  /** What the lane shows, and what it can't see. */
  static String caption(CarriersHeld held) {
    String gap =
        held.moments().stream().anyMatch(one -> one.held() == null)
            ? " In a gap nobody knows: the run was stuck, and a hold is recorded when it ends."
            : "";
    String shortest =
        held.shortestNanos() == 0
            ? " System calls that hold a carrier, such as reading a file, are not in it."
            : " Holds shorter than %s are not in it, nor system calls, such as reading a file."
                .formatted(FigureText.duration(held.shortestNanos()));
    return "How many of %s carriers were held, on average, by virtual threads."
            .formatted(FigureText.count(held.carriers()))
        + shortest
        + gap;
  }

  static Table table(CarriersHeld held) {
    return Table.of(
        "Carriers held",
        List.of("from", "to", "carriers held"),
        held.moments().stream().map(CarrierLane::row).toList());
  }

  private static Row row(CarriersHeld.Moment moment) {
    return Row.of(
        FigureText.duration(moment.startSeconds() * 1e9),
        FigureText.duration(moment.endSeconds() * 1e9),
        moment.held() == null
            ? FigureText.NONE
            : FigureText.number(moment.held().doubleValue(), 4));
  }
}
