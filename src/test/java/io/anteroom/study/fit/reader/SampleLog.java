package io.anteroom.study.fit.reader;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The layouts of logs, each written by a way of its own: times are in nanoseconds since 1970. */
public enum SampleLog {
  CSV("csv", 1, 1000, "start,duration_us,label\n") {
    @Override
    String line(long start, long duration, String label) {
      return "%s,%s,%s%n".formatted(iso(start), duration / 1e3, label);
    }
  },
  ENDS("csv", 1, 1, "began;end;name\n") {
    @Override
    String line(long start, long duration, String label) {
      return "%d;%d;\"%s\"%n".formatted(start, start + duration, label);
    }
  },
  JTL(
      "jtl",
      1_000_000,
      1_000_000,
      "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
          + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n") {
    @Override
    String line(long start, long duration, String label) {
      long elapsed = (start + duration) / 1_000_000 - start / 1_000_000;
      return "%d,%d,%s,200,OK,users 1-1,text,true,,512,128,40,40,http://localhost/,%d,0,1%n"
          .formatted(start / 1_000_000, elapsed, label, elapsed);
    }
  },
  K6_CSV(
      "k6-csv",
      1_000_000_000,
      1,
      "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,"
          + "name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n") {
    @Override
    String line(long start, long duration, String label) {
      long end = (start + duration) / 1_000_000_000;
      String rest = ",,,,true,,GET," + label + ",HTTP/1.1,default,,200,,,http://localhost/,,";
      return "http_reqs,%d,1.000000%s%nhttp_req_duration,%d,%.6f%s%n"
          .formatted(end, rest, end, duration / 1e6, rest);
    }
  },
  K6_JSON("k6-json", 1, 1, "{\"type\":\"Metric\",\"metric\":\"http_reqs\",\"data\":{}}\n") {
    @Override
    String line(long start, long duration, String label) {
      return ("{\"metric\":\"http_req_duration\",\"type\":\"Point\",\"data\":{\"time\":\"%s\","
              + "\"value\":%.6f,\"tags\":{\"name\":\"%s\",\"status\":\"200\"}}}%n")
          .formatted(iso(start + duration), duration / 1e6, label);
    }
  },
  VEGETA_CSV("vegeta-csv", 1, 1, "") {
    @Override
    String line(long start, long duration, String label) {
      return "%d,200,%d,0,512,,,attack,1,GET,%s,%n".formatted(start, duration, label);
    }
  },
  VEGETA_JSON("vegeta-json", 1, 1, "") {
    @Override
    String line(long start, long duration, String label) {
      return ("{\"attack\":\"\",\"seq\":0,\"code\":200,\"timestamp\":\"%s\",\"latency\":%d,"
              + "\"headers\":{\"a\":[\"b\"]},\"url\":\"%s\"}%n")
          .formatted(iso(start), duration, label);
    }
  },
  HEY(
      "hey",
      1,
      1000,
      "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n") {
    @Override
    String line(long start, long duration, String label) {
      return "%.6f,0,0,0,0,0,200,%.9f%n".formatted(duration / 1e9, (start - ORIGIN) / 1e9);
    }
  },
  NGINX("access-log", 1_000_000_000, 1_000_000, "") {
    @Override
    String line(long start, long duration, String label) {
      return "127.0.0.1 - - [%s] \"%s?a=1 HTTP/1.1\" 200 512 \"-\" \"curl/8\" %.3f%n"
          .formatted(
              clf(start + duration),
              label,
              ((start + duration) / 1_000_000 - start / 1_000_000) / 1e3);
    }
  },
  APACHE("access-log", 1_000_000_000, 1000, "") {
    @Override
    String line(long start, long duration, String label) {
      return "::1 - bob [%s] \"%s HTTP/1.1\" 200 512 %d%n"
          .formatted(clf(start), label, duration / 1000);
    }
  },
  OTLP("otlp-json", 1, 1, "") {
    @Override
    String line(long start, long duration, String label) {
      return ("{\"resourceSpans\":[{\"resource\":{},\"scopeSpans\":[{\"scope\":{\"name\":\"x\"},"
              + "\"spans\":[{\"name\":\"%s\",\"kind\":2,\"startTimeUnixNano\":\"%d\","
              + "\"endTimeUnixNano\":\"%d\",\"status\":{}}]}]}]}%n")
          .formatted(label, start, start + duration);
    }
  };

  /** A day to count from. */
  public static final long ORIGIN = 1_796_000_000_000_000_000L;

  private final String format;
  private final long stampStep;
  private final long durationStep;
  private final String header;

  SampleLog(String format, long stampStep, long durationStep, String header) {
    this.format = format;
    this.stampStep = stampStep;
    this.durationStep = durationStep;
    this.header = header;
  }

  /** The word that asks for its layout. */
  public String format() {
    return format;
  }

  /** The step of its clock, in nanoseconds. */
  public long stampStep() {
    return stampStep;
  }

  /** The step of its durations, in nanoseconds. */
  public long durationStep() {
    return durationStep;
  }

  abstract String line(long start, long duration, String label);

  /** A file of these requests, which are in order. */
  public String text(long[] starts, long[] durations, String... labels) {
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < starts.length; i++) {
      String label = labels.length == 0 ? "GET /cart" : labels[i % labels.length];
      text.append(line(ORIGIN + starts[i], durations[i], label));
    }
    return text.toString();
  }

  private static String iso(long nanos) {
    return Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000).toString();
  }

  private static String clf(long nanos) {
    return DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH)
        .format(Instant.ofEpochSecond(nanos / 1_000_000_000).atOffset(ZoneOffset.ofHours(2)));
  }
}
