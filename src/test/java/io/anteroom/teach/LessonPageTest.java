package io.anteroom.teach;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.report.Style;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.Section;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.Machine;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.study.cell.CellOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LessonPageTest {
  private static LessonResult result() {
    Observation odd =
        new Observation(
            "timeout",
            "25.0.1",
            Given.NEW,
            CellOutcome.INVALID,
            "a check failed: 1 < 2 & \"so on\"",
            1,
            "cells/timeout",
            Map.of("refusals", 20.0),
            Map.of());
    return Lecture.of(
        Lessons.numbered("0.4"),
        List.of(Jdk.current()),
        new Seen(List.of(odd)),
        Machine.describe(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC), 2, 0),
        false);
  }

  @Test
  void thePageIsSelfContainedAndEscaped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PageShell(
            LessonFacts.handout(
                List.of(new LessonFacts.Told(result(), "eight")), line -> "typed " + line))
        .write(bytes);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("<!doctype html>")
        .contains("style-src &#x27;sha256-")
        .contains("1 &lt; 2 &amp; &quot;so on&quot;")
        .contains("&quot;lock is not free...&quot;")
        .contains("<span class=\"hidden\">bad: </span> JDK 25.0.1: contradicts")
        .contains("2026-01-02T03:04:05Z", "<span>typed</span> <span>anteroom</span>")
        .contains("<a href=\"#questions\">Questions</a>", "<a href=\"#lesson-0-4\">")
        .contains("<dt>you said</dt><dd>eight</dd>", "<img class=\"picture\"")
        .doesNotContain("<script", "http://", "https://", "style=");
  }

  @Test
  void jepsAndBugsCanBeFollowed() throws IOException {
    LessonResult result = result();
    Source jep = new Source("JEP 491: Synchronize Virtual Threads without Pinning", "monitors");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PageShell(
            new Report(
                "lessons",
                LessonFacts.handout(
                        List.of(new LessonFacts.Told(result, "")), UnaryOperator.identity())
                    .head(),
                List.of(
                    Section.of("sources", "Sources", new Facts(List.of(Fact.of("", jep.text()))))),
                null))
        .write(bytes);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("(<a href=\"https://openjdk.org/jeps/491\">https://openjdk.org/jeps/491</a>)");
  }

  @Test
  void theTextSaysWhatContradictsAndWhereTheFiguresAre() {
    String text = new LessonText(Style.PLAIN).answer(result(), "", Path.of("results/x-lesson-0.4"));

    assertThat(text)
        .contains("✗ JDK 25.0.1: contradicts")
        .contains("contradicts: refusals: 20, expected 8 to 10:")
        .contains("a check failed: 1 < 2")
        .contains("results/x-lesson-0.4");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void withoutUnicodeTheTextIsAscii() {
    String text = new LessonText(new Style(false, false)).answer(result(), "", Path.of("results"));

    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
  }

  @Test
  void theJsonIsReadAsItWasWritten() {
    LessonResult result = result();

    assertThat(LessonResult.JSON.readAll(LessonResult.JSON.writeAll(List.of(result))))
        .containsExactly(result);
  }
}
