package io.anteroom.result.store;

/**
 * JSON laid out for persons: each key of an object on a line of its own, each object that an array
 * holds on one line. Mutable; for one text.
 */
final class PrettyJson {
  private static final String INDENT = "  ";

  private final String compact;
  private final StringBuilder text = new StringBuilder();
  private int objects;
  private int arrays;
  private int objectsInArray;
  private boolean inString;

  private PrettyJson(String compact) {
    this.compact = compact;
  }

  /** Lays out a text without white space between its tokens, and ends it in a line feed. */
  static String of(String compact) {
    return new PrettyJson(compact).laidOut().append('\n').toString();
  }

  /** Lays out an object as one that an array holds, without a line feed. */
  static String line(String compact) {
    PrettyJson pretty = new PrettyJson(compact);
    pretty.arrays = 1;
    return pretty.laidOut().toString();
  }

  private StringBuilder laidOut() {
    for (int i = 0; i < compact.length(); i++) {
      if (inString) {
        i = addInString(i);
      } else {
        add(compact.charAt(i), i);
      }
    }
    return text;
  }

  /** Returns the index of the last character that it took: two of an escape. */
  private int addInString(int index) {
    char character = compact.charAt(index);
    text.append(character);
    if (character == '\\') {
      text.append(compact.charAt(index + 1));
      return index + 1;
    }
    inString = character != '"';
    return index;
  }

  private void add(char character, int index) {
    switch (character) {
      case '{' -> open(index);
      case '}' -> close(index);
      case '[' -> openArray(index);
      case ']' -> closeArray(index);
      case ',' -> separate(index);
      case ':' -> text.append(": ");
      default -> {
        inString = character == '"';
        text.append(character);
      }
    }
  }

  private void open(int index) {
    text.append('{');
    if (arrays > 0) {
      objectsInArray++;
    } else {
      objects++;
      newLineUnless(compact.charAt(index + 1) == '}');
    }
  }

  private void close(int index) {
    if (arrays > 0) {
      objectsInArray--;
    } else {
      objects--;
      newLineUnless(compact.charAt(index - 1) == '{');
    }
    text.append('}');
  }

  private void openArray(int index) {
    text.append('[');
    arrays++;
    if (arrays == 1 && compact.charAt(index + 1) == '{') {
      objects++;
      newLineUnless(false);
    }
  }

  private void closeArray(int index) {
    if (arrays == 1 && compact.charAt(index - 1) == '}') {
      objects--;
      newLineUnless(false);
    }
    arrays--;
    text.append(']');
  }

  private void separate(int index) {
    text.append(',');
    boolean elementEnds = arrays == 1 && objectsInArray == 0 && compact.charAt(index - 1) == '}';
    if (arrays == 0 || elementEnds) {
      newLineUnless(false);
    } else {
      text.append(' ');
    }
  }

  private void newLineUnless(boolean empty) {
    if (!empty) {
      text.append('\n').append(INDENT.repeat(objects));
    }
  }
}
