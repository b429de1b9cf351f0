package io.anteroom.scenario;

import java.nio.file.Path;

/**
 * One value as the user wrote it.
 *
 * @param value the text, not yet validated
 * @param origin where it was written: a file position such as {@code checkout.yaml:3:8}, or an
 *     option such as {@code --rooms}
 * @param folder what file names in the value are relative to
 * @param ofFile whether it was written in a scenario file, which options overrule
 */
public record Setting(String value, String origin, Path folder, boolean ofFile) {
  /** The same setting with a part of its value. */
  Setting part(String part) {
    return new Setting(part, origin, folder, ofFile);
  }

  InvalidScenarioException refused(ScenarioKey key, String why) {
    return new InvalidScenarioException(
        origin, key.word() + " can't be " + QuotedText.of(value) + "; " + why);
  }

  /** Says that the setting is left out. */
  public String leftOut(ScenarioKey key, String why) {
    return origin + ": " + key.word() + " " + QuotedText.of(value) + " is left out: " + why;
  }
}
