package io.anteroom.scenario;

import java.nio.file.Path;
import java.util.List;

/** The scenarios that Anteroom ships, as resources of the program. */
public final class ShippedScenarios {
  private static final String FOLDER = "/scenarios/";

  private ShippedScenarios() {}

  /** All of them, in the order of the index. */
  public static List<ShippedScenario> list() {
    return names().stream()
        .map(name -> new ShippedScenario(name, description(resource(name + ".yaml"))))
        .toList();
  }

  /**
   * The text of one, comments included.
   *
   * @throws InvalidScenarioException if there is none of that name
   */
  public static String text(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      String remedy = Spelling.meant(name, names, "there are " + String.join(" ", names));
      throw new InvalidScenarioException(
          QuotedText.of(name), "no scenario of that name is shipped; " + remedy);
    }
    return resource(name + ".yaml");
  }

  /**
   * The settings of one.
   *
   * @throws InvalidScenarioException if there is none of that name
   */
  public static Settings read(String name) {
    return YamlSettings.read(text(name), name + ".yaml", Path.of(""));
  }

  private static List<String> names() {
    return resource("index.txt").lines().toList();
  }

  private static String description(String text) {
    return text.lines().findFirst().orElseThrow().replaceFirst("^#\\s*", "");
  }

  private static String resource(String file) {
    return ShippedText.of(ShippedScenarios.class, FOLDER + file);
  }
}
