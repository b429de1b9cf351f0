package io.anteroom.scenario;

import java.nio.file.Path;

/** Scenario files: YAML, in UTF-8, one mapping of {@link ScenarioKey keys} to plain values. */
public final class ScenarioFile {
  private static final int MOST_MEBIBYTES = 1;

  private ScenarioFile() {}

  /**
   * Reads a file's settings; their values are not yet validated. A file without a name is named
   * like itself, if that name is allowed.
   *
   * @throws InvalidScenarioException if it can't be read, or is not a mapping of scenario keys
   */
  public static Settings read(Path file) {
    String label = QuotedText.tail(file.toString());
    String text = new InputFile(file, label).text(MOST_MEBIBYTES);
    Path folder = file.getParent() == null ? Path.of("") : file.getParent();
    return named(YamlSettings.read(text, label, folder), file, label);
  }

  private static Settings named(Settings settings, Path file, String label) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    Notation.Form form = (Notation.Form) ScenarioKey.NAME.notation();
    return form.fits(name) && settings.get(ScenarioKey.NAME).isEmpty()
        ? settings.with(ScenarioKey.NAME, name, label)
        : settings;
  }
}
