package io.anteroom.observe.watch;

import io.anteroom.result.store.PrettyJson;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/**
 * The serial form of {@link WatchResult}: its keys are the records' components, in their order. A
 * figure that was not recorded is {@code null}.
 */
public final class WatchJson {
  private static final JsonType<WatchResult> RESULT =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(WatchResult.class);

  private WatchJson() {}

  /** The result as JSON, ending in a line feed. */
  public static String write(WatchResult result) {
    return PrettyJson.of(RESULT.toJson(result));
  }

  /** The result that was written as this text. */
  public static WatchResult read(String json) {
    return RESULT.fromJson(json);
  }
}
