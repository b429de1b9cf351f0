package io.anteroom.cli;

import static java.util.Objects.requireNonNull;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page as a reader without the program finds it: tables, code, figures, the data of charts. */
record HtmlPage(String html) {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);
  private static final Pattern TABLE =
      Pattern.compile("(?s)<caption class=\"hidden\">(.*?)</caption>(.*?)</table>");
  private static final Pattern ROW = Pattern.compile("(?s)<tr.*?</tr>");
  private static final Pattern FIELD = Pattern.compile("(?s)<t[hd][^>]*>(.*?)</t[hd]>");
  private static final Pattern FIGURE =
      Pattern.compile("([+-]?[\\d,]*\\.?\\d+(?:e-?\\d+)?)\\s*([^\\d\\s]\\S*)?");
  private static final Map<String, Double> UNITS = new HashMap<>();

  static {
    UNITS.put("ns", 1.0);
    UNITS.put("µs", 1e3);
    UNITS.put("ms", 1e6);
    UNITS.put("s", 1e9);
    UNITS.put("min", 60e9);
    UNITS.put("h", 3600e9);
    UNITS.put("d", 86400e9);
    UNITS.put("%", 0.01);
    UNITS.put("/s", 1.0);
    UNITS.put("k/s", 1e3);
    UNITS.put("M/s", 1e6);
  }

  static HtmlPage in(Path file) throws IOException {
    return new HtmlPage(Files.readString(file));
  }

  static Object json(String text) {
    return JSON.fromJson(text);
  }

  /** Rows of the table with that caption, its heading first. */
  List<List<String>> table(String caption) {
    return TABLE
        .matcher(html)
        .results()
        .filter(table -> text(table.group(1)).equals(caption))
        .findFirst()
        .map(table -> ROW.matcher(table.group(2)).results().map(HtmlPage::fields).toList())
        .orElseThrow(() -> new AssertionError("no table " + caption + "; there are " + captions()));
  }

  private List<String> captions() {
    return TABLE.matcher(html).results().map(table -> text(table.group(1))).toList();
  }

  private static List<String> fields(MatchResult row) {
    return FIELD.matcher(row.group()).results().map(field -> text(field.group(1))).toList();
  }

  /** The first drawing, as SVG. */
  String picture() {
    String encoded = group("src=\"data:image/svg\\+xml;base64,([^\"]*)\"");
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  /** What the scripts draw. */
  Object data() {
    return json(group("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>"));
  }

  /** The text of an element with that id that has no other in it. */
  String element(String id) {
    return text(group("(?s)<[a-z]+ id=\"" + id + "\"[^>]*>(.*?)</(?:code|strong|dd)>"));
  }

  private String group(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(html);
    if (!matcher.find()) {
      throw new AssertionError("nothing on the page is " + pattern);
    }
    return matcher.group(1);
  }

  /** Without elements, and with the characters that entities stand for. */
  static String text(String markup) {
    return markup
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#x3D;", "=")
        .replace("&amp;", "&")
        .strip();
  }

  /** The figure that a text is, in nanoseconds, of 1, per second or without a unit. */
  static double figure(String text) {
    Matcher matcher = FIGURE.matcher(text.replace(" ▲", "").replace(" ▼", ""));
    if (!matcher.matches()) {
      throw new AssertionError("no figure: " + text);
    }
    String unit = matcher.group(2) == null ? "" : matcher.group(2);
    Double factor = unit.isEmpty() ? Double.valueOf(1) : UNITS.get(unit);
    if (factor == null) {
      throw new AssertionError("no figure of a unit that is known: " + text);
    }
    return Double.parseDouble(matcher.group(1).replace(",", "")) * factor;
  }

  /** What lies at a path of keys and places; null: nothing. */
  static @Nullable Object at(@Nullable Object json, @Nullable Object... path) {
    Object here = json;
    for (Object step : path) {
      here =
          step instanceof Integer place
              ? ((List<?>) requireNonNull(here)).get(place)
              : ((Map<?, ?>) requireNonNull(here)).get(step);
    }
    return here;
  }

  /** The elements of a list that is there. */
  static List<?> list(@Nullable Object json) {
    return (List<?>) requireNonNull(json);
  }
}
