package io.anteroom.measure.flight;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a {@code .jfc} file, with the line of every setting. It knows the elements of
 * the JDK's own model ({@code jdk.jfr.internal.jfc.model}): controls are allowed and skipped, since
 * the JDK too takes the text of a setting for its value. Document types and entities are refused.
 * Confined to one thread.
 */
final class SettingsDocument {
  /** One setting as the file has it. */
  record Line(String event, String setting, String value, int eventLine, int line) {
    String key() {
      return event + "#" + setting;
    }
  }

  private static final Map<String, Set<String>> PARENTS =
      Map.ofEntries(
          Map.entry("configuration", Set.of("")),
          Map.entry("event", Set.of("configuration")),
          Map.entry("setting", Set.of("event")),
          Map.entry("control", Set.of("configuration")),
          Map.entry("condition", Set.of("control")),
          Map.entry("text", Set.of("control")),
          Map.entry("selection", Set.of("control")),
          Map.entry("flag", Set.of("control")),
          Map.entry("option", Set.of("selection")),
          Map.entry("and", Set.of("condition", "and", "or", "not")),
          Map.entry("or", Set.of("condition", "and", "or", "not")),
          Map.entry("not", Set.of("condition", "and", "or", "not")),
          Map.entry("test", Set.of("condition", "and", "or", "not")));
  private static final Pattern PARSER_MESSAGE = Pattern.compile("(?s).*Message: (.*)");

  private final String origin;
  private final byte[] content;
  private final Deque<String> open = new ArrayDeque<>();
  private final List<Line> lines = new ArrayList<>();
  private String event = "";
  private int eventLine;

  SettingsDocument(String origin, byte[] content) {
    this.origin = origin;
    this.content = content;
  }

  /** All settings in the file's order. */
  List<Line> read() {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(content));
      while (reader.hasNext()) {
        step(reader, reader.next());
      }
      return List.copyOf(lines);
    } catch (XMLStreamException broken) {
      Matcher message = PARSER_MESSAGE.matcher(String.valueOf(broken.getMessage()));
      throw new InvalidFlightSettingsException(
          origin,
          broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber(),
          "not well-formed XML: " + (message.matches() ? message.group(1) : broken.getMessage()));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private void step(XMLStreamReader reader, int kind) throws XMLStreamException {
    if (kind == XMLStreamConstants.DTD) {
      throw invalid(reader, "a document type is not allowed in settings; remove <!DOCTYPE>.");
    }
    if (kind == XMLStreamConstants.START_ELEMENT) {
      start(reader);
    }
    if (kind == XMLStreamConstants.END_ELEMENT) {
      open.pop();
    }
  }

  private void start(XMLStreamReader reader) throws XMLStreamException {
    String element = reader.getLocalName();
    checkPlace(reader, element);
    switch (element) {
      case "configuration" -> checkVersion(reader);
      case "event" -> {
        event = name(reader, element);
        eventLine = reader.getLocation().getLineNumber();
      }
      case "setting" -> {
        int line = reader.getLocation().getLineNumber();
        String setting = name(reader, element);
        // Reads on to the end tag, so nothing is pushed.
        lines.add(new Line(event, setting, reader.getElementText(), eventLine, line));
        return;
      }
      default -> {
        // Controls: for tools that edit settings.
      }
    }
    open.push(element);
  }

  private void checkPlace(XMLStreamReader reader, String element) {
    Set<String> parents = PARENTS.get(element);
    if (parents == null) {
      throw invalid(
          reader,
          "unknown element <%s>.%s"
              .formatted(element, NearestName.hint(element, PARENTS.keySet())));
    }
    String parent = open.isEmpty() ? "" : open.peek();
    if (!parents.contains(parent)) {
      throw invalid(
          reader,
          "<%s> does not belong in %s; put it in <%s>."
              .formatted(
                  element,
                  parent.isEmpty() ? "the outermost place" : "<" + parent + ">",
                  String.join("> or <", parents.stream().sorted().toList())));
    }
  }

  private void checkVersion(XMLStreamReader reader) {
    String version = reader.getAttributeValue(null, "version");
    if (version == null || !version.startsWith("2.")) {
      throw invalid(
          reader,
          "<configuration> has %s; write version=\"2.0\"."
              .formatted(version == null ? "no version" : "the version '" + version + "'"));
    }
  }

  private String name(XMLStreamReader reader, String element) {
    String name = reader.getAttributeValue(null, "name");
    if (name == null || name.isBlank()) {
      throw invalid(
          reader, "<%s> has no name; write <%s name=\"...\">.".formatted(element, element));
    }
    return name;
  }

  private InvalidFlightSettingsException invalid(XMLStreamReader reader, String problem) {
    return new InvalidFlightSettingsException(
        origin, reader.getLocation().getLineNumber(), problem);
  }
}
