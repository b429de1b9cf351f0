package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.report.ReportFormat;
import io.anteroom.report.ReportFormats;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Results folders of every published version can be printed in every format, for ever. The run was
 * left by the first Anteroom that could, before it knew of theory, flight recordings and visits.
 */
class OldFoldersTest {
  private static final Path OLD =
      Path.of(
          System.getProperty("anteroom.project", "."),
          "src/test/resources/io/anteroom/cli/schema-1");

  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  static List<String> formats() {
    return ReportFormats.all().stream().map(ReportFormat::name).toList();
  }

  private static CommandLineRun report(Path folder, String format) {
    return CommandLineRun.of("report", folder.toString(), "--format", format);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theFirstRunCanBePrintedInEveryFormat(String format) {
    CommandLineRun run = report(OLD.resolve("run"), format);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isNotBlank();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theFirstRunStillSaysTheSame() {
    assertThat(report(OLD.resolve("run"), "text").out())
        .contains("316 completed · 2 gave up (0.63%)", "12.1ms", "only 3 of 316 lie beyond it");
    assertThat(report(OLD.resolve("run"), "markdown").out())
        .contains(
            "| **wait** | 4.06ms | 231µs | 12.1ms | – |",
            "| expected | ? wait.p99 \\< 50ms: cannot be judged");
    assertThat(report(OLD.resolve("run"), "svg").out())
        .contains(">Persons waiting<")
        .doesNotContain("wait by theory");
  }

  @ParameterizedTest
  @CsvSource({
    "comparison, text, try-park against semaphore-fair",
    "comparison, json, \"contrasts\": [",
    "comparison, markdown, | semaphore-fair |",
    "comparison, svg, >wait.p99: wait of visits that had a room: 99th percentile<",
    "plan, text, 95% interval",
    "plan, json, \"headRoom\": [",
    "plan, markdown, ** · wait.p99 \\< 50ms",
  })
  void comparisonsAndPlansArePrintedAgain(String kind, String format, String part) {
    CommandLineRun run = report(OLD.resolve(kind), format);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains(part);
  }

  /** Keys may have been added since; null where an old document can't know. */
  @Test
  void theirJsonHoldsAllThatTheFileDoes() throws IOException {
    for (String document : List.of("comparison/comparison.json", "plan/plan.json")) {
      Path file = OLD.resolve(document);
      Object printed = JSON.fromJson(report(file.resolveSibling(""), "json").out());
      assertHolds(printed, JSON.fromJson(Files.readString(file)));
    }
    assertThat(report(OLD.resolve("comparison"), "json").out())
        .contains("\"counted\": 4, \"uncounted\": {}, ", "\"busyWaiting\": null");
    assertThat(report(OLD.resolve("plan"), "json").out())
        .contains("\"exactBy\": null, \"excluding\": null", "\"lengthGiven\": null");
  }

  private static void assertHolds(@Nullable Object printed, Object kept) {
    if (kept instanceof Map<?, ?> map) {
      Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(printed);
      map.forEach((key, value) -> assertHolds(found.get(key), value));
    } else if (kept instanceof List<?> list) {
      List<?> found = (List<?>) Objects.requireNonNull(printed);
      assertThat(found).hasSameSizeAs(list);
      for (int i = 0; i < list.size(); i++) {
        assertHolds(found.get(i), list.get(i));
      }
    } else {
      assertThat(printed).isEqualTo(kept);
    }
  }

  @Test
  void aFormatThatAKindLacksIsRefusedInOneLine() {
    CommandLineRun run = report(OLD.resolve("plan"), "hgrm");
    run.assertRefused();
    assertThat(run.err())
        .contains("plan: a plan can't be printed as hgrm; allowed: text, json, markdown");
  }

  @ParameterizedTest
  @CsvSource({
    "{, not a comparison: ",
    "{}, not a comparison: the key schema is missing",
    "{\"schema\": 2}, schema 2 is not known; this version of Anteroom reads 1",
    "{\"schema\": 1}, not a comparison: the key name is missing",
  })
  void whatIsNoComparisonIsRefusedInOneLine(String text, String why, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("comparison.json"), text);
    CommandLineRun run = report(folder, "svg");
    run.assertRefused();
    assertThat(run.err()).contains("comparison.json: " + why);
  }

  @Test
  void aComparisonThatLacksAPartDeeperDownIsRefused(@TempDir Path folder) throws IOException {
    String whole = Files.readString(OLD.resolve("comparison/comparison.json"));
    String broken = whole.replace("\"outcomes\"", "\"other\"");
    Files.writeString(folder.resolve("comparison.json"), broken);
    CommandLineRun run = report(folder, "text");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("not a comparison: a key is missing in a part of it");
  }
}
