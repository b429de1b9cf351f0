package io.anteroom.scenario;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
      String remedy =
          Spelling.nearest(name, names)
              .map(near -> "did you mean " + near + "?")
              .orElse("there are " + String.join(" ", names));
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
    try (InputStream in =
        requireNonNull(ShippedScenarios.class.getResourceAsStream(FOLDER + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
