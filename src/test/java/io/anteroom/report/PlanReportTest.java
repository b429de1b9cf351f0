package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.plan.Plan;
import io.anteroom.plan.PlanJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReportTest {
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"answered", "two-objectives", "no-answer", "verified", "rate"})
  void looksTheSameInEveryLocaleWithin80Columns(String name) throws IOException {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    String text = new PlanReport(Style.PLAIN).text(plan(name));
    Golden.check("report/plan-" + name + ".txt", text);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @ParameterizedTest
  @ValueSource(strings = {"answered", "two-objectives", "no-answer", "verified", "rate"})
  void needsNoUnicodeAndNoColours(String name) {
    Plan plan = plan(name);
    String ascii = new PlanReport(new Style(false, false)).text(plan);
    assertThat(ascii.replace("Satop??", "")).isASCII().doesNotContain("\u001b", "??");
    String coloured = new PlanReport(new Style(true, true)).text(plan);
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", ""))
        .isEqualTo(new PlanReport(Style.PLAIN).text(plan));
  }

  @Test
  void saysFirstHowSureItIs() {
    assertThat(new PlanReport(Style.PLAIN).text(plan("answered")))
        .startsWith("8 rooms meet wait.p99 < 50ms with probability ");
  }

  private static Plan plan(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            PlanReportTest.class.getResourceAsStream("plan-" + name + ".json"))) {
      return PlanJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
