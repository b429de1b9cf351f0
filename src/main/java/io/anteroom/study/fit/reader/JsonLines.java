package io.anteroom.study.fit.reader;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.io.IOException;

/** Reads files of one JSON object a line. */
final class JsonLines {
  private static final JsonStream JSON = JsonStream.builder().build();

  private JsonLines() {}

  /** Makes a request of an object, or none. */
  @FunctionalInterface
  interface Line {
    void read(JsonReader json) throws UnusableLineException;
  }

  /** Hands every line to its reader, and those that can't be used to the collector. */
  static void read(LogInput input, RequestCollector requests, Line reader) throws IOException {
    LogLines lines = new LogLines(input.stream());
    while (lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      if (lines.cut()) {
        requests.skip("longer than 1 MiB", lines.number(), lines.text(0, 100));
        continue;
      }
      try (JsonReader json = JSON.reader(lines.text())) {
        reader.read(json);
      } catch (UnusableLineException unusable) {
        requests.skip(unusable.reason(), lines.number(), lines.text());
      } catch (JsonException | IllegalStateException | IndexOutOfBoundsException malformed) {
        requests.skip("not JSON", lines.number(), lines.text());
      }
    }
  }
}
