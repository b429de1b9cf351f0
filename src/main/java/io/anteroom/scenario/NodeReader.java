package io.anteroom.scenario;

import io.anteroom.scenario.SettingNode.Entries;
import io.anteroom.scenario.SettingNode.Entry;
import io.anteroom.scenario.SettingNode.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that are made of others; each failure names line and column, and what is allowed.
 */
final class NodeReader {
  private NodeReader() {}

  static Distribution required(Entry entry) {
    return read(entry, ScenarioKey.HOLD.example(), DistributionText::parse);
  }

  static @Nullable Distribution distribution(@Nullable Entry entry, String example) {
    return entry == null || text(entry, example).value().strip().equals(Settings.NOTHING)
        ? null
        : read(entry, example, DistributionText::parse);
  }

  static double positiveShare(Entry entry) {
    double share = read(entry, "10%", setting -> Notation.Share.parse(setting.value()));
    if (share > 0) {
      return share;
    }
    throw refused(entry, "allowed: more than 0, at most 1 or 100%");
  }

  static int whole(@Nullable Entry entry, int most) {
    Notation.Whole range = new Notation.Whole(1, most, false);
    return entry == null
        ? 1
        : (int) (long) read(entry, "2", setting -> range.parse(setting.value()));
  }

  private static <T> T read(Entry entry, String example, Function<Setting, T> notation) {
    Setting setting = text(entry, example);
    try {
      return notation.apply(setting.part(setting.value().strip()));
    } catch (IllegalArgumentException refusal) {
      throw refused(entry, refusal.getMessage() + "; for example " + example);
    }
  }

  private static InvalidScenarioException refused(Entry entry, String why) {
    Setting setting = ((Text) entry.value()).setting();
    return new InvalidScenarioException(
        setting.origin(),
        entry.word() + " can't be " + QuotedText.of(setting.value()) + "; " + why);
  }

  static Setting text(Entry entry, String example) {
    if (entry.value() instanceof Text(Setting setting)) {
      return setting;
    }
    throw new InvalidScenarioException(
        entry.value().origin(), noText(entry.word(), entry.value().kind(), example));
  }

  /** That a key has something else than a value. */
  static String noText(String word, String kind, String example) {
    return word + " can't be " + kind + "; write one value, such as " + example;
  }

  /** A mapping with at least one key. */
  static Entries entries(SettingNode node, String what, String example) {
    Entries entries = mapping(node, what, example);
    if (entries.entries().isEmpty()) {
      throw new InvalidScenarioException(
          node.origin(), what + " can't be empty; write for example " + example);
    }
    return entries;
  }

  /** A mapping, which may be empty. */
  static Entries mapping(SettingNode node, String what, String example) {
    if (node instanceof Entries entries) {
      return entries;
    }
    throw new InvalidScenarioException(
        node.origin(), what + " can't be " + node.kind() + "; write for example " + example);
  }

  static Map<String, Entry> keys(Entries entries, String what, List<String> allowed) {
    Map<String, Entry> keys = new LinkedHashMap<>();
    for (Entry entry : entries.entries()) {
      if (!allowed.contains(entry.word())) {
        throw unknown(entry, what, allowed);
      }
      keys.put(entry.word(), entry);
    }
    return keys;
  }

  static InvalidScenarioException unknown(Entry entry, String what, List<String> words) {
    return entry.refused(
        "unknown key " + QuotedText.of(entry.word()) + " of " + what + remedy(entry.word(), words));
  }

  /** How the refusal of a word that is not one of these ends. */
  static String remedy(String word, Collection<String> words) {
    return Spelling.nearest(word, words)
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElse("; allowed: " + String.join(" ", words));
  }

  static String known(Entry entry, Collection<String> names, String what) {
    Setting setting = text(entry, "workers");
    String name = setting.value().strip();
    if (names.contains(name)) {
      return name;
    }
    String remedy =
        Spelling.meant(
            name,
            names,
            names.isEmpty() ? "there is none" : "there are " + String.join(" ", names));
    throw new InvalidScenarioException(
        setting.origin(), "there is no " + what + " " + QuotedText.of(name) + "; " + remedy);
  }
}
