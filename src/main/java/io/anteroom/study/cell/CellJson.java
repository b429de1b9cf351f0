package io.anteroom.study.cell;

import io.anteroom.result.store.PrettyJson;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;

/**
 * {@link CellRecord Cells} as JSON, in UTF-8. Its keys are the record's components, in the order in
 * which these are declared. Keys may be added within a schema version.
 */
public final class CellJson {
  private static final JsonType<CellRecord> CELL =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(CellRecord.class);

  private CellJson() {}

  /** One cell, ending in a line feed. */
  public static String write(CellRecord cell) {
    return PrettyJson.of(CELL.toJson(cell));
  }

  /** Many cells as an array, ending in a line feed. */
  public static String write(List<CellRecord> cells) {
    return PrettyJson.of(CELL.list().toJson(cells));
  }

  /** The cell that was written as this text. */
  static CellRecord read(String json) {
    return CELL.fromJson(json);
  }

  /** The cells that were written as this text. */
  public static List<CellRecord> readAll(String json) {
    return CELL.list().fromJson(json);
  }
}
