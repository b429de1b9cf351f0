package io.anteroom.study.cluster;

import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cells that one worker takes at once: what {@code batch.json} holds, beside a folder of inputs for
 * each cell.
 *
 * @param anteroom the version that sends them
 * @param clock {@code wall} or {@code simulated}
 * @param cellTimeout how long a cell may take in real time, as scenarios write durations
 * @param plugins the checksum of the plugins that its cells need; null: they need none
 */
@Json
public record BatchRecord(
    int schema,
    String anteroom,
    String clock,
    String cellTimeout,
    List<Member> cells,
    @Nullable String plugins) {
  static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<BatchRecord> JSON =
      new Document<>(
              BatchRecord.class,
              "batch",
              SCHEMA,
              List.of("anteroom", "clock", "cellTimeout", "cells"))
          .onlyWhereKnown("plugins");

  public BatchRecord {
    cells = List.copyOf(cells);
  }

  boolean simulated() {
    return clock.equals("simulated");
  }

  /**
   * A cell, but for its scenario.
   *
   * @param jdk the feature release of its JDK
   * @param jvmArguments see {@link JvmArguments}
   */
  @Json
  public record Member(String name, Map<String, String> point, int jdk, List<String> jvmArguments) {
    public Member {
      point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
      jvmArguments = List.copyOf(jvmArguments);
    }
  }
}
