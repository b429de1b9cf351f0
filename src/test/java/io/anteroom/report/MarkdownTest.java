package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.result.SampleRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ar-EG-u-nu-arab"})
  void reportsLookTheSameInEveryLocale(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    for (ReportFormat format : List.of(new MarkdownReport(), new SvgReport())) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      format.write(SampleRuns.abandonments(), bytes);
      String file = "report/abandonments." + (format.name().equals("svg") ? "svg" : "md");
      Golden.check(file, bytes.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aRunWithoutFiguresHasAPictureToo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SvgReport().write(SampleRuns.withoutNumbers(), bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("No visit was measured.")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void textIsNeverMarkup() {
    assertThat(Markdown.escaped("a|b `c` *d* _e_ <img src=x> [f](g) &amp; \\ #1 ~~h~~ $x$"))
        .isEqualTo(
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\<img src=x\\> \\[f\\](g) \\&amp; \\\\ \\#1"
                + " \\~\\~h\\~\\~ \\$x\\$");
    assertThat(Markdown.escaped("two\nlines\t\u0000and a\u00a0blank"))
        .isEqualTo("two lines  and a blank");
  }

  @Test
  void codeIsFencedByMoreBackticksThanItHas() {
    assertThat(Markdown.inCode("a.B.c:1")).isEqualTo("`a.B.c:1`");
    assertThat(Markdown.inCode("``x`|y")).isEqualTo("``` ``x`\\|y ```");
    assertThat(new Markdown().code("yaml", "````\n<b>\n").text())
        .isEqualTo("`````yaml\n````\n<b>\n`````\n");
  }

  @Test
  void shortRowsAreFilled() {
    assertThat(
            new Markdown()
                .table(
                    List.of("", "x", "y"), List.of(false, true, true), List.of(List.of("a", "1")))
                .text())
        .isEqualTo("|  | x | y |\n|---|---:|---:|\n| a | 1 |  |\n");
  }
}
