package io.anteroom.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.Golden;
import io.anteroom.result.Check;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.SampleRuns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultDocumentTest {
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr"})
  void looksTheSameInEveryLocale(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    Golden.check("result/result.json", StoredRun.RESULT.write(SampleRuns.abandonments().result()));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (Run run : List.of(SampleRuns.completed(), SampleRuns.stuck(), SampleRuns.saturated())) {
      assertThat(StoredRun.RESULT.read(StoredRun.RESULT.write(run.result())))
          .isEqualTo(run.result());
    }
  }

  /** Where theory gives a denormal number, no more zeros than a reader takes. */
  @ParameterizedTest
  @ValueSource(doubles = {4.9e-324, 4.98e-310, 1e-21, 1e-7, 0.1, 1e20, 4.98e32, 1.7e308, -1e-300})
  void anyNumberIsReadBackAndIsShort(double number) {
    Check check = Check.of("name", number, number / 2, number, "reason");
    RunResult result = SampleRuns.withChecks(List.of(check)).result();
    String json = StoredRun.RESULT.write(result);
    assertThat(StoredRun.RESULT.read(json)).isEqualTo(result);
    assertThat(json).doesNotContainPattern("0{30}");
  }

  @Test
  void anyFigureOfTheoryIsReadBack() {
    String json = StoredRun.RESULT.write(SampleRuns.completed().result());
    for (double figure : new double[] {4.98e-310, 4.98e32, 0.30000000000000004}) {
      String theory = json.replace("\"theory\": null", "\"theory\": {\"waited\": " + figure + "}");
      RunResult read = StoredRun.RESULT.read(theory);
      assertThat(Objects.requireNonNull(read.theory()).waited()).isEqualTo(figure);
      assertThat(StoredRun.RESULT.read(StoredRun.RESULT.write(read))).isEqualTo(read);
    }
  }

  @Test
  void anyCharacterIsReadBack() {
    Check check = Check.notJudged("name", "{[,:]} \"\\ \t\r\n\u0000\u0007\u2028 µ é 漢 𝟗");
    RunResult result = SampleRuns.withChecks(List.of(check)).result();
    assertThat(StoredRun.RESULT.read(StoredRun.RESULT.write(result)).checks())
        .containsExactly(check);
  }

  @Test
  void settingsKeepTheirOrder() {
    RunResult result =
        StoredRun.RESULT.read(StoredRun.RESULT.write(SampleRuns.completed().result()));
    assertThat(result.scenario().keySet())
        .containsExactly("name", "rooms", "mode", "arrivals", "hold", "expect");
  }

  @Test
  void numbersThatDoNotExistAreNull() throws IOException {
    String json = StoredRun.RESULT.write(SampleRuns.withoutNumbers().result());
    Golden.check("result/result-without-numbers.json", json);
    assertThat(json).doesNotContain("NaN", "Infinity");
    RunResult result = StoredRun.RESULT.read(json);
    assertThat(result.throughputPerSecond()).isNaN();
    assertThat(StoredRun.RESULT.write(result)).isEqualTo(json);
  }

  @Test
  void longNumbersHaveNoExponent() {
    String json = StoredRun.RESULT.write(SampleRuns.saturated().result());
    assertThat(json).doesNotContainPattern(": [0-9.]+[eE]");
  }

  @Test
  void schema1StaysReadable() throws IOException {
    RunResult result = StoredRun.RESULT.read(published("schema-1/first-result.json"));
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(result.scenario())
        .containsEntry("name", "checkout-pool")
        .containsEntry("expect", List.of("wait.p99 < 50ms", "abandoned < 0.1%"));
    assertThat(result.waits().p99Nanos()).isEqualTo(41_484_287);
    assertThat(result.uncorrectedWait()).isNull();
    assertThat(result.visits().abandoned()).isEqualTo(42);
    assertThat(result.environment().flags()).containsExactly("-Xmx2g");
    assertThat(result.checks().get(1).verdict()).isEqualTo(Check.Verdict.NOT_JUDGED);
  }

  @Test
  void keysOfLaterAdditionsAreSkipped() throws IOException {
    String json = published("schema-1/first-result.json");
    String extended = json.replaceFirst("\\{", "{ \"later\": {\"sites\": [1, {}]},");
    assertThat(StoredRun.RESULT.read(extended)).isEqualTo(StoredRun.RESULT.read(json));
  }

  @Test
  void aLaterSchemaIsRefused() throws IOException {
    String json =
        published("schema-1/first-result.json").replaceFirst("\"schema\": *1", "\"schema\": 2");
    assertThatThrownBy(() -> StoredRun.RESULT.read(json))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessage("schema 2 is not known; this version of Anteroom reads 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "\"schema\"",
        "{}",
        "{\"schema\": \"1\"}",
        "{\"schema\": 1}",
        "{\"schema\": 1, \"outcome\": \"completed\"}",
        "<html>",
        "\u0000\u0001"
      })
  void whatIsNoResultIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> StoredRun.RESULT.read(text))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageStartingWith("not a result: ")
        .message()
        .hasLineCount(1);
  }

  @Test
  void aTruncatedResultIsRefused() throws IOException {
    String json = published("schema-1/first-result.json").stripTrailing();
    for (int length = 0; length < json.length(); length += 7) {
      String start = json.substring(0, length);
      assertThatThrownBy(() -> StoredRun.RESULT.read(start))
          .as("the first %d characters", length)
          .isInstanceOf(UnreadableResultException.class);
    }
  }

  @Test
  void wrongTypesAreRefused() throws IOException {
    String json = published("schema-1/first-result.json");
    for (String wrong : List.of("7", "\"text\"", "[]", "{}", "[{}]", "true", "null")) {
      for (String key : List.of("outcome", "scenario", "wait", "visits", "checks", "intervals")) {
        String broken =
            json.replaceFirst("\"" + key + "\": *", "\"" + key + "\": " + wrong + ",\"x\":");
        try {
          StoredRun.RESULT.read(broken);
        } catch (UnreadableResultException refused) {
          assertThat(refused).message().hasLineCount(1);
        }
      }
    }
  }

  @Test
  void aFileIsNamedWhereItIsNoResult(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("result.json");
    Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
    assertThatThrownBy(() -> StoredRun.RESULT.read(file))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessage(file + ": not a result: it is not UTF-8");
    Files.writeString(file, StoredRun.RESULT.write(SampleRuns.completed().result()));
    assertThat(StoredRun.RESULT.read(file)).isEqualTo(SampleRuns.completed().result());
  }

  private static String published(String name) throws IOException {
    try (InputStream stream = ResultDocumentTest.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
