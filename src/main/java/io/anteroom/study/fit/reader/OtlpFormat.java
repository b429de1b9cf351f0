package io.anteroom.study.fit.reader;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.io.IOException;

/**
 * Spans of OpenTelemetry as JSON (OTLP): one object, or one a line. Times are nanoseconds since
 * 1970 as texts; the name of a span is its label. It is read as a stream, whatever its size.
 */
final class OtlpFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "otlp-json", "spans of OpenTelemetry as JSON", OtlpFormat::recognises, OtlpFormat::read);

  private static final JsonStream JSON = JsonStream.builder().build();

  private OtlpFormat() {}

  private static boolean recognises(LogHead head) {
    return head.startsWith("{")
        && head.lines().stream().limit(5).anyMatch(line -> line.contains("\"resourceSpans\""));
  }

  private static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    boolean several =
        input.head().lines().stream().filter(line -> line.startsWith("{")).count() > 1;
    if (several) {
      JsonLines.read(input, requests, json -> document(json, requests));
      return;
    }
    try (JsonReader json = JSON.reader(input.stream())) {
      document(json, requests);
    } catch (JsonException | IllegalStateException | IndexOutOfBoundsException malformed) {
      requests.skip("from here on not JSON, or cut", 0, String.valueOf(malformed.getMessage()));
    }
  }

  private static void document(JsonReader json, RequestCollector requests) {
    descend(json, "resourceSpans", () -> scopes(json, requests));
  }

  private static void scopes(JsonReader json, RequestCollector requests) {
    descend(json, "scopeSpans", () -> spans(json, requests));
  }

  private static void spans(JsonReader json, RequestCollector requests) {
    descend(json, "spans", () -> span(json, requests));
  }

  /** Reads an object, and each element of that array in it. */
  private static void descend(JsonReader json, String array, Runnable element) {
    json.beginObject();
    while (json.hasNextField()) {
      if (json.nextField().equals(array)) {
        json.beginArray();
        while (json.hasNextElement()) {
          element.run();
        }
        json.endArray();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private static void span(JsonReader json, RequestCollector requests) {
    String name = "";
    String start = "";
    String end = "";
    json.beginObject();
    while (json.hasNextField()) {
      switch (json.nextField()) {
        case "name" -> name = json.readString();
        case "startTimeUnixNano" -> start = json.readString();
        case "endTimeUnixNano" -> end = json.readString();
        default -> json.skipValue();
      }
    }
    json.endObject();
    try {
      long began = DecimalText.scaled(start, 1);
      requests.began(began, DurationValue.notNegative(DecimalText.scaled(end, 1) - began), name);
    } catch (UnusableLineException unusable) {
      requests.skip("a span without a start, or that ends before it", 0, name);
    }
  }
}
