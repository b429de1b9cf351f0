package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.VerdictRecord;
import io.anteroom.result.store.ReportFile;
import io.anteroom.study.diff.Change;
import io.anteroom.study.diff.Contrast;
import io.anteroom.study.diff.Difference;
import io.anteroom.study.diff.FailOn;
import io.anteroom.study.diff.Pins;
import io.anteroom.study.diff.Regression;
import io.anteroom.study.diff.RunDiff;
import io.anteroom.study.diff.RunDiff.Side;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitReportTest {
  @Test
  void checksAreCasesAndReasonsAreKept() throws Exception {
    Element suite = suite(bytes(SampleRuns.saturated()));
    assertThat(suite.getAttribute("name")).isEqualTo("anteroom.too-few-rooms");
    assertThat(suite.getAttribute("time")).isEqualTo("20.000");
    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(messages(suite, "failure"))
        .satisfiesExactly(
            outcome ->
                assertThat(outcome)
                    .startsWith("invalid: check mutual-exclusion failed: persons entered")
                    .contains(". 2,000 persons arrive"),
            check -> assertThat(check).startsWith("mutual-exclusion failed: expected 0"));
  }

  @Test
  void whatWasNotJudgedIsSkipped() throws Exception {
    Element suite = suite(bytes(SampleRuns.abandonments()));
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(messages(suite, "skipped")).singleElement().asString().contains("only 120 samples");
  }

  @Test
  void propertiesSayWhereItTookPlace() throws Exception {
    NodeList properties = suite(bytes(SampleRuns.completed())).getElementsByTagName("property");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < properties.getLength(); i++) {
      names.add(((Element) properties.item(i)).getAttribute("name"));
    }
    assertThat(names).contains("jdk", "carriers", "startedAt", "seed").doesNotHaveDuplicates();
  }

  @Test
  void anythingCanBeWritten() throws Exception {
    String nasty = "<&>\"' ]]> \u0000\u0001\u001f\ud800 \ufffe\uffff \n\t µ→ \ud83d\ude00";
    Element suite = suite(bytes(diff(nasty)));
    List<String> all = messages(suite, "failure");
    assertThat(all).hasSize(1);
    assertThat(all.getFirst()).startsWith("invalid: <&>\"' ]]> ").endsWith("µ→ \ud83d\ude00");
    assertThat(messages(suite, "skipped")).singleElement().asString().contains("not checked");
  }

  @Test
  void whatCouldNotBeJudgedIsSkippedUnlessItIsStrict() throws Exception {
    Element lenient = suite(bytes(diff("x")));
    assertThat(lenient.getAttribute("skipped")).isEqualTo("1");
    assertThat(lenient.getAttribute("failures")).isEqualTo("1");
    Element strict = suite(bytes(diff("x").strictly()));
    assertThat(strict.getAttribute("skipped")).isEqualTo("0");
    assertThat(messages(strict, "failure"))
        .hasSize(2)
        .last()
        .isEqualTo("wait.p99 +10%: not checked: because x");
  }

  @Test
  void hasTheShapeThatServersRead() throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(
                Path.of(
                        System.getProperty("anteroom.project", "."),
                        "src/test/resources/io/anteroom/report/junit.xsd")
                    .toFile());
    for (byte[] xml :
        List.of(
            bytes(SampleRuns.completed()),
            bytes(SampleRuns.saturated()),
            bytes(SampleRuns.abandonments()),
            bytes(SampleRuns.stuck()),
            bytes(SampleRuns.withoutNumbers()),
            bytes(diff("x")))) {
      schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }
  }

  private static RunDiff diff(String nasty) {
    Change change =
        new Change("wait.p99", 1.0, 2.0, 1.0, null, Contrast.NOT_JUDGED, "because " + nasty);
    return new RunDiff(
        1,
        false,
        new Side(
            nasty,
            "2026-11-22T18:15:30Z",
            Outcome.COMPLETED,
            "",
            1,
            new VerdictRecord("completed", "good", "completed")),
        new Side(
            nasty,
            "2026-11-22T18:15:30Z",
            Outcome.INVALID,
            nasty,
            1,
            new VerdictRecord("invalid", "bad", "invalid")),
        List.of(new Difference("jdk", nasty, nasty)),
        List.of(),
        true,
        List.of(),
        List.of(change),
        new Pins("none", List.of(), List.of(), List.of()),
        List.of(new Regression("wait.p99 +10%", Regression.Verdict.NOT_JUDGED, change)),
        FailOn.NOT_CHECKED,
        false);
  }

  private static byte[] bytes(Run run) {
    return written(out -> new JUnitReport().write(run, out));
  }

  private static byte[] bytes(RunDiff diff) {
    return written(out -> new JUnitReport().write(diff, out));
  }

  private static byte[] written(ReportFile.Content content) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      content.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Element suite(byte[] xml) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    return document.getDocumentElement();
  }

  private static List<String> messages(Element suite, String element) {
    NodeList found = suite.getElementsByTagName(element);
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      messages.add(((Element) found.item(i)).getAttribute("message"));
    }
    return messages;
  }
}
