package io.anteroom.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads settings as values; each failure names the origin, the value and what is allowed. */
final class SettingReader {
  private final Settings settings;

  SettingReader(Settings settings) {
    this.settings = settings;
  }

  /** The setting of a key, if it is given and not {@code none}. */
  Optional<Setting> given(ScenarioKey key) {
    return settings
        .get(key)
        .map(setting -> setting.part(setting.value().strip()))
        .filter(setting -> !(key.notation().orNone() && setting.value().equals(Settings.NOTHING)));
  }

  /** The setting of a key that says {@code none}. */
  Optional<Setting> declined(ScenarioKey key) {
    return given(key).isPresent() ? Optional.empty() : settings.get(key);
  }

  /** That the setting of a key, which is given, is not allowed. */
  InvalidScenarioException refused(ScenarioKey key, String why) {
    return given(key).orElseThrow().refused(key, why);
  }

  /** Refuses a key that is given. */
  void refuse(ScenarioKey key, String why) {
    given(key)
        .ifPresent(
            setting -> {
              throw setting.refused(key, why);
            });
  }

  /**
   * The value of a key, if it is given.
   *
   * @param notation throws an {@link IllegalArgumentException} that says what is allowed
   */
  <T> Optional<T> read(ScenarioKey key, Function<Setting, T> notation) {
    return given(key).map(setting -> parsed(key, setting, notation));
  }

  /** All values of a list. */
  <T> List<T> readAll(ScenarioKey key, Function<Setting, T> notation) {
    return settings.all(key).stream().map(setting -> parsed(key, setting, notation)).toList();
  }

  /** The value of a key whose notation is a whole number. */
  Optional<Long> whole(ScenarioKey key) {
    Notation.Whole range = (Notation.Whole) key.notation();
    return read(key, setting -> range.parse(setting.value()));
  }

  /** The value of a key whose notation is a form that needs no further reading. */
  Optional<String> form(ScenarioKey key) {
    Notation.Form form = (Notation.Form) key.notation();
    return read(key, setting -> form.fitting(setting.value()));
  }

  /** The value of a key whose notation is one of the constants' words. */
  <E extends Enum<E> & Named> Optional<E> word(ScenarioKey key, E[] constants) {
    return read(key, setting -> constant(key, setting.value(), constants));
  }

  private static <E extends Enum<E> & Named> E constant(
      ScenarioKey key, String word, E[] constants) {
    for (E constant : constants) {
      if (constant.word().equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("allowed: " + key.notation().allowed());
  }

  private static <T> T parsed(ScenarioKey key, Setting setting, Function<Setting, T> notation) {
    try {
      return notation.apply(setting);
    } catch (IllegalArgumentException refusal) {
      throw setting.refused(
          key, refusal.getMessage() + "; for example " + key.example() + key.orNone());
    }
  }
}
