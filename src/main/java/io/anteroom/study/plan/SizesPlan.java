package io.anteroom.study.plan;

import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many rooms each pool needs, and what that rests on.
 *
 * @param schema version of this shape
 * @param outcome {@link Plan#ANSWERED}, {@link Plan#NO_ANSWER}, {@link Plan#INTERRUPTED}, {@link
 *     Plan#FAILED_FOR_REAL} or {@link Plan#NOT_JUDGED_FOR_REAL}
 * @param explanation why there is no answer; else what the search promises of it
 * @param objectives as they were given
 * @param scenario the effective settings of the answer, or of the question where there is none
 * @param answer null: there is none
 * @param search how it was found
 * @param verification sizes that ran for real, the answer first; null: none did
 */
@Json
public record SizesPlan(
    int schema,
    String outcome,
    String explanation,
    List<String> objectives,
    Map<String, Object> scenario,
    @Nullable Answer answer,
    Search search,
    @Nullable List<SizesVerification> verification) {
  /** Version of {@code plan.json} for several pools. */
  public static final int SCHEMA = 1;

  /** Beyond that nobody asks by how much arrivals can grow. */
  public static final int MOST_HEAD_ROOM_PERCENT = 400;

  /** How it is written and read. */
  public static final Document<SizesPlan> JSON =
      new Document<>(
              SizesPlan.class,
              "plan of sizes",
              SCHEMA,
              List.of("outcome", "explanation", "objectives", "scenario", "search"))
          .onlyWhereKnown("verification", "unsound", "ended", "given", "kept");

  public SizesPlan {
    objectives = List.copyOf(objectives);
    verification = verification == null ? null : List.copyOf(verification);
  }

  /** The same plan, run for real. */
  SizesPlan with(List<SizesVerification> ran, String became, String why) {
    return new SizesPlan(schema, became, why, objectives, scenario, answer, search, ran);
  }

  /**
   * The sizes.
   *
   * @param bottleneck the pool for whose rooms most persons wait; empty: nobody waits
   * @param fewer with one room less in each pool, those that there are
   * @param more with one room more in each pool
   * @param headRoomPercent by how much the arrivals can grow until an objective fails, in whole
   *     percent, {@link #MOST_HEAD_ROOM_PERCENT} or more being that; null: they have no rate
   */
  public record Answer(
      SizesPoint point,
      String bottleneck,
      List<SizesPoint> fewer,
      List<SizesPoint> more,
      @Nullable Integer headRoomPercent) {
    public Answer {
      fewer = List.copyOf(fewer);
      more = List.copyOf(more);
    }

    /** How much of all waiting is for rooms of the bottleneck, from 0 to 1. */
    public double bottleneckShare() {
      double all = point.waiting().values().stream().mapToDouble(Double::doubleValue).sum();
      return point.waiting().getOrDefault(bottleneck, 0.0) / all;
    }
  }

  /**
   * How it was found.
   *
   * @param judged how many sizes were judged, those around the answer included
   * @param proven whether it is the cheapest if more rooms never make an objective fail; else no
   *     pool of it can spare a room, and no more is known
   * @param exceptions what is only modelled, where persons of the answer can deadlock, which
   *     waiting no objective is about, and where more rooms did make an objective fail, in
   *     sentences
   * @param given the rooms that the scenario gave to each pool; null: not known
   * @param kept the pools that kept theirs; null: not known
   */
  public record Search(
      int judged,
      boolean proven,
      List<String> exceptions,
      @Nullable Map<String, Integer> given,
      @Nullable List<String> kept) {
    public Search {
      exceptions = List.copyOf(exceptions);
      kept = kept == null ? null : List.copyOf(kept);
    }
  }
}
