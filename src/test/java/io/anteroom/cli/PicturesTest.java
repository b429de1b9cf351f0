package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * The pictures of the documentation are what the tool makes of the committed results, to the byte.
 * {@code mvn test -Danteroom.renewGolden=true} draws them anew; look at them then.
 */
class PicturesTest {
  private static final Path PROJECT = Path.of(System.getProperty("anteroom.project", "."));
  private static final Path EXAMPLES = PROJECT.resolve("results/examples");
  private static final Path PICTURES = PROJECT.resolve("src/docs/pictures");
  private static final int MOST_BYTES = 100_000;

  static List<String> examples() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aPictureIsDrawnFromItsResults(String name) throws IOException {
    String svg = svg(name);
    Path picture = PICTURES.resolve(name + ".svg");
    if (Boolean.getBoolean("anteroom.renewGolden")) {
      Files.writeString(picture, svg);
    }
    assertThat(svg).isEqualTo(Files.readString(picture));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aPictureIsSmallSelfContainedAndCanBeReadOut(String name) throws Exception {
    String svg = svg(name);
    assertThat(svg).isASCII().hasSizeLessThan(MOST_BYTES).contains("prefers-color-scheme:dark");
    assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http", "url(", "@import");
    Element root =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .startsWith("Anteroom: ");
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).contains("wait");
    assertThat(root.getElementsByTagName("text").getLength()).isGreaterThan(10);
    assertThat(
            root.getElementsByTagName("polyline").getLength()
                + root.getElementsByTagName("circle").getLength())
        .isGreaterThan(2);
  }

  private static String svg(String name) {
    CommandLineRun run =
        CommandLineRun.of("report", EXAMPLES.resolve(name).toString(), "--format", "svg");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }
}
