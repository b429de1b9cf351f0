package io.anteroom.report.html;

import io.anteroom.report.html.RunData.Download;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;

/**
 * What the scripts of a sweep's page draw and offer.
 *
 * @param metric what is drawn at first
 */
@Json
public record SweepData(String metric, CellColumns cells, List<Download> downloads) {
  private static final JsonType<SweepData> TYPE =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(SweepData.class);

  /** As JSON. */
  public String json() {
    return TYPE.toJson(this);
  }
}
