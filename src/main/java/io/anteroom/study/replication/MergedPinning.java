package io.anteroom.study.replication;

import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Pinning;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The carriers that persons held in merged runs: counts and times are added, the share is by the
 * carriers' time, so it is that of all of it. Not recorded unless all have recorded it.
 */
final class MergedPinning {
  private MergedPinning() {}

  static Pinning of(List<RunResult> results) {
    List<Pinning> all = results.stream().map(RunResult::pinning).toList();
    Long count = sum(all, Pinning::count);
    Long nanos = sum(all, Pinning::carrierNanos);
    if (count == null || nanos == null) {
      return Pinning.inPart(effectiveRooms(results), List.of());
    }
    return new Pinning(
        count,
        nanos,
        all.stream()
            .map(Pinning::largestNanos)
            .filter(Objects::nonNull)
            .max(Long::compare)
            .orElse(0L),
        share(results),
        effectiveRooms(results),
        MergedFlight.sites(all.stream().map(Pinning::sites).toList()),
        null);
  }

  private static @Nullable Long sum(List<Pinning> all, Function<Pinning, @Nullable Long> figure) {
    long sum = 0;
    for (Pinning pinning : all) {
      Long one = figure.apply(pinning);
      if (one == null) {
        return null;
      }
      sum += one;
    }
    return sum;
  }

  private static @Nullable Double share(List<RunResult> results) {
    double sum = 0;
    double time = 0;
    for (RunResult result : results) {
      Double share = result.pinning().carrierShare();
      if (share == null) {
        return null;
      }
      double carrierTime = (double) result.windowNanos() * result.environment().carriers();
      sum += carrierTime == 0 ? 0 : share * carrierTime;
      time += carrierTime;
    }
    return time == 0 ? 0 : sum / time;
  }

  /**
   * A percentile that all runs share is that of all their samples; where they differ it is not
   * known. Runs in which nobody was seen waiting have no samples.
   */
  private static @Nullable Long effectiveRooms(List<RunResult> results) {
    List<Long> distinct =
        results.stream()
            .map(result -> result.pinning().effectiveRooms())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return distinct.size() == 1 ? distinct.getFirst() : null;
  }
}
