package io.anteroom.report.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture that grows element by element: self-contained SVG in ASCII, always the same to the
 * byte. It follows the reader's light or dark theme, and its text stays text. What an element looks
 * like is said by its classes: a colour ({@code blue}, {@code orange}, {@code green}, {@code
 * violet}, {@code magenta}, {@code red}, {@code grey}) and a kind ({@code line}, {@code area},
 * {@code dot}, {@code bar}, ...). Lengths are in pixels. Mutable, for one thread.
 */
public final class Svg {
  private static final String STYLE =
      """
      text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1f2328}
      .paper{fill:#fff;stroke:#d1d9e0}
      .title{font-size:19px;font-weight:600}
      .heading{font-size:13px;font-weight:600}
      .faint{fill:#59636e}
      .verdict{font-size:13px;font-weight:600}
      .verdict.good{fill:#0969da}
      .verdict.bad{fill:#bc4c00}
      .middle{text-anchor:middle}
      .end{text-anchor:end}
      .grid{stroke:#e4e8ec}
      .base{stroke:#818b98}
      .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
      .strong{stroke-width:3}
      .dashed{stroke-dasharray:7 5}
      .dotted{stroke-dasharray:1.5 5}
      .blue{stroke:#0969da}
      .orange{stroke:#bc4c00}
      .green{stroke:#1a7f37}
      .violet{stroke:#8250df}
      .magenta{stroke:#b0307a}
      .red{stroke:#b3202f}
      .ink{stroke:#1f2328}
      .grey{stroke:#59636e}
      .area{stroke:none;fill-opacity:.16}
      .area.blue,.dot.blue{fill:#0969da}
      .area.green,.dot.green{fill:#1a7f37}
      .dot.orange{fill:#bc4c00}
      .dot.violet{fill:#8250df}
      .dot.magenta{fill:#b0307a}
      .dot.grey{fill:#59636e}
      .dot.red,.objective{fill:#b3202f}
      .objective{font-weight:600}
      .bar.green{fill:#1a7f37;stroke:none}
      .bar.blue{fill:#0969da;stroke:none}
      .bar.grey{fill:#818b98;stroke:none}
      .on{fill:#fff;font-size:11px}
      .ring{fill:#fff;stroke-width:2}
      @media(prefers-color-scheme:dark){
      text{fill:#f0f6fc}
      .paper{fill:#0d1117;stroke:#3d444d}
      .faint{fill:#9198a1}
      .verdict.good{fill:#4493f8}
      .verdict.bad{fill:#f0883e}
      .grid{stroke:#252b33}
      .base{stroke:#656c76}
      .blue{stroke:#4493f8}
      .orange{stroke:#f0883e}
      .green{stroke:#3fb950}
      .violet{stroke:#ab7df8}
      .magenta{stroke:#f58ac0}
      .red{stroke:#ff8591}
      .ink{stroke:#f0f6fc}
      .grey{stroke:#9198a1}
      .area{fill-opacity:.22}
      .area.blue,.dot.blue{fill:#4493f8}
      .area.green,.dot.green{fill:#3fb950}
      .dot.orange{fill:#f0883e}
      .dot.violet{fill:#ab7df8}
      .dot.magenta{fill:#f58ac0}
      .dot.grey{fill:#9198a1}
      .dot.grey{fill:#9198a1}
      .dot.red,.objective{fill:#ff8591}
      .bar.green{fill:#3fb950}
      .bar.blue{fill:#4493f8}
      .bar.grey{fill:#656c76}
      .on{fill:#0d1117}
      .ring{fill:#0d1117}
      }
      """;

  private final StringBuilder elements = new StringBuilder();

  /**
   * Text that begins, is centred ({@code middle}) or ends ({@code end}) there, on its base line.
   */
  public Svg text(String classes, double x, double y, String text) {
    elements
        .append("<text class=\"%s\" x=\"%s\" y=\"%s\">".formatted(classes, number(x), number(y)))
        .append(XmlText.escaped(text))
        .append("</text>\n");
    return this;
  }

  /** A curve through places. */
  public Svg path(String classes, List<Spot> spots) {
    String way =
        spots.stream()
            .map(spot -> number(spot.x()) + "," + number(spot.y()))
            .collect(Collectors.joining(" "));
    elements.append("<polyline class=\"%s\" points=\"%s\"/>\n".formatted(classes, way));
    return this;
  }

  /** A straight line. */
  public Svg line(String classes, Spot from, Spot to) {
    elements.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(
                classes, number(from.x()), number(from.y()), number(to.x()), number(to.y())));
    return this;
  }

  /** A rectangle between two corners, at least a pixel wide. */
  public Svg bar(String classes, Spot topLeft, Spot bottomRight) {
    elements.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
            .formatted(
                classes,
                number(topLeft.x()),
                number(topLeft.y()),
                number(Math.max(bottomRight.x() - topLeft.x(), 1)),
                number(bottomRight.y() - topLeft.y())));
    return this;
  }

  public Svg circle(String classes, Spot centre, double radius) {
    elements.append(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
            .formatted(classes, number(centre.x()), number(centre.y()), number(radius)));
    return this;
  }

  /**
   * The whole picture.
   *
   * @param title what it is, in a few words
   * @param description what it shows, for those who can't see it
   */
  public String document(int width, int height, String title, String description) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img">
    <title>%s</title>
    <desc>%s</desc>
    <style>
    %s</style>
    <rect class="paper" x="0.5" y="0.5" width="%s" height="%s" rx="8"/>
    %s</svg>
    """
        .formatted(
            number(width),
            number(height),
            number(width),
            number(height),
            XmlText.escaped(title),
            XmlText.escaped(description),
            STYLE,
            number(width - 1),
            number(height - 1),
            elements);
  }

  /** A tenth of a pixel is enough. */
  private static String number(double pixels) {
    BigDecimal rounded = BigDecimal.valueOf(pixels).setScale(1, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
