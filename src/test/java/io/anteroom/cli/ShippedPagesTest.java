package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The links of the pages that a release holds, which has not all of the checkout. */
final class ShippedPagesTest {
  private static final Path PROJECT = Path.of(System.getProperty("anteroom.project"));
  private static final Pattern INCLUDE = Pattern.compile("<include>(.+?)</include>");
  private static final Pattern FILE = Pattern.compile("<source>(.+?)</source>");

  /** A link or a picture within the project: neither an address nor a place on the page itself. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:|#)([^)#\\s]+)[^)]*\\)");

  private final List<PathMatcher> shipped;

  ShippedPagesTest() throws IOException {
    String release = Files.readString(PROJECT.resolve("src/dist/release.xml"));
    shipped =
        Stream.of(INCLUDE, FILE)
            .flatMap(pattern -> pattern.matcher(release).results())
            .map(found -> FileSystems.getDefault().getPathMatcher("glob:" + found.group(1)))
            .toList();
  }

  private boolean ships(Path file) {
    return shipped.stream().anyMatch(one -> one.matches(file));
  }

  /** Whether the release has the file, or a file of the folder. */
  private boolean leadsSomewhere(Path target) throws IOException {
    Path there = PROJECT.resolve(target);
    if (!Files.exists(there)) {
      return false;
    }
    try (Stream<Path> within = Files.walk(there)) {
      return within.filter(Files::isRegularFile).map(PROJECT::relativize).anyMatch(this::ships);
    }
  }

  private List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("src/docs", "results/benchmarks", "results/examples")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    pages.add(PROJECT.resolve("README.md"));
    pages.add(PROJECT.resolve(".github/CONTRIBUTING.md"));
    return pages;
  }

  @Test
  void everyLinkLeadsToWhatIsShipped() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      assertThat(ships(PROJECT.relativize(page))).as(page.toString()).isTrue();
      for (String link :
          LINK.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList()) {
        links++;
        Path target = PROJECT.relativize(page.resolveSibling(link).normalize());
        if (!leadsSomewhere(target)) {
          broken.add(PROJECT.relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(links).isGreaterThan(100);
    assertThat(broken).isEmpty();
  }
}
