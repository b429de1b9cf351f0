package io.anteroom.scenario;

import io.anteroom.scenario.Journey.ComeBack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a journey: as settings, in which texts, lists and maps stand in each other, and as YAML.
 * What {@code times}, {@code chance} and {@code class} say by default is left out.
 */
final class JourneyText {
  private static final String INDENT = "  ";

  private JourneyText() {}

  /** The journey by key. */
  static Map<String, Object> settings(Journey journey) {
    Map<String, Object> settings = new LinkedHashMap<>();
    Map<String, Object> pools = new LinkedHashMap<>();
    journey.pools().forEach(pool -> pools.put(pool.name(), pool(pool)));
    settings.put(JourneyKey.POOLS.word(), pools);
    settings.put(JourneyKey.JOURNEY.word(), steps(journey.steps()));
    if (!journey.classes().isEmpty()) {
      Map<String, Object> classes = new LinkedHashMap<>();
      journey.classes().forEach(one -> classes.put(one.name(), personClass(one)));
      settings.put(JourneyKey.CLASSES.word(), classes);
    }
    ComeBack comeBack = journey.comeBack();
    if (comeBack != null) {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put(JourneyParser.PAUSE, comeBack.pause().toString());
      written.put(StepParser.TIMES, String.valueOf(comeBack.times()));
      settings.put(JourneyKey.RETRY_AFTER.word(), written);
    }
    return settings;
  }

  /** The keys of a pool, as a scenario of one pool has them. */
  private static Map<String, Object> pool(NamedPool pool) {
    Map<String, Object> written = new LinkedHashMap<>();
    for (ScenarioKey key : JourneyParser.POOL_KEYS) {
      ScenarioText.ofPool(key, pool).ifPresent(value -> written.put(key.word(), value));
    }
    return written;
  }

  private static List<Object> steps(List<JourneyStep> steps) {
    List<Object> written = new ArrayList<>();
    steps.forEach(step -> written.add(step(step)));
    return written;
  }

  private static Map<String, Object> step(JourneyStep step) {
    Map<String, Object> written = new LinkedHashMap<>();
    switch (step) {
      case JourneyStep.Hold hold -> written.put(ScenarioKey.HOLD.word(), hold.length().toString());
      case JourneyStep.In in -> {
        written.put(StepParser.IN, in.pool());
        if (in.times() > 1) {
          written.put(StepParser.TIMES, String.valueOf(in.times()));
        }
        if (in.chance() < 1) {
          written.put(StepParser.CHANCE, Numbers.plain(in.chance()));
        }
      }
    }
    if (step.onlyClass() != null) {
      written.put(StepParser.CLASS, step.onlyClass());
    }
    if (step instanceof JourneyStep.In in) {
      written.put(StepParser.DO, steps(in.steps()));
    }
    return written;
  }

  private static Map<String, Object> personClass(PersonClass one) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put(JourneyParser.SHARE, Numbers.plain(one.share()));
    written.put(JourneyParser.PRIORITY, String.valueOf(one.priority()));
    if (one.patience() != null) {
      written.put(ScenarioKey.PATIENCE.word(), one.patience().toString());
    }
    return written;
  }

  /** The journey as YAML, in block style. */
  static String yaml(Journey journey) {
    StringBuilder text = new StringBuilder();
    append(text, settings(journey), "");
    return text.toString();
  }

  private static void append(StringBuilder text, Map<?, ?> entries, String indent) {
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      text.append(indent).append(ScenarioText.scalar((String) entry.getKey())).append(':');
      appendValue(text, entry.getValue(), indent);
    }
  }

  private static void appendValue(StringBuilder text, Object value, String indent) {
    switch (value) {
      case Map<?, ?> entries -> {
        text.append('\n');
        append(text, entries, indent + INDENT);
      }
      case List<?> items -> {
        text.append('\n');
        items.forEach(item -> appendItem(text, (Map<?, ?>) item, indent + INDENT));
      }
      default -> text.append(' ').append(number(value.toString())).append('\n');
    }
  }

  /** An item begins on the line of its dash. */
  private static void appendItem(StringBuilder text, Map<?, ?> entries, String indent) {
    int start = text.length();
    append(text, entries, indent + INDENT);
    text.replace(start, start + indent.length() + INDENT.length(), indent + "- ");
  }

  private static String number(String value) {
    return value.matches(Numbers.PATTERN) ? value : ScenarioText.scalar(value);
  }
}
