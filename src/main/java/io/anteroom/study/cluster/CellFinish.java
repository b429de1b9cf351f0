package io.anteroom.study.cluster;

import io.anteroom.result.store.Document;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRunner.Finish;
import io.anteroom.study.cell.Hardware;
import io.anteroom.study.cell.Host;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a cell ended on a worker: what {@code finish.json} holds, beside what the cell left.
 *
 * @param explanation for a person to read, where the outcome is not {@code completed}; else empty
 * @param host null: the cell's figures do not depend on the machine
 * @param seconds how long it took, its JVM's start included
 */
@Json
public record CellFinish(
    int schema, CellOutcome outcome, String explanation, @Nullable Host host, double seconds) {
  private static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<CellFinish> JSON =
      new Document<>(
          CellFinish.class, "finish", SCHEMA, List.of("outcome", "explanation", "seconds"));

  /** How a cell ended on this machine, which has that name. */
  static CellFinish of(Finish finish, double seconds, String machine) {
    Host host = finish.host();
    return new CellFinish(
        SCHEMA,
        finish.outcome(),
        finish.explanation(),
        host == null ? null : host.on(machine, Hardware.here()),
        seconds);
  }

  /** The same for whoever asked for the cell. */
  Finish told() {
    return new Finish(outcome, explanation, host, seconds, null);
  }
}
