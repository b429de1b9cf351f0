package io.anteroom.study.fit.reader;

import io.avaje.json.JsonReader;
import java.io.IOException;

/**
 * What k6 writes with {@code --out json}: an object a line. Those of the metric {@code
 * http_req_duration} are requests; their times are those of ends.
 */
final class K6JsonFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "k6-json", "results of k6 --out json", K6JsonFormat::recognises, K6JsonFormat::read);

  private K6JsonFormat() {}

  private static boolean recognises(LogHead head) {
    String line = head.firstLine();
    return line.startsWith("{") && line.contains("\"metric\"") && line.contains("\"type\"");
  }

  private static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    StampText stamps = new StampText(null);
    JsonLines.read(input, requests, json -> new Point(json).hand(stamps, options, requests));
  }

  /** A line. */
  private static final class Point {
    private String type = "";
    private String metric = "";
    private String time = "";
    private String label = "";
    private double millis = Double.NaN;

    Point(JsonReader json) {
      json.beginObject();
      while (json.hasNextField()) {
        switch (json.nextField()) {
          case "type" -> type = json.readString();
          case "metric" -> metric = json.readString();
          case "data" -> readData(json);
          default -> json.skipValue();
        }
      }
      json.endObject();
    }

    private void readData(JsonReader json) {
      json.beginObject();
      while (json.hasNextField()) {
        switch (json.nextField()) {
          case "time" -> time = json.readString();
          case "value" -> millis = json.readDouble();
          case "tags" -> readTags(json);
          default -> json.skipValue();
        }
      }
      json.endObject();
    }

    private void readTags(JsonReader json) {
      if (json.isNullValue()) {
        return;
      }
      json.beginObject();
      while (json.hasNextField()) {
        if (json.nextField().equals("name")) {
          label = json.readString();
        } else {
          json.skipValue();
        }
      }
      json.endObject();
    }

    void hand(StampText stamps, ReadOptions options, RequestCollector requests)
        throws UnusableLineException {
      if (!type.equals("Point") || !metric.equals(K6CsvFormat.METRIC)) {
        return;
      }
      if (time.isEmpty() || !(millis >= 0 && millis < 1e12)) {
        throw new UnusableLineException("no time or value");
      }
      long duration = Math.round(millis * 1e6);
      requests.stamped(stamps.nanos(time), duration, label, options.endsUnlessSaid(true));
    }
  }
}
