package io.anteroom.report.svg;

/** Text that XML can hold. */
public final class XmlText {
  private XmlText() {}

  /** Without the characters that XML 1.0 can't hold, and with blanks for those that end lines. */
  public static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> Character.isWhitespace(character) ? ' ' : character)
        .filter(XmlText::isLegal)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int character) {
    return character >= ' '
        && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
        && character != 0xFFFE
        && character != 0xFFFF;
  }

  /** Legal text as markup; what is not ASCII is written by number, so any encoding can hold it. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    legal(text)
        .codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  if (character < 0x7f) {
                    escaped.appendCodePoint(character);
                  } else {
                    escaped.append("&#").append(character).append(';');
                  }
                }
              }
            });
    return escaped.toString();
  }
}
