package io.anteroom.result.verdict;

import io.anteroom.result.Run;
import io.anteroom.result.store.StoredRun;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Conduct;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run some of whose figures are others. Mutable. */
public final class ChangedRun {
  private static final JsonType<Object> ANY =
      Jsonb.builder().serializeNulls(true).serializeEmpty(true).build().type(Object.class);

  private final Run run;
  private final Map<String, Object> result;
  private List<String> expectations;

  /** One that is the same so far. */
  public ChangedRun(Run run) {
    this.run = run;
    this.result = object(ANY.fromJson(StoredRun.RESULT.write(run.result())));
    this.expectations = run.scenario().conduct().expectations();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object json) {
    if (json instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException(json + ": not an object");
  }

  /** Sets a key of {@code result.json}, such as {@code pinning/carrierShare}, that is there. */
  public ChangedRun set(String path, @Nullable Object value) {
    Map<String, Object> place = result;
    String[] keys = path.split("/", -1);
    for (int i = 0; i < keys.length - 1; i++) {
      place = object(place.get(keys[i]));
    }
    String last = keys[keys.length - 1];
    if (!place.containsKey(last)) {
      throw new IllegalArgumentException(path + ": there is no such key");
    }
    place.put(last, value);
    return this;
  }

  /** Sets what is expected of it. */
  public ChangedRun expecting(String... conditions) {
    expectations = List.of(conditions);
    return this;
  }

  /** The run. */
  public Run run() {
    Scenario as = run.scenario();
    Conduct conduct = as.conduct();
    Conduct expecting =
        new Conduct(
            conduct.warmup(),
            conduct.carriers(),
            conduct.seed(),
            conduct.stuckAfter(),
            conduct.jfr(),
            conduct.clock(),
            conduct.replications(),
            expectations);
    Scenario scenario =
        new Scenario(as.name(), as.facility(), as.locking(), as.demand(), as.stay(), expecting);
    return new Run(
        scenario,
        StoredRun.RESULT.read(ANY.toJson(result)),
        run.histograms(),
        run.intervals(),
        run.visits(),
        run.attachments());
  }
}
