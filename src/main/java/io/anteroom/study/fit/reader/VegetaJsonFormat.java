package io.anteroom.study.fit.reader;

import io.avaje.json.JsonReader;
import java.io.IOException;

/** What vegeta writes with {@code encode}: an object a line, with a latency in nanoseconds. */
final class VegetaJsonFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "vegeta-json",
          "results of vegeta encode",
          VegetaJsonFormat::recognises,
          VegetaJsonFormat::read);

  private VegetaJsonFormat() {}

  private static boolean recognises(LogHead head) {
    String line = head.firstLine();
    return line.startsWith("{") && line.contains("\"latency\"") && line.contains("\"timestamp\"");
  }

  private static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    StampText stamps = new StampText(null);
    JsonLines.read(input, requests, json -> request(json, stamps, options, requests));
  }

  private static void request(
      JsonReader json, StampText stamps, ReadOptions options, RequestCollector requests)
      throws UnusableLineException {
    String stamp = "";
    String label = "";
    long latency = -1;
    json.beginObject();
    while (json.hasNextField()) {
      switch (json.nextField()) {
        case "timestamp" -> stamp = json.readString();
        case "latency" -> latency = json.readLong();
        case "url" -> label = json.readString();
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (stamp.isEmpty() || latency < 0) {
      throw new UnusableLineException("no timestamp or latency");
    }
    requests.stamped(stamps.nanos(stamp), latency, label, options.endsUnlessSaid(false));
  }
}
