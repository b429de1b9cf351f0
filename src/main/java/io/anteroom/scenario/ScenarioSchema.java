package io.anteroom.scenario;

import io.avaje.json.JsonWriter;
import io.avaje.json.stream.JsonStream;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;

/** The JSON Schema of scenario files, for editors: what each key is for and how it is written. */
public final class ScenarioSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final JsonWriter json;
  private final List<String> modes;
  private final List<String> activities;

  private ScenarioSchema(JsonWriter json, List<String> modes, List<String> activities) {
    this.json = json;
    this.modes = modes;
    this.activities = activities;
  }

  /**
   * The schema, in a fixed order. It holds each key by itself; what keys allow together is checked
   * by {@link ScenarioParser}.
   *
   * @param modes the locking modes there are
   * @param activities the activities there are
   */
  public static String json(Collection<ModeTraits> modes, Collection<ActivityTraits> activities) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = JsonStream.builder().build().writer(text)) {
      json.pretty(true);
      new ScenarioSchema(
              json,
              modes.stream().map(ModeTraits::name).toList(),
              activities.stream().map(ActivityTraits::name).toList())
          .write();
    }
    return text + "\n";
  }

  private void write() {
    json.beginObject();
    put("$schema", DIALECT);
    put("title", "Anteroom scenario");
    put("type", "object");
    json.name("additionalProperties");
    json.value(false);
    json.name("properties");
    json.beginObject();
    List.of(ScenarioKey.values()).forEach(this::write);
    for (JourneyKey key : JourneyKey.values()) {
      object(key.word(), () -> write(key));
    }
    json.endObject();
    object("$defs", () -> object("step", this::writeStep));
    json.endObject();
  }

  private void write(ScenarioKey key) {
    object(
        key.word(),
        () -> {
          put("description", key.description() + ". Default: " + key.defaultText() + ".");
          write(key.notation());
        });
  }

  private void write(JourneyKey key) {
    put("description", key.description() + ".");
    switch (key) {
      case POOLS -> named(() -> JourneyParser.POOL_KEYS.forEach(this::write), List.of());
      case JOURNEY -> steps();
      case CLASSES ->
          named(
              () -> {
                object(JourneyParser.SHARE, () -> write(new Notation.Share()));
                object(
                    JourneyParser.PRIORITY,
                    () -> write(new Notation.Whole(1, JourneyParser.LEAST_PRIORITY, false)));
                write(ScenarioKey.PATIENCE);
              },
              List.of(JourneyParser.SHARE));
      case RETRY_AFTER ->
          properties(
              () -> {
                object(JourneyParser.PAUSE, () -> write(ScenarioKey.HOLD.notation()));
                object(
                    StepParser.TIMES,
                    () -> write(new Notation.Whole(1, JourneyParser.MOST_RETURNS, false)));
              },
              List.of(JourneyParser.PAUSE));
    }
  }

  /** Objects of a kind, by names of the user's. */
  private void named(Runnable keys, List<String> required) {
    put("type", "object");
    object("propertyNames", () -> pattern(JourneyParser.NAME.pattern()));
    object("additionalProperties", () -> properties(keys, required));
  }

  private void properties(Runnable keys, List<String> required) {
    put("type", "object");
    json.name("additionalProperties");
    json.value(false);
    object("properties", keys);
    array("required", required);
  }

  private void steps() {
    put("type", "array");
    put("minItems", 1);
    object("items", () -> put("$ref", "#/$defs/step"));
  }

  private void writeStep() {
    properties(
        () -> {
          object(ScenarioKey.HOLD.word(), () -> write(ScenarioKey.HOLD.notation()));
          object(StepParser.IN, () -> put("type", "string"));
          object(
              StepParser.TIMES, () -> write(new Notation.Whole(1, StepParser.MOST_TIMES, false)));
          object(StepParser.CHANCE, () -> write(new Notation.Share()));
          object(StepParser.CLASS, () -> put("type", "string"));
          object(StepParser.DO, this::steps);
        },
        List.of());
  }

  private void object(String name, Runnable content) {
    json.name(name);
    json.beginObject();
    content.run();
    json.endObject();
  }

  private void write(Notation notation) {
    switch (notation) {
      case Notation.Whole(long least, long most, boolean orNone) -> {
        types("integer", "string");
        put("minimum", least);
        put("maximum", most);
        pattern(orNone ? "none|" + Notation.Whole.DIGITS : Notation.Whole.DIGITS);
      }
      case Notation.Rooms(Notation.Whole(long least, long most, boolean orNone)) -> {
        types("integer", "string");
        put("minimum", least);
        put("maximum", most);
        pattern(Notation.Whole.DIGITS + "|" + RoomPlan.PATTERN);
      }
      case Notation.Share() -> {
        types("number", "string");
        put("minimum", 0);
        put("maximum", 1);
        pattern("none|" + Notation.Share.PATTERN);
      }
      case Notation.Form form -> {
        put("type", "string");
        pattern(form.orNone() ? "none|" + form.pattern() : form.pattern());
      }
      case Notation.Entries() -> entries();
      case Notation.OneOf(List<String> words) -> array("enum", words);
      case Notation.ModeName() -> array("enum", modes);
      case Notation.ActivityName() -> array("enum", activities);
      case Notation.Texts texts -> {
        types("array", "string");
        json.name("items");
        json.beginObject();
        put("type", "string");
        json.endObject();
      }
    }
  }

  private void entries() {
    types("object", "string");
    json.name("additionalProperties");
    json.value(false);
    json.name("properties");
    json.beginObject();
    for (PoolKey key : PoolKey.values()) {
      json.name(key.word());
      json.beginObject();
      put("description", key.description() + ".");
      switch (key.notation()) {
        case PoolKey.Value.Word(List<String> words) -> array("enum", words);
        case PoolKey.Value.Time unused -> {
          put("type", "string");
          pattern(DurationText.PATTERN);
        }
        case PoolKey.Value.Count(Notation.Whole range) -> {
          put("type", "integer");
          put("minimum", range.least());
          put("maximum", range.most());
        }
      }
      json.endObject();
    }
    json.endObject();
  }

  private void pattern(String alternatives) {
    put("pattern", "^(?:" + alternatives + ")$");
  }

  private void types(String... types) {
    array("type", List.of(types));
  }

  private void array(String name, List<String> values) {
    json.name(name);
    json.beginArray();
    values.forEach(json::value);
    json.endArray();
  }

  private void put(String name, String value) {
    json.name(name);
    json.value(value);
  }

  private void put(String name, long value) {
    json.name(name);
    json.value(value);
  }
}
