package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key of {@code plan.json} is described in the manual, and nothing else is. */
final class PlanKeysTest {
  private static final Path PAGE =
      Path.of(System.getProperty("anteroom.project", "."), "src/docs/plan.md");

  private static final Pattern WORD = Pattern.compile("`([a-zA-Z]+)`");

  @Test
  void everyKeyIsDescribed() throws IOException {
    String page = Files.readString(PAGE);
    String described = page.substring(page.indexOf("\n## plan.json\n"));
    int pools = described.indexOf("\nThe plan of [several pools]");

    assertThat(words(described.substring(0, pools))).containsAll(keys(Plan.class));
    assertThat(words(described)).containsAll(keys(SizesPlan.class));
    assertThat(words(described.substring(pools)))
        .contains("given", "kept", "exceptions", "unsound", "headRoomPercent");
    Set<String> all = keys(Plan.class);
    all.addAll(keys(SizesPlan.class));
    assertThat(all).containsAll(words(firstColumns(described)));
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(text).results().forEach(found -> words.add(found.group(1)));
    return words;
  }

  private static String firstColumns(String page) {
    return String.join(
        "\n",
        page.lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf(" | ")))
            .toList());
  }

  /** Those of a record, and of the records in it. */
  private static Set<String> keys(Class<?> document) {
    Set<Class<?>> seen = new LinkedHashSet<>();
    Set<String> keys = new LinkedHashSet<>();
    add(document, seen, keys);
    return keys;
  }

  private static void add(Type type, Set<Class<?>> seen, Set<String> keys) {
    if (type instanceof ParameterizedType many) {
      Stream.of(many.getActualTypeArguments()).forEach(one -> add(one, seen, keys));
    } else if (type instanceof Class<?> one && one.isRecord() && seen.add(one)) {
      for (RecordComponent component : one.getRecordComponents()) {
        keys.add(component.getName());
        add(component.getGenericType(), seen, keys);
      }
    }
  }
}
