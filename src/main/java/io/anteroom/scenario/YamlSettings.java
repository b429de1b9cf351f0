package io.anteroom.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads settings from the events of one YAML document: a mapping of plain texts. Events rather than
 * nodes: aliases and tags are seen as they are written, and what is nested is refused at its first
 * bracket, however deep it goes.
 */
final class YamlSettings {
  private static final LoadSettings YAML = LoadSettings.builder().build();
  private static final List<String> WORDS =
      Stream.<Named[]>of(ScenarioKey.values(), JourneyKey.values())
          .flatMap(Stream::of)
          .map(Named::word)
          .toList();

  /** Journeys are nested; what is deeper than this is no journey that anybody makes. */
  private static final int DEEPEST = 40;

  private static final int LONGEST_PROBLEM = 100;

  private final String label;
  private final Path folder;
  private final Iterator<Event> events;
  private Settings settings = Settings.none();

  private YamlSettings(String text, String label, Path folder) {
    this.label = label;
    this.folder = folder;
    this.events = new Parse(YAML).parseString(text).iterator();
  }

  /**
   * Reads a document.
   *
   * @param label what messages call it
   * @param folder what file names in it are relative to
   */
  static Settings read(String text, String label, Path folder) {
    requirePrintable(text, label);
    try {
      return new YamlSettings(text, label, folder).document();
    } catch (MarkedYamlEngineException notYaml) {
      String position = notYaml.getProblemMark().map(YamlSettings::position).orElse("");
      throw malformed(label + position, notYaml.getProblem());
    } catch (YamlEngineException notYaml) {
      throw malformed(label, String.valueOf(notYaml.getMessage()));
    }
  }

  private static InvalidScenarioException malformed(String origin, String problem) {
    return new InvalidScenarioException(
        origin,
        "not YAML: "
            + QuotedText.beginning(problem, LONGEST_PROBLEM)
            + "; write one \"key: value\" a line, and quote odd values");
  }

  private static void requirePrintable(String text, String label) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (!StreamReader.isPrintable(character)) {
        throw new InvalidScenarioException(
            label + ":" + line + ":" + column,
            String.format(
                Locale.ROOT, "the character U+%04X is not allowed; remove it", character));
      }
      line += character == '\n' ? 1 : 0;
      column = character == '\n' ? 1 : column + 1;
    }
  }

  private Settings document() {
    events.next(); // The stream's start.
    if (events.next() instanceof StreamEndEvent) {
      throw empty();
    }
    Event root = plain(events.next());
    if (root instanceof ScalarEvent scalar && scalar.getValue().isEmpty()) {
      throw empty();
    }
    if (!(root instanceof MappingStartEvent)) {
      throw refused(root, "not a scenario; write one \"key: value\" a line, such as rooms: 64");
    }
    Map<String, Integer> linesOfKeys = new HashMap<>();
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      entry(key, key(plain(key), "rooms: 64", linesOfKeys));
    }
    events.next(); // The document's end.
    Event next = events.next();
    if (!(next instanceof StreamEndEvent)) {
      throw refused(next, "a second document; write each scenario into a file of its own");
    }
    return settings;
  }

  /** A key that is not there yet. */
  private String key(Event event, String example, Map<String, Integer> linesOfKeys) {
    if (!(event instanceof ScalarEvent scalar)) {
      throw refused(event, "a key must be a word; write for example " + example);
    }
    String word = scalar.getValue();
    if (word.equals("<<")) {
      throw refused(event, "merge keys (<<) are not allowed; write the keys out");
    }
    int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    Integer earlier = linesOfKeys.putIfAbsent(word, line);
    if (earlier != null) {
      throw refused(
          event, "duplicate key " + QuotedText.of(word) + "; keep this one or line " + earlier);
    }
    return word;
  }

  private void entry(Event at, String word) {
    Optional<JourneyKey> longForm = JourneyKey.of(word);
    if (longForm.isPresent()) {
      settings = settings.with(longForm.get(), node(plain(events.next()), 0));
      return;
    }
    ScenarioKey key = ScenarioKey.of(word).orElseThrow(() -> unknown(at, word));
    Event value = plain(events.next());
    if (key.notation() instanceof Notation.Entries && value instanceof MappingStartEvent) {
      settings = settings.with(key, new Setting(mapping(), origin(value), folder, true));
      return;
    }
    if (!key.list() || !(value instanceof SequenceStartEvent)) {
      add(key, value);
      return;
    }
    for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
      add(key, plain(item));
    }
  }

  /** A mapping as a list of {@code key=value}, whose start has been read. */
  private String mapping() {
    StringJoiner entries = new StringJoiner(",");
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      entries.add(word(key) + "=" + word(events.next()));
    }
    return entries.toString();
  }

  private String word(Event event) {
    if (plain(event) instanceof ScalarEvent scalar && !scalar.getValue().contains(",")) {
      return scalar.getValue();
    }
    throw refused(event, "not one word; write for example pool: {fairness: fair}");
  }

  /** A value that may be made of others. */
  private SettingNode node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw refused(event, "nested too deeply; allowed: at most " + DEEPEST + " levels");
    }
    return switch (event) {
      case ScalarEvent scalar ->
          new SettingNode.Text(new Setting(scalar.getValue(), origin(event), folder, true));
      case MappingStartEvent mapping -> entries(mapping, depth);
      case SequenceStartEvent sequence -> items(sequence, depth);
      default -> throw refused(event, "not a value");
    };
  }

  private SettingNode entries(Event start, int depth) {
    Map<String, Integer> linesOfKeys = new HashMap<>();
    List<SettingNode.Entry> entries = new ArrayList<>();
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      String word = key(plain(key), "hold: fixed:5ms", linesOfKeys);
      Setting written = new Setting(word, origin(key), folder, true);
      entries.add(new SettingNode.Entry(written, node(plain(events.next()), depth + 1)));
    }
    return new SettingNode.Entries(origin(start), entries);
  }

  private SettingNode items(Event start, int depth) {
    List<SettingNode> items = new ArrayList<>();
    for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
      items.add(node(plain(item), depth + 1));
    }
    return new SettingNode.Items(origin(start), items);
  }

  private void add(ScenarioKey key, Event event) {
    if (!(event instanceof ScalarEvent scalar)) {
      String kind = event instanceof MappingStartEvent ? "a mapping" : "a list";
      throw refused(event, NodeReader.noText(key.word(), kind, key.example()));
    }
    settings = settings.with(key, new Setting(scalar.getValue(), origin(event), folder, true));
  }

  private Event plain(Event event) {
    if (event instanceof AliasEvent alias) {
      throw refused(
          event, "an alias " + QuotedText.of("*" + alias.getAlias()) + "; write the value out");
    }
    Optional<String> anchor =
        event instanceof NodeEvent node ? node.getAnchor().map(Anchor::getValue) : Optional.empty();
    if (anchor.isPresent()) {
      throw refused(event, "an anchor " + QuotedText.of("&" + anchor.get()) + "; remove it");
    }
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> Optional.empty();
        };
    if (tag.isPresent()) {
      throw refused(event, "a tag " + QuotedText.of(tag.get()) + "; remove it");
    }
    return event;
  }

  private InvalidScenarioException unknown(Event event, String word) {
    return refused(event, "unknown key " + QuotedText.of(word) + NodeReader.remedy(word, WORDS));
  }

  private InvalidScenarioException empty() {
    return new InvalidScenarioException(label, "empty; write for example rooms: 64");
  }

  private InvalidScenarioException refused(Event event, String problem) {
    return new InvalidScenarioException(origin(event), problem);
  }

  private String origin(Event event) {
    return label + event.getStartMark().map(YamlSettings::position).orElse("");
  }

  private static String position(Mark mark) {
    return ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }
}
