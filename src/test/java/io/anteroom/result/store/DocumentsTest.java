package io.anteroom.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents of every kind and of every published version stay readable for ever. A new kind needs a
 * document of its own in {@code schema-1}, written once by a command; it is never changed.
 */
class DocumentsTest {
  private static final Path PROJECT = Path.of(System.getProperty("anteroom.project", "."));
  private static final Path MAIN = PROJECT.resolve("src/main/java");
  private static final Path FIXTURES =
      PROJECT.resolve("src/test/resources/io/anteroom/result/store/schema-1");

  private static final Pattern DECLARED =
      Pattern.compile("static final Document<\\w+> (\\w+) =\\s+new Document<>");

  /** A kind of document, and where it is declared. */
  record Kind(String name, Document<Object> document) {
    String fixture() throws IOException {
      Path file = FIXTURES.resolve(document.word().replace(' ', '-') + ".json");
      assertThat(file).as("a " + document.word() + " of schema 1, kept for ever").isRegularFile();
      return Files.readString(file);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Kind> kinds() throws IOException, ReflectiveOperationException {
    List<Kind> kinds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).sorted().toList()) {
        Matcher declared = DECLARED.matcher(Files.readString(file));
        while (declared.find()) {
          String path = MAIN.relativize(file).toString();
          String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
          kinds.add(kind(name, declared.group(1)));
        }
      }
    }
    return kinds;
  }

  @SuppressWarnings("unchecked")
  private static Kind kind(String className, String field) throws ReflectiveOperationException {
    Object document = Class.forName(className).getField(field).get(null);
    return new Kind(className + "." + field, (Document<Object>) document);
  }

  @Test
  void theKindsAreFound() throws IOException, ReflectiveOperationException {
    assertThat(kinds())
        .extracting(kind -> kind.document().word())
        .contains("result", "plan", "comparison", "sweep", "cell", "lesson")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void schema1IsReadAndWrittenAsItWas(Kind kind) throws IOException {
    String text = kind.fixture();
    assertThat(kind.document().write(kind.document().read(text))).isEqualTo(text);
    List<Object> two = kind.document().readAll("[" + text + "," + text + "]");
    assertThat(two).hasSize(2);
    assertThat(kind.document().readAll(kind.document().writeAll(two))).isEqualTo(two);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aDocumentWhoseSchemaIsMissingIsRefused(Kind kind) throws IOException {
    for (String instead : List.of("\"x\": 1", "\"schema\": [1]", "\"schema\": null")) {
      String text = kind.fixture().replaceFirst("\"schema\": 1", instead);
      assertThatThrownBy(() -> kind.document().read(text))
          .isInstanceOf(UnreadableResultException.class)
          .hasMessage("not a " + kind.document().word() + ": the key schema is missing");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsNotSuchADocumentIsRefusedInOneLine(Kind kind) throws IOException {
    String text = kind.fixture();
    assertThatThrownBy(
            () -> kind.document().read(text.replaceFirst("\"schema\": 1", "\"schema\": 2")))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessage("schema 2 is not known; this version of Anteroom reads 1");
    for (String other :
        List.of("", "{", "[]", "{}", "null", text.substring(0, text.length() / 2))) {
      assertThatThrownBy(() -> kind.document().read(other))
          .isInstanceOf(UnreadableResultException.class)
          .hasMessageStartingWith("not a " + kind.document().word() + ": ")
          .message()
          .hasLineCount(1);
    }
  }
}
