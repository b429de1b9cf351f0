package io.anteroom.report;

import io.anteroom.report.JUnitSuite.Case;
import io.anteroom.report.JUnitSuite.Result;
import io.anteroom.report.svg.XmlText;
import io.anteroom.result.Run;
import io.anteroom.study.diff.RunDiff;
import io.anteroom.study.diff.SweepDiff;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What was judged, as JUnit writes the results of tests, for servers that build: one {@code
 * testsuite} whose {@code testcase}s are the outcome, the checks and the expectations of a run, or
 * the changes that {@code --fail-on} names. Not met or failed is a {@code failure}, not judged is
 * {@code skipped}; both have a reason. The shape is that of Maven Surefire's schema, version 3.0.
 */
public final class JUnitReport implements ReportFormat {
  private static final String ENCODING = "UTF-8";

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public String meaning() {
    return "JUnit's XML, for CI servers";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    write(JUnitSuite.of(run), out);
  }

  /**
   * Writes a comparison; the stream stays open.
   *
   * @throws IOException if the stream fails
   */
  public void write(RunDiff diff, OutputStream out) throws IOException {
    write(JUnitSuite.of(diff), out);
  }

  /** As {@link #write(RunDiff, OutputStream)}, of two sweeps. */
  public void write(SweepDiff diff, OutputStream out) throws IOException {
    write(JUnitSuite.of(diff), out);
  }

  private static void write(JUnitSuite suite, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, ENCODING);
      xml.writeStartDocument(ENCODING, "1.0");
      xml.writeCharacters("\n");
      write(suite, xml);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }

  private static void write(JUnitSuite suite, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", "anteroom." + suite.name(), xml);
    attribute("time", seconds(suite.nanos()), xml);
    attribute("tests", Integer.toString(suite.cases().size()), xml);
    attribute("errors", "0", xml);
    attribute("skipped", count(suite, Result.SKIPPED), xml);
    attribute("failures", count(suite, Result.FAILED), xml);
    line(1, xml);
    xml.writeStartElement("properties");
    for (Map.Entry<String, String> property : suite.properties().entrySet()) {
      line(2, xml);
      xml.writeEmptyElement("property");
      attribute("name", property.getKey(), xml);
      attribute("value", property.getValue(), xml);
    }
    line(1, xml);
    xml.writeEndElement();
    for (Case one : suite.cases()) {
      line(1, xml);
      write(one, suite, xml);
    }
    line(0, xml);
    xml.writeEndElement();
  }

  private static void write(Case one, JUnitSuite suite, XMLStreamWriter xml)
      throws XMLStreamException {
    boolean run = one.kind().equals("outcome");
    xml.writeStartElement("testcase");
    attribute("name", one.name(), xml);
    attribute("classname", "anteroom." + suite.name() + "." + one.kind(), xml);
    attribute("time", seconds(run ? suite.nanos() : 0), xml);
    switch (one.result()) {
      case PASSED -> {}
      case FAILED -> {
        xml.writeEmptyElement("failure");
        attribute("message", one.message(), xml);
        attribute("type", one.kind(), xml);
      }
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        attribute("message", one.message(), xml);
      }
    }
    xml.writeEndElement();
  }

  private static String count(JUnitSuite suite, Result result) {
    return Long.toString(suite.cases().stream().filter(one -> one.result() == result).count());
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }

  private static void line(int depth, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static void attribute(String name, String value, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.legal(value));
  }
}
