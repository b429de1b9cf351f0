package io.anteroom.scenario;

import java.util.List;

/** A value of a scenario file that may be made of others, with where each part was written. */
sealed interface SettingNode {
  /** Where it begins, such as {@code checkout.yaml:3:8}. */
  String origin();

  /** What it is, for messages. */
  String kind();

  /** A plain value. */
  record Text(Setting setting) implements SettingNode {
    @Override
    public String origin() {
      return setting.origin();
    }

    @Override
    public String kind() {
      return "the value " + QuotedText.of(setting.value());
    }
  }

  /** Values by key, in the order written; no key twice. */
  record Entries(String origin, List<Entry> entries) implements SettingNode {
    public Entries {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** Values in order. */
  record Items(String origin, List<SettingNode> items) implements SettingNode {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  record Entry(Setting key, SettingNode value) {
    /** The key's word. */
    String word() {
      return key.value();
    }

    /** Says that the key is not allowed there, or not with that value. */
    InvalidScenarioException refused(String why) {
      return new InvalidScenarioException(key.origin(), why);
    }
  }
}
