package io.anteroom.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: the README, or one under src/docs. */
record Page(String name, String text) {
  private static final Path PROJECT = Path.of(System.getProperty("anteroom.project"));

  private static final Pattern FENCE = Pattern.compile("(?ms)^```(.*?)$\\n(.*?)^```$");

  /**
   * A fenced block.
   *
   * @param kind what stands behind the opening fence, such as {@code sh}
   */
  record Block(String page, String kind, String text) {
    /** Its lines, each with those that a backslash continues it by, without comments. */
    List<String> commands() {
      return text.replaceAll("\\\\\\R\\s+", "")
          .lines()
          .map(line -> line.replaceFirst("(^|\\s+)#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }

    @Override
    public String toString() {
      return page + ": " + text.lines().findFirst().orElse("");
    }
  }

  static List<Page> all() {
    List<Path> files = new ArrayList<>(List.of(PROJECT.resolve("README.md")));
    try (Stream<Path> pages = Files.walk(PROJECT.resolve("src/docs"))) {
      pages.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files.stream().map(Page::read).toList();
  }

  private static Page read(Path file) {
    try {
      return new Page(PROJECT.relativize(file).toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  Path file() {
    return PROJECT.resolve(name);
  }

  List<Block> blocks() {
    return FENCE
        .matcher(text)
        .results()
        .map(found -> new Block(name, found.group(1).strip(), found.group(2)))
        .toList();
  }
}
